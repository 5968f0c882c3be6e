package io.jingling.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bundle's own texts: one writing each, and nothing that does not fit together. */
class BundleTextsTest {
    private static final Instant NOW = Instant.parse("2026-11-28T13:00:00Z");
    private static final SourceFile FILE = new SourceFile("files/a.csv", "call_log", NOW, "举报人", "导出");
    private static final Claim SEEN = new Claim(Claim.Kind.OBSERVED, "来电一次", "log/v1", "", List.of("files/a.csv"));
    private static final CaseFile CASE =
            new CaseFile(new CaseFile.Head("1", "核查", "issuer.example", "王", NOW), List.of(FILE), List.of(SEEN));
    private static final Custody CUSTODY = new Custody(List.of(
            new Custody.Step("甲", Custody.Act.COLLECT, NOW, "导出"),
            new Custody.Step("乙", Custody.Act.RELEASE, NOW.plusSeconds(1), "交付")));

    @Test
    void theFileIsAsTheFormatSays() {
        assertThat(new String(CASE.bytes(), StandardCharsets.UTF_8)).isEqualTo("""
                jingling/bundle/v1

                case 1
                purpose 核查
                issuer issuer.example
                exporter 王
                made 2026-11-28T13:00:00Z

                file files/a.csv
                sort call_log
                received 2026-11-28T13:00:00Z
                from 举报人
                how 导出

                claim 1
                kind observed
                text 来电一次
                method log/v1
                input files/a.csv
                """);
    }

    /** Seeded: what is read is what would be written. */
    @Test
    void whateverBytesComeTheyAreReadOrRefused() {
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            byte[] caseFile = Spoilt.bytes(random, CASE.bytes());
            byte[] custody = Spoilt.bytes(random, CUSTODY.bytes());
            assertReadOrRefused(
                    () -> assertThat(CaseFile.read(caseFile).bytes()).isEqualTo(caseFile));
            assertReadOrRefused(() -> assertThat(Custody.read(custody).bytes()).isEqualTo(custody));
        }
        assertThat(CaseFile.read(CASE.bytes())).isEqualTo(CASE);
        assertThat(Custody.read(CUSTODY.bytes())).isEqualTo(CUSTODY);
    }

    @Test
    void aStepOfCustodyBindsAllBeforeIt() {
        String text = new String(CUSTODY.bytes(), StandardCharsets.UTF_8);
        byte[] changed = text.replace("who 甲", "who 丙").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Custody.read(changed)).hasMessageContaining("step: got \"2\" after");
    }

    @Test
    void stepsDoNotGoBackInTime() {
        List<Custody.Step> backwards = CUSTODY.steps().reversed();
        assertThatThrownBy(() -> new Custody(backwards)).hasMessageContaining("step 2: got a time before");
    }

    @Test
    void aConclusionHasABoundAndAnObservationNone() {
        assertThatThrownBy(() -> new Claim(Claim.Kind.INFERRED, "同一团伙", "m", "", List.of("files/a.csv")))
                .hasMessageContaining("a bound exactly where inferred");
        assertThatThrownBy(() -> new Claim(Claim.Kind.OBSERVED, "来电", "m", "1 %", List.of("files/a.csv")))
                .hasMessageContaining("a bound exactly where inferred");
    }

    @Test
    void aClaimRestsOnFilesThatAreThere() {
        Claim claim = new Claim(Claim.Kind.OBSERVED, "来电", "m", "", List.of("files/b.csv"));
        assertThatThrownBy(() -> new CaseFile(CASE.head(), List.of(FILE), List.of(claim)))
                .hasMessageContaining("got an input that is no file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-28T13:00:00.5Z", "2026-11-28T13:00Z", "2026-11-28T13:00:00+08:00", "yesterday"})
    void aTimeIsUtcToTheSecond(String time) {
        assertThatThrownBy(() -> Moment.of(time)).hasMessageContaining("want UTC to the second");
    }

    private static void assertReadOrRefused(Runnable parser) {
        try {
            parser.run();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining(": got ");
        }
    }
}
