package io.jingling.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Category;
import io.jingling.domain.Label;
import io.jingling.domain.Label.About;
import io.jingling.domain.Label.By;
import io.jingling.domain.Label.Claim;
import io.jingling.domain.Label.Source;
import io.jingling.domain.PhoneNumber;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsFileTest {
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");

    @Test
    void aLabelIsReadFromCsvAndFromJsonAlike() {
        Label wanted = new Label(
                new About.OfNumber(PhoneNumber.parse("17012345678")),
                Claim.HARASSMENT,
                Optional.of(Category.LOANS),
                new By(Source.REPORTER, "b7f2"),
                Instant.parse("2026-11-23T01:30:00Z"));
        String csv = LabelsFile.HEADER + "\n170-1234-5678,,harassment,07,reporter,b7f2,2026-11-23T09:30:00+08:00\n";
        String json =
                "[{\"number\":\"17012345678\",\"claim\":\"harassment\",\"category\":\"7\",\"source\":\"reporter\","
                        + "\"who\":\"b7f2\",\"at\":\"2026-11-23T09:30:00+08:00\"}]";
        assertThat(taken(csv)).containsExactly(wanted);
        assertThat(taken(json)).containsExactly(wanted);
    }

    @Test
    void aLabelOfACallWithoutASourceIsImported() {
        assertThat(taken("call_id,claim,at\nsip-1,legit_trade,2026-11-23T09:30:00+08:00\n"))
                .singleElement()
                .satisfies(label -> {
                    assertThat(label.about()).isEqualTo(new About.OfCall("sip-1"));
                    assertThat(label.by()).isEqualTo(new By(Source.IMPORTED, ""));
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17012345678,c,benign,,,,2026-11-23T09:30:00Z|number: got a number and a call_id, want one",
                ",,benign,,,,2026-11-23T09:30:00Z|number: got neither number nor call_id, want one",
                "17012345678,,nice,,,,2026-11-23T09:30:00Z|claim: got \"nice\", want one of",
                "17012345678,,benign,99,,,2026-11-23T09:30:00Z|category: got \"99\", want 01 to 21 or F1",
                "17012345678,,benign,,reporter,,2026-11-23T09:30:00Z|who: got 0 characters, want 1 to 100",
                "17012345678,,benign,,mother,m,2026-11-23T09:30:00Z|source: got \"mother\", want one of",
                "17012345678,,benign,,,,2027-11-23T09:30:00Z|at: got 2027-11-23T09:30:00Z, want 2000-01-01",
                "17012345678,,benign,,,,yesterday|at: got \"yesterday\", want ISO 8601",
                "1,,benign,,,,2026-11-23T09:30:00Z|number: got \"1\""
            })
    void aBadLineSaysWhatWasGotAndWanted(String line, String complaint) {
        Row<Label> row = rows(LabelsFile.HEADER + "\n" + line + "\n").getFirst();
        assertThat(row).isInstanceOf(Row.Refused.class);
        assertThat(((Row.Refused<Label>) row).why().sentence()).startsWith("line 2: " + complaint);
    }

    private static List<Label> taken(String file) {
        return rows(file).stream().map(row -> ((Row.Taken<Label>) row).value()).toList();
    }

    private static List<Row<Label>> rows(String file) {
        List<Row<Label>> all = new ArrayList<>();
        try (Rows<Label> rows = LabelsFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), NOW)) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }
}
