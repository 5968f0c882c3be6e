package io.jingling.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.evidence.BundleReport;
import io.jingling.evidence.BundleZip;
import io.jingling.evidence.Trust;
import io.jingling.evidence.Verdict;
import io.jingling.seals.Renewal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A bundle that was written once and must be read for ever: {@code example.tlzj}, its trust file, its renewal. */
class ExampleTest {
    static final Path FOLDER =
            Path.of("src/test/resources/io/jingling/verifier").toAbsolutePath();
    static final Path BUNDLE = FOLDER.resolve("example.tlzj");
    static final Path TRUST = FOLDER.resolve("example.trust");

    @Test
    void itIsStillReadByBothVerifiers() throws IOException {
        byte[] bundle = Files.readAllBytes(BUNDLE);
        Trust trust = Trust.read(Files.readAllBytes(TRUST), MadeUpCase.SEALS);
        BundleReport.Whole whole = BundleTest.whole(bundle, trust);
        assertThat(whole.isGood()).isTrue();
        assertThat(whole.time().verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(whole.contents().caseFile()).isEqualTo(MadeUpCase.caseFile());
        try (PythonVerifier python = new PythonVerifier(TRUST)) {
            assertThat(python.verify(bundle)).contains("\"good\": true", "\"time\": \"holds\"");
        }
        assertThat(Renewal.check(Files.readAllBytes(FOLDER.resolve("example.tlzj.ers")), bundle, trust.authorities()))
                .extracting("at")
                .isEqualTo(MadeUpCase.NOW.plusSeconds(60));
    }

    @Test
    void itHasEveryFileOfTheFormat() throws IOException {
        assertThat(BundleZip.read(Files.readAllBytes(BUNDLE)).keySet())
                .contains("verify.html", "时间线.pdf", "清单.csv", "README-民警.txt", "log/call-log.opening", "seal.txt");
    }
}
