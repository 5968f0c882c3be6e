package io.jingling.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CaseQueryTest {
    private final CaseQuery cases = new CaseQuery(Period.parse("2026Q3"));

    @Test
    void reportsAreFoundByWhenTheyCameAndCasesByWhenTheyWereOpened() {
        assertThat(cases.with("category", "07")).isEqualTo("from=2026-07-01&to=2026-10-01&category=07");
        assertThat(cases.opened("measure", "number_stopped"))
                .isEqualTo("by=opened&from=2026-07-01&to=2026-10-01&measure=number_stopped");
    }

    @Test
    void anyNameOfADeskComesBackAsItWas() {
        String name = "carrier/甲&乙=丙 #1+%\uD83D\uDE00";
        assertThat(CaseQuery.escaped(name)).matches("[A-Za-z0-9_%]+");
        assertThat(URLDecoder.decode(CaseQuery.escaped(name), StandardCharsets.UTF_8))
                .isEqualTo(name);
    }
}
