package io.jingling.http.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GuidanceTest {
    private static final Pattern COMMAND = Pattern.compile("\\b[A-Za-z]{5,8}\\b");

    /** Of the research; others are told on the Internet and are in no source that could be believed. */
    private static final Set<String> KNOWN =
            Set.of("KTFSR", "QXFSR", "ktvolte", "QXGJLH", "GBGJLH", "GBGJDX", "QXGLLJ");

    @Test
    void everyRowSaysWhenAndWhereItWasLookedUpOrThatItWasNot() {
        assertThat(Guidance.ROWS).hasSizeGreaterThan(20).allSatisfy(row -> {
            boolean unverified = row.advice().certainty().equals("未核实");
            assertThat(row.advice().verifiedOn().isEmpty()).isEqualTo(unverified);
            if (!unverified) {
                assertThat(LocalDate.parse(row.advice().verifiedOn())).isBefore(LocalDate.of(2100, 1, 1));
                assertThat(row.advice().source()).hasSizeGreaterThan(2);
                assertThat(row.advice().certainty()).isIn("已核实", "待确认");
            }
        });
    }

    @Test
    void noCommandIsInvented() {
        assertThat(Guidance.ROWS).allSatisfy(row -> {
            var found = COMMAND.matcher(row.advice().how());
            while (row.part().equals("carrier") && found.find()) {
                assertThat(found.group()).isIn(KNOWN);
            }
        });
    }

    @Test
    void everyCarrierAndBrandIsThere() {
        assertThat(Guidance.of("carrier", "中国电信"))
                .extracting(one -> one.who() + one.own())
                .containsExactly("中国移动false", "中国电信true", "中国联通false", "中国广电false");
        assertThat(Guidance.of("handset", ""))
                .extracting(one -> one.who())
                .contains("华为", "小米", "OPPO", "vivo", "iPhone");
        assertThat(Guidance.of("12321", "")).hasSize(1);
        assertThat(Guidance.of("110", "")).hasSize(2);
    }
}
