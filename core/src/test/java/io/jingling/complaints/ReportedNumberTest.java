package io.jingling.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportedNumberTest {
    static Stream<Arguments> table() throws IOException {
        return lines().stream().map(line -> {
            int bar = line.lastIndexOf('|');
            return Arguments.of(line.substring(0, bar), line.substring(bar + 1));
        });
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = ReportedNumberTest.class.getResourceAsStream("reported-numbers.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    void theTableHasMoreThanAHundredAndTwentyCases() throws IOException {
        assertThat(lines()).hasSizeGreaterThanOrEqualTo(120).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("table")
    void numbersAreReadAsPeopleWriteThem(String written, String read) {
        if (read.startsWith("!")) {
            assertThatThrownBy(() -> ReportedNumber.read(written))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("number: got ")
                    .hasMessageContaining("(" + read.substring(1))
                    .hasMessageContaining("want the whole number as it was shown")
                    .hasMessageNotContaining("13800138000");
            return;
        }
        ReportedNumber number = ReportedNumber.read(written);
        assertThat(shown(number)).isEqualTo(read);
        assertThat(number.raw()).as("what was written is kept").isEqualTo(written);
        assertThat(number.toString()).as("and never printed").doesNotContain("13800138000");
    }

    private static String shown(ReportedNumber number) {
        if (number.number().equals(PhoneNumber.HIDDEN)) {
            return "hidden";
        }
        String digits = number.number().revealTo(Purpose.TEST);
        return number.extension().isEmpty() ? digits : digits + "#" + number.extension();
    }

    @Test
    void whateverIsWrittenItIsReadOrRefusedWithHelp() {
        long seed = 20261129;
        Random random = new Random(seed);
        String alphabet = "0123456789+-()（） 转ext#,;:：号码一二三零〇未知\u202a\u200b*＊xX.'\"<>%\u0000\n\ud83d\ude00";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                ReportedNumber number = ReportedNumber.read(text.toString());
                assertThat(number.number()).as("seed %d, %d", seed, i).isNotEqualTo(PhoneNumber.INVALID);
                if (number.number().isKnown()) {
                    String digits = number.number().revealTo(Purpose.TEST);
                    assertThat(PhoneNumber.parse(digits))
                            .as("seed %d, %s", seed, digits)
                            .isEqualTo(number.number());
                }
            } catch (IllegalArgumentException refused) {
                assertThat(refused).as("seed %d, %d", seed, i).hasMessageStartingWith("number: got ");
            }
        }
    }
}
