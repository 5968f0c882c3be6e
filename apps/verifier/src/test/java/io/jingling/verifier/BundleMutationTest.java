package io.jingling.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.evidence.BundleCheck;
import io.jingling.evidence.BundleReport;
import io.jingling.evidence.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is done to a bundle, both verifiers refuse it and name the file.
 *
 * <p>Some 2,000 of all mutations in the build, all of them by {@code ./dev mutate-evidence}; the counts go to {@code
 * target/mutations.txt}.
 */
class BundleMutationTest {
    private static final int MUTATIONS = Integer.getInteger("jingling.mutations", 2_000);

    @TempDir
    private static Path folder;

    private static MadeUpCase story;
    private static byte[] bundle;
    private static Path trustFile;

    @BeforeAll
    static void make() throws IOException {
        story = new MadeUpCase(folder.resolve("story"), 11);
        bundle = story.bundle();
        trustFile = PythonVerifier.written(folder, story.trustText());
    }

    @Test
    void bothVerifiersTakeTheBundleAsItIs() throws IOException {
        try (PythonVerifier python = new PythonVerifier(trustFile);
                PythonVerifier trusting = new PythonVerifier(Path.of(""))) {
            assertThat(python.verify(bundle))
                    .isEqualTo(
                            "{\"good\": true, \"integrity\": \"holds\", \"time\": \"holds\", \"origin\": \"holds\", \"refusals\": []}");
            assertThat(trusting.verify(bundle))
                    .isEqualTo(
                            "{\"good\": true, \"integrity\": \"holds\", \"time\": \"unknown\", \"origin\": \"unknown\", \"refusals\": []}");
        }
        assertThat(BundleCheck.of(bundle, story.trust(), MadeUpCase.SEALS).isGood())
                .isTrue();
    }

    @Test
    void noMutationIsAccepted() throws IOException {
        List<String> accepted = new ArrayList<>();
        StringBuilder report = new StringBuilder();
        Trust trust = story.trust();
        int total = 0;
        List<Mutations.Kind> kinds = mutations().kinds();
        try (PythonVerifier python = new PythonVerifier(trustFile)) {
            for (Mutations.Kind kind : kinds) {
                int step = Math.max(1, kind.count() / Math.max(1, MUTATIONS / kinds.size()));
                int made = 0;
                for (int n = 0; n < kind.count(); n += step) {
                    Mutation mutation = kind.at().apply(n);
                    python.ask(mutation.bytes());
                    check(mutation, BundleCheck.of(mutation.bytes(), trust, MadeUpCase.SEALS), accepted);
                    check(mutation, python.answer(), accepted);
                    made++;
                }
                total += made;
                report.append(String.format(Locale.ROOT, "%8d of %8d  %s%n", made, kind.count(), kind.name()));
            }
        }
        report.append(String.format(
                Locale.ROOT, "%8d mutations, %d accepted or without the file's name%n", total, accepted.size()));
        Files.writeString(Path.of("target/mutations.txt"), report);
        assertThat(accepted).isEmpty();
        assertThat(total).isGreaterThanOrEqualTo(Math.min(MUTATIONS, 50_000) / 2);
    }

    private static Mutations mutations() {
        MadeUpCase another = new MadeUpCase(folder.resolve("another"), 77);
        LogInMemory otherLog = new LogInMemory("log.example/evidence", 123);
        byte[] otherProof =
                otherLog.proof(otherLog.append(story.manifestEntry().opening())).bytes();
        return new Mutations(bundle, another.bundle(), otherProof);
    }

    private static void check(Mutation mutation, BundleReport report, List<String> accepted) {
        boolean named = report instanceof BundleReport.Altered altered
                && altered.refusals().stream().anyMatch(refusal -> isNamed(mutation, refusal.file()));
        if (!named) {
            accepted.add("Java: " + mutation.what() + " → " + report);
        }
    }

    private static void check(Mutation mutation, String answer, List<String> accepted) {
        boolean named = answer.startsWith("{\"good\": false")
                && PythonVerifier.files(answer).stream().anyMatch(file -> isNamed(mutation, file));
        if (!named) {
            accepted.add("Python: " + mutation.what() + " → " + answer);
        }
    }

    private static boolean isNamed(Mutation mutation, String file) {
        return mutation.file().isEmpty() ? !file.isEmpty() : file.equals(mutation.file());
    }
}
