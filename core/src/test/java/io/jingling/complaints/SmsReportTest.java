package io.jingling.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.Category;
import io.jingling.domain.Purpose;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SmsReportTest {
    @Test
    void numberStarWordsIsAReport() {
        SmsReport read = SmsReport.read("170 1234 5678＊贷款理财的机器人,说过别再打");
        assertThat(read.about().number().revealTo(Purpose.TEST)).isEqualTo("17012345678");
        assertThat(read.said().category()).contains(Category.LOANS);
        assertThat(read.said().mode()).isEqualTo(Mode.ROBOT_AI);
        assertThat(read.said().askedToStop().asked()).isTrue();
        assertThat(read.said().description()).isEqualTo("贷款理财的机器人,说过别再打");
    }

    @Test
    void aCodeAloneNamesTheClass() {
        assertThat(SmsReport.read("95338*04").said().category()).contains(Category.REAL_ESTATE);
        assertThat(SmsReport.read("95338*F1 冒充公检法").said().category()).contains(Category.FRAUD);
        assertThat(SmsReport.read("95338*").said().category()).isEqualTo(Optional.empty());
        assertThat(SmsReport.read("未显示*响一声").said().mode()).isEqualTo(Mode.ONE_RING);
    }

    @Test
    void whatIsNoReportIsRefusedWithItsForm() {
        assertThatThrownBy(() -> SmsReport.read("别再打了")).hasMessageContaining("want 号码*内容");
        assertThatThrownBy(() -> SmsReport.read("*贷款")).hasMessageContaining("want 号码*内容");
        assertThatThrownBy(() -> SmsReport.read("138*贷款")).hasMessageContaining("number: got");
        assertThatThrownBy(() -> SmsReport.read("1".repeat(2_000))).hasMessageContaining("want at most 1000");
    }

    @Test
    void anyTextIsReadOrRefused() {
        long seed = 7;
        Random random = new Random(seed);
        String alphabet = "0123456789*＊ 贷款机器人诈骗\n\u0000\ud83d\ude00+-";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                SmsReport.read(text.toString());
            } catch (IllegalArgumentException refused) {
                assertThat(refused).as("seed %d, %d", seed, i).message().matches("(?s)(text|number): got .*, want .*");
            }
        }
    }
}
