package io.jingling.records;

import static io.jingling.records.Reading.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Standing;
import io.jingling.platform.StandingStore.Listed;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingsFileTest {
    private static final String HEADER = "number,category,score,expires\n";
    private static final Instant NEW_YEAR = Instant.parse("2026-12-31T16:00:00Z");

    @Test
    void aStandingHasACategoryAScoreAndAnEnd() {
        Reading<Listed> reading = read(HEADER + "13800001111,07,90,2027-01-01T00:00:00+08:00\n");
        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.values())
                .containsExactly(
                        listed("13800001111", new Standing.Suspected(Category.LOANS, 90, Evidence.LISTED, NEW_YEAR)));
    }

    @Test
    void columnsComeInAnyOrderAndEvidenceIsTaken() {
        Reading<Listed> reading = read("evidence_value,EXPIRES,note,score,evidence,category,number\r\n"
                + "312,2026-12-31T16:00:00Z,ours,77,calls_per_hour,F1,+86 138-0000-1111\r\n");
        Evidence evidence = new Evidence(Evidence.Kind.CALLS_PER_HOUR, 312);
        assertThat(reading.values())
                .containsExactly(listed("13800001111", new Standing.Suspected(Category.FRAUD, 77, evidence, NEW_YEAR)));
    }

    @Test
    void protectedUseNeedsNoScore() {
        assertThat(read(HEADER + "95338,L1,,2027-01-01T00:00:00+08:00").values())
                .containsExactly(listed("95338", new Standing.Protected(NEW_YEAR)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            1380000,07,90,2027-01-01T00:00:00+08:00 | number: got "138****" (only the beginning of a number), want 3 to 17 digits of a whole number, such as 138…, 010…, 95588 or +1…
            12345678901234567890,07,90,2027-01-01T00:00:00+08:00 | number: got "123*****************" (too many digits), want 3 to 17 digits of a whole number, such as 138…, 010…, 95588 or +1…
            CALL-ME,07,90,2027-01-01T00:00:00+08:00 | number: got "CALL-ME" (letters or signs in it), want 3 to 17 digits of a whole number, such as 138…, 010…, 95588 or +1…
            ,07,90,2027-01-01T00:00:00+08:00 | number: got "" (no digits), want 3 to 17 digits of a whole number, such as 138…, 010…, 95588 or +1…
            13800001111,22,90,2027-01-01T00:00:00+08:00 | category: got "22", want 01 to 21, F1, or L1 for verified protected use
            13800001111,,90,2027-01-01T00:00:00+08:00 | category: got "", want 01 to 21, F1, or L1 for verified protected use
            13800001111,07,101,2027-01-01T00:00:00+08:00 | score: got "101", want a whole number from 0 to 100
            13800001111,07,-1,2027-01-01T00:00:00+08:00 | score: got "-1", want a whole number from 0 to 100
            13800001111,07,high,2027-01-01T00:00:00+08:00 | score: got "high", want a whole number from 0 to 100
            13800001111,07,,2027-01-01T00:00:00+08:00 | score: got nothing, want a whole number from 0 to 100
            13800001111,07,90,2027-01-01T00:00:00 | expires: got "2027-01-01T00:00:00" (no offset), want ISO 8601 with offset, such as 2026-11-23T09:30:00+08:00
            13800001111,07,90,2027-01-01 00:00:00 | expires: got "2027-01-01 00:00:00" (no offset), want ISO 8601 with offset, such as 2026-11-23T09:30:00+08:00
            13800001111,07,90,tomorrow | expires: got "tomorrow", want ISO 8601 with offset, such as 2026-11-23T09:30:00+08:00
            13800001111,07,90,2026-02-30T00:00:00+08:00 | expires: got "2026-02-30T00:00:00+08:00", want ISO 8601 with offset, such as 2026-11-23T09:30:00+08:00
            13800001111,07,90,2020-01-01T00:00:00Z | expires: got 2020-01-01T00:00:00Z, want a time to come, at most ten years ahead
            13800001111,07,90,9999-12-31T00:00:00Z | expires: got 9999-12-31T00:00:00Z, want a time to come, at most ten years ahead
            13800001111,07,90 | columns: got 3, want 4
            13800001111,07,90,2027-01-01T00:00:00Z,x | columns: got 5, want 4
            13800001111,"07,90,2027-01-01T00:00:00Z | line: got a quote that is not closed, want a closing quote, or "" for one within
            "13800001111"1,07,90,2027-01-01T00:00:00Z | line: got text behind a closing quote, want fields quoted by RFC 4180
            """)
    void aBadLineIsNamedAndTheRestIsTaken(String line, String sentence) {
        Reading<Listed> reading = read(HEADER + line + "\n13900002222,01,1,2027-01-01T00:00:00+08:00\n");
        assertThat(reading.sentences()).containsExactly("line 2: " + sentence);
        assertThat(reading.rejects().getFirst().raw()).isEqualTo(line);
        assertThat(reading.values()).hasSize(1);
    }

    @Test
    void unknownEvidenceIsRefused() {
        Reading<Listed> reading =
                read("number,category,score,expires,evidence\n13800001111,07,9,2027-01-01T00:00:00Z,rumour\n");
        assertThat(reading.sentences())
                .containsExactly("line 2: evidence: got \"rumour\", want one of listed, calls_per_hour, reports, "
                        + "campaign, short_calls, model, held_out, range");
    }

    @Test
    void aWrongHeaderIsOneErrorThatNamesBoth() {
        assertThatThrownBy(() -> read("number,kind,points,until\n1,2,3,4\n"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("header: got \"number,kind,points,until\", want number,category,score,expires "
                        + "(and, if wished, evidence,evidence_value)");
    }

    @Test
    void aMissingHeaderIsMaskedInTheError() {
        assertThatThrownBy(() -> read("13800001111,07,90,2027-01-01T00:00:00Z\n"))
                .hasMessageStartingWith("header: got \"138********,07,90,202");
    }

    @Test
    void anEmptyFileIsOneError() {
        assertThatThrownBy(() -> read("")).hasMessageStartingWith("header: got an empty file, want number,");
    }

    @Test
    void aColumnTwiceIsOneError() {
        assertThatThrownBy(() -> read("number,number,category,score,expires\n"))
                .hasMessageStartingWith("header: got column \"number\" twice, want ");
    }

    @Test
    void aHeaderOfAnotherEncodingIsOneError() {
        byte[] gbk = "number,category,score,expires,备注\n".getBytes(Charset.forName("GBK"));
        assertThatThrownBy(() -> StandingsFile.csv(new ByteArrayInputStream(gbk), NOW))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageStartingWith("encoding: got byte 0xB1 at byte 31 of the line, want UTF-8");
    }

    @Test
    void halfALastLineIsRefusedAndAWholeOneWithoutItsEndIsTaken() {
        String line = "13800001111,07,90,2027-01-01T00:00:00+08:00";
        assertThat(read(HEADER + line).values()).hasSize(1);
        Reading<Listed> half = read(HEADER + line + "\n13900002222,07,9");
        assertThat(half.values()).hasSize(1);
        assertThat(half.sentences()).containsExactly("line 3: columns: got 3, want 4");
    }

    @Test
    void jsonLinesAreTakenAndABrokenOneCostsOnlyItself() {
        Reading<Listed> reading = read("""
                {"number":"13800001111","category":"07","score":90,"expires":"2027-01-01T00:00:00+08:00"}
                {"number":"13800001111","category":
                {"number":"13800001112","category":"07","score":900,"expires":"2027-01-01T00:00:00+08:00"}

                ["a"]
                {"number":{"e164":"13800001111"},"category":"07"}
                {"number":"95338","category":"L1","score":null,"expires":"2027-01-01T00:00:00+08:00"}
                """);
        assertThat(reading.sentences())
                .containsExactly(
                        "line 2: line: got broken JSON, want one JSON object",
                        "line 3: score: got \"900\", want a whole number from 0 to 100",
                        "line 5: line: got no flat JSON object, want {\"number\": …, …}",
                        "line 6: line: got no flat JSON object, want {\"number\": …, …}");
        assertThat(reading.values())
                .containsExactly(
                        listed("13800001111", new Standing.Suspected(Category.LOANS, 90, Evidence.LISTED, NEW_YEAR)),
                        listed("95338", new Standing.Protected(NEW_YEAR)));
    }

    @Test
    void aJsonArrayIsTakenUpToItsFirstMistakeInSyntax() {
        Reading<Listed> reading = read("""
                [{"number":"13800001111","category":"07","score":90,"expires":"2027-01-01T00:00:00+08:00"},
                 {"number":"x","category":"07","score":90,"expires":"2027-01-01T00:00:00+08:00"},
                 {"number":"13800001113","category":"07","score":90,"expires":"2027-01-01T00:00:00+08:00"},
                 {"number":"13800001114","category" 07}]
                """);
        assertThat(reading.values()).hasSize(2);
        assertThat(reading.sentences())
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("line 2: number: got \"x\" (letters"),
                        second -> assertThat(second)
                                .isEqualTo("line 4: line: got broken JSON; nothing behind it was read, "
                                        + "want an array of objects"));
    }

    @Test
    void anElementOfAnArrayThatIsTooDeepOrTooLongCostsOnlyItself() {
        String good = "{\"number\":\"13800001111\",\"category\":\"07\",\"score\":90,"
                + "\"expires\":\"2027-01-01T00:00:00+08:00\"}";
        for (String bad : List.of(
                "[".repeat(9) + "]".repeat(9),
                "{\"number\":\"" + "x".repeat(70_000) + "\"}",
                "{\"number\":" + "1".repeat(200) + "}",
                "{\"" + "n".repeat(200) + "\":1}")) {
            Reading<Listed> reading = read("[" + bad + "," + good + "]");
            assertThat(reading.values()).hasSize(1);
            assertThat(reading.rejects()).hasSize(1);
        }
    }

    @Test
    void whatStandsBehindAJsonArrayIsNotPassedOverInSilence() {
        assertThat(read("[] []").sentences())
                .containsExactly("line 1: line: got broken JSON; nothing behind it was read, want an array of objects");
        assertThat(read("[]\n").sentences()).isEmpty();
    }

    @Test
    void noMessageShowsANumber() {
        Reading<Listed> reading = read(HEADER + "13800001111,13800001111,13800001111,13800001111\n"
                + "13800001111x,07,90,2027-01-01T00:00:00Z\n");
        assertThat(reading.rejects()).hasSize(2).allSatisfy(why -> {
            assertThat(why.toString()).doesNotContain("138000").contains("138*");
            assertThat(why.raw()).contains("13800001111");
        });
    }

    private static Reading<Listed> read(String text) {
        return Reading.of(StandingsFile.read(Reading.utf8(text), NOW));
    }

    private static Listed listed(String number, Standing standing) {
        return new Listed(PhoneNumber.parse(number), standing);
    }

    @Test
    void aLineMayBeQuotedAndGoOverItsEnd() {
        Reading<Listed> reading = read("number,category,score,expires,note\n"
                + "13800001111,07,90,2027-01-01T00:00:00Z,\"two\nlines, and a \"\"quote\"\"\"\n"
                + "13800001112,07,90,2027-01-01T00:00:00Z,\n");
        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.values()).hasSize(2);
    }

    @Test
    void aStrayQuoteCostsItsOwnLineOnly() {
        String good = ",07,90,2027-01-01T00:00:00Z\n";
        Reading<Listed> reading = read(HEADER + "13800001111" + good + "\"13800001112" + good + "13800001113" + good
                + "13800001114\"" + good + "13800001115" + good);
        assertThat(reading.sentences())
                .hasSize(2)
                .allMatch(sentence -> sentence.contains("a quote that is not closed"));
        assertThat(reading.values().stream().map(Listed::caller))
                .isEqualTo(List.of(
                        PhoneNumber.parse("13800001111"),
                        PhoneNumber.parse("13800001113"),
                        PhoneNumber.parse("13800001115")));
    }
}
