package io.jingling.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SaidTest {
    @Test
    void aProvinceIsReadWithAndWithoutWhatItIs() {
        assertThat(in("广东").region()).isEqualTo("广东");
        assertThat(in(" 广东省 ").region()).isEqualTo("广东");
        assertThat(in("新疆维吾尔自治区").region()).isEqualTo("新疆");
        assertThat(in("北京市").region()).isEqualTo("北京");
        assertThat(in("").region()).isEmpty();
        assertThat(Region.ALL).hasSize(34);
    }

    @Test
    void whatIsNoProvinceIsRefusedWithoutItsDigits() {
        assertThatThrownBy(() -> in("13800138000 张三"))
                .hasMessageContaining("region: got \"138********")
                .hasMessageContaining("want a province such as 广东")
                .hasMessageNotContaining("13800138000");
    }

    @Test
    void whatNoKeyboardWritesIsRefusedInEveryText() {
        assertThatThrownBy(() -> Said.NOTHING.with("a\u0000b")).hasMessageContaining("description: got a control");
        assertThatThrownBy(() -> new Heard("a\u0007", Set.of(), "")).hasMessageContaining("brand: got a control");
        assertThatThrownBy(() -> new Heard("", Set.of(), "\uD83D")).hasMessageContaining("app: got a control");
        assertThatThrownBy(() -> new Desk(Desk.Kind.CARRIER, "\u0000x"))
                .hasMessageContaining("desk name: got a control");
        assertThat(Said.NOTHING.with("一\n二\t三 \uD83D\uDCDE").description()).isEqualTo("一\n二\t三 \uD83D\uDCDE");
    }

    private static Said in(String region) {
        return new Said(Optional.empty(), Mode.UNKNOWN, AskedToStop.NO, Heard.NOTHING, "", region);
    }
}
