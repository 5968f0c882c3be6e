package io.jingling.records;

import static io.jingling.records.Reading.NOW;
import static io.jingling.records.Reading.SHANGHAI;
import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.CallRecord;
import io.jingling.platform.StandingStore.Listed;
import org.junit.jupiter.api.Test;

/** What a row gives beside its value, so that a file can be sent on without its bad lines. */
class RowsTest {
    private static final String HEADER = "note,number,category,score,expires";
    private static final String FIRST = "\"two\nlines\",13800001111,07,90,2027-01-01T00:00:00Z";
    private static final String LAST = ",13800001112,07,90,2027-01-01T00:00:00Z";

    @Test
    void headerAndGoodLinesAreKeptAsTheyWere() {
        try (Rows<Listed> rows =
                StandingsFile.read(Reading.utf8("\uFEFF" + HEADER + "\n\n" + FIRST + "\r\n\n" + LAST), NOW)) {
            assertThat(rows.header()).isEqualTo(HEADER);
            assertThat(rows.next()).satisfies(row -> {
                assertThat(row.line()).isEqualTo(3);
                assertThat(row.raw()).isEqualTo(FIRST);
            });
            assertThat(rows.next()).satisfies(row -> {
                assertThat(row.line()).isEqualTo(6);
                assertThat(row.raw()).isEqualTo(LAST);
            });
        }
    }

    @Test
    void aFileWithoutAHeaderHasNone() {
        try (Rows<CallRecord> rows = CallFormat.ASTERISK.read(Reading.utf8("a,b\n"), SHANGHAI)) {
            assertThat(rows.header()).isEmpty();
        }
    }

    @Test
    void anObjectOfAnArrayIsKeptAsALineOfItsOwn() {
        try (Rows<Listed> rows = StandingsFile.read(
                Reading.utf8("[ {\"number\" : \"13800001111\",\n\"score\" : 7, \"note\":null} ]"), NOW)) {
            assertThat(rows.next().raw()).isEqualTo("{\"number\":\"13800001111\",\"score\":\"7\",\"note\":\"\"}");
        }
    }
}
