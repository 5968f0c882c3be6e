package io.jingling.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "13800138000, 13800138000",
        "138 0013 8000, 13800138000",
        "138-0013-8000, 13800138000",
        "１３８００１３８０００, 13800138000",
        "+8613800138000, 13800138000",
        "+86 138 0013 8000, 13800138000",
        "008613800138000, 13800138000",
        "8613800138000, 13800138000",
        "013800138000, 13800138000",
        "1795113800138000, 13800138000",
        "17951013800138000, 13800138000",
        "1259313800138000, 13800138000",
        "01012345678, 01012345678",
        "(010) 1234-5678, 01012345678",
        "+861012345678, 01012345678",
        "+86 10 12345678, 01012345678",
        "+862112345678, 02112345678",
        "+8657112345678, 057112345678",
        "+865711234567, 05711234567",
        "008657112345678, 057112345678",
        "0571-12345678, 057112345678",
        "075512345678, 075512345678",
        "1795101012345678, 01012345678",
        "95588, 95588",
        "+8695588, 95588",
        "9501312345, 9501312345",
        "96110, 96110",
        "4008001234, 4008001234",
        "400-800-1234, 4008001234",
        "+864008001234, 4008001234",
        "8008101234, 8008101234",
        "110, 110",
        "0571110, 0571110",
        "010110, 010110",
        "12345, 12345",
        "01012345, 01012345",
        "10086, 10086",
        "10106666, 10106666",
        "12520, 12520",
        "700123456789012, 700123456789012",
        "106575001234567, 106575001234567",
        "+14155550100, 0014155550100",
        "0014155550100, 0014155550100",
        "+85221234567, 0085221234567",
        "+442079460000, 00442079460000",
        "12345678901, 12345678901",
        "88881234, 88881234",
        "+861010666612, 1010666612",
        "+8621110, 021110",
        "+8610110, 010110",
        "+86571120, 0571120",
        "+861012345, 01012345",
        "+861010086, 01010086",
        "+862195588, 02195588",
        "+869501312345, 9501312345",
        "+8695013123456, 95013123456",
        "+869512345678, 09512345678",
        "861088886666, 01088886666",
        "8657188886666, 057188886666",
        "864008001234, 4008001234",
        "021962288, 021962288",
        "999, 999",
    })
    void oneNumberHasOneForm(String written, String canonical) {
        PhoneNumber number = PhoneNumber.parse(written);
        assertThat(number.revealTo(Purpose.TEST)).isEqualTo(canonical);
        assertThat(PhoneNumber.parse(canonical)).as("its own canonical form").isEqualTo(number);
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == written.length()) {
            assertThat(PhoneNumber.read(bytes, 0, bytes.length)).isEqualTo(number);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "0",
                "00",
                "01",
                "010",
                "0571",
                "030",
                "0043",
                "+86",
                "0086",
                "95",
                "955",
                "9558",
                "138",
                "1380013",
                "1380013800",
                "400",
                "400800",
                "12a45",
                "abc",
                "13800138000x",
                "+1",
                "123456789012345678901",
                "138001380001380013800013800138000",
                "００",
                "1-",
                "++8613800138000",
                "7",
                "700",
                "96",
                "961",
                "1010",
                "101066",
                "138001380001"
            })
    void whatIsNoWholeNumberIsRefused(String written) {
        assertThatThrownBy(() -> PhoneNumber.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("number: got ")
                .hasMessageContaining("want 3 to 17 digits");
    }

    @ParameterizedTest
    @CsvSource({
        "13800138000, MOBILE",
        "17012345678, VIRTUAL_OPERATOR",
        "16212345678, VIRTUAL_OPERATOR",
        "16512345678, VIRTUAL_OPERATOR",
        "16712345678, VIRTUAL_OPERATOR",
        "17112345678, VIRTUAL_OPERATOR",
        "19212345678, MOBILE",
        "01012345678, FIXED_LINE",
        "057112345678, FIXED_LINE",
        "88881234, FIXED_LINE",
        "95588, SERVICE_95",
        "95533, SERVICE_95",
        "95306, SERVICE_95",
        "95013123, CALL_CENTRE_95",
        "95013123456, CALL_CENTRE_95",
        "99999999999, OTHER",
        "95123456, CALL_CENTRE_95",
        "95212345, CALL_CENTRE_95",
        "95412345, CALL_CENTRE_95",
        "95712345, CALL_CENTRE_95",
        "96315, SERVICE_96",
        "4008001234, SHARED_400",
        "8008101234, FREE_800",
        "10106666, ENTERPRISE_1010",
        "12580, SERVICE_125",
        "10086, CARRIER",
        "10010, CARRIER",
        "10000, CARRIER",
        "12345, PUBLIC_SERVICE",
        "12321, PUBLIC_SERVICE",
        "12306, PUBLIC_SERVICE",
        "114, PUBLIC_SERVICE",
        "700123456789012, PRIVACY_700",
        "106575001234567, SMS_PORT_106",
        "110, EMERGENCY",
        "119, EMERGENCY",
        "120, EMERGENCY",
        "122, EMERGENCY",
        "12110, EMERGENCY",
        "96110, EMERGENCY",
        "12381, EMERGENCY",
        "95110, EMERGENCY",
        "999, EMERGENCY",
        "112, EMERGENCY",
        "12395, EMERGENCY",
        "12119, EMERGENCY",
        "0571110, EMERGENCY",
        "021110, EMERGENCY",
        "01096110, EMERGENCY",
        "0014155550100, OVERSEAS",
        "0085221234567, OVERSEAS",
        "61234, OTHER",
    })
    void theKindFollowsTheNumberingPlan(String number, NumberKind kind) {
        assertThat(PhoneNumber.parse(number).kind()).isEqualTo(kind);
    }

    @Test
    void printsMasked() {
        assertThat(PhoneNumber.parse("13812341234")).hasToString("138****1234");
        assertThat(PhoneNumber.parse("057112345678").toString())
                .startsWith("057****")
                .endsWith("5678");
        assertThat(PhoneNumber.parse("88881234")).hasToString("888****4");
        assertThat(PhoneNumber.parse("95588")).hasToString("95588");
        assertThat(PhoneNumber.HIDDEN).hasToString("hidden");
        assertThat(PhoneNumber.INVALID).hasToString("invalid");
    }

    @Test
    void theErrorDoesNotRepeatAWholeNumber() {
        assertThatThrownBy(() -> PhoneNumber.parse("13812341234x")).hasMessageNotContaining("13812341234");
    }

    @Test
    void helpLinesAreKnownWithAndWithoutAreaCode() {
        for (String line : new String[] {"110", "119", "120", "122", "12345", "01012345", "0571120", "96110"}) {
            assertThat(PhoneNumber.parse(line).isHelpLine()).as(line).isTrue();
        }
        for (String other : new String[] {"12306", "13800012345", "057112345678", "10086", "0012345678"}) {
            assertThat(PhoneNumber.parse(other).isHelpLine()).as(other).isFalse();
        }
    }

    @Test
    void aHiddenOrInvalidNumberHasNoDigits() {
        assertThat(PhoneNumber.HIDDEN.revealTo(Purpose.TEST)).isEmpty();
        assertThat(PhoneNumber.HIDDEN.kind()).isEqualTo(NumberKind.HIDDEN);
        assertThat(PhoneNumber.INVALID.kind()).isEqualTo(NumberKind.INVALID);
        assertThat(PhoneNumber.read(new byte[] {'s', 'i', 'p', 'p'}, 0, 4)).isEqualTo(PhoneNumber.INVALID);
    }
}
