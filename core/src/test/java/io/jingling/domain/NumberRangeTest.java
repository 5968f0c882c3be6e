package io.jingling.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberRangeTest {
    private static final long SEED = 20261128;
    private static final int RANGES = 5_000;

    @ParameterizedTest
    @CsvSource({
        "1650023****, 1650023****, 10000",
        "165 0023 ****, 1650023****, 10000",
        "+86 1650023****, 1650023****, 10000",
        "0571-8888****, 05718888****, 10000",
        "+86 571 8888 ***＊, 05718888****, 10000",
        "010-8*******, 0108*******, 10000000",
        "9501234***, 9501234***, 1000",
        "400812345*, 400812345*, 10",
        "+1 415 555 ****, 001415555****, 10000",
        "165********, 165********, 100000000"
    })
    void aRangeIsReadAsItsNumbersAreAndPrintsAsItIsWritten(String written, String printed, long numbers) {
        NumberRange range = NumberRange.parse(written);
        assertThat(range).hasToString(printed);
        assertThat(range.numbers()).isEqualTo(numbers);
        assertThat(NumberRange.parse(range.toString())).isEqualTo(range);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "16500231234",
                "1650023",
                "16500*3****",
                "1**********",
                "16*********",
                "12***",
                "110**",
                "0571-11*",
                "0571-110**",
                "0571-123**",
                "0571-955**",
                "100861**",
                "1234*",
                "0571-9*****",
                "abc****",
                "****",
                "",
                "+8695*********",
                "165002312345678901****"
            })
    void whatIsNoRangeOrHoldsServiceNumbersIsRefusedWithWhatWasGotAndWanted(String written) {
        assertThatThrownBy(() -> NumberRange.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("range: got \"")
                .hasMessageContaining(", want at least 3 known digits and then 1 to 8 * of a whole number");
    }

    @Test
    void aRefusalMasksDigits() {
        assertThatThrownBy(() -> NumberRange.parse("16500231234"))
                .hasMessageContaining("\"165********\" (no free digit)");
    }

    @Test
    void itHoldsTheNumbersThatBeginAlikeAndAreAsLong() {
        NumberRange range = NumberRange.parse("1650023****");
        assertThat(range.holds(PhoneNumber.parse("16500230000"))).isTrue();
        assertThat(range.holds(PhoneNumber.parse("16500239999"))).isTrue();
        assertThat(range.holds(PhoneNumber.parse("16500240000"))).isFalse();
        assertThat(range.holds(PhoneNumber.parse("16500229999"))).isFalse();
        assertThat(range.holds(PhoneNumber.HIDDEN)).isFalse();
        assertThat(NumberRange.parse("9501234***").holds(PhoneNumber.parse("95012345")))
                .isFalse();
    }

    @Test
    void whatIsShownOfItOrOfItsNumbersNeverFillsTheGapOfAMaskedNumber() {
        assertThat(NumberRange.parse("165002312**").masked()).isEqualTo("165********");
        assertThat(NumberRange.around(PhoneNumber.parse("16500231234"))).hasToString("1650023****");
        assertThat(NumberRange.around(PhoneNumber.parse("057188886666"))).hasToString("05718888****");
    }

    @Test
    void noRangeHoldsAnEmergencyOrPublicServiceNumber() {
        SplittableRandom random = new SplittableRandom(SEED);
        int ranges = 0;
        for (int i = 0; i < RANGES; i++) {
            String number = digits(random, 3 + random.nextInt(13));
            int free = 1 + random.nextInt(Math.min(8, number.length() - 1));
            String text = number.substring(0, number.length() - free) + "*".repeat(free);
            if (!isRange(text)) {
                continue;
            }
            ranges++;
            NumberRange range = NumberRange.parse(text);
            for (String area : new String[] {"", "010", "021", "0571", "0888"}) {
                for (String code : new String[] {"110", "119", "120", "122", "12110", "96110", "12345", "10086"}) {
                    PhoneNumber service = PhoneNumber.parse(area + code);
                    assertThat(range.holds(service))
                            .as("seed %d: %s", SEED, text)
                            .isFalse();
                }
            }
        }
        assertThat(ranges).isGreaterThan(RANGES / 10);
    }

    private static boolean isRange(String text) {
        try {
            NumberRange.parse(text);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static String digits(SplittableRandom random, int length) {
        StringBuilder digits = new StringBuilder();
        while (digits.length() < length) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
