package io.jingling.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.evidence.BundleCheck;
import io.jingling.evidence.BundleDraft.Logged;
import io.jingling.evidence.BundlePath;
import io.jingling.evidence.BundleReport;
import io.jingling.evidence.LogProof;
import io.jingling.evidence.Trust;
import io.jingling.evidence.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bundle shows, to whom, and what an issuer that cheats can still not do. */
class BundleTest {
    @TempDir
    private static Path folder;

    private static MadeUpCase story;
    private static byte[] bundle;

    @BeforeAll
    static void make() {
        story = new MadeUpCase(folder, 11);
        bundle = story.bundle();
    }

    @Test
    void whoBelievesIssuerLogAndAuthoritiesIsShownAllThree() {
        BundleReport.Whole whole = whole(bundle, story.trust());
        assertThat(whole.time().verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(whole.origin().verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(whole.isGood()).isTrue();
        assertThat(whole.times())
                .extracting(BundleReport.TimeSaid::verdict)
                .containsExactlyInAnyOrder(Verdict.HOLDS, Verdict.HOLDS, Verdict.HOLDS, Verdict.OWN_WORD);
        assertThat(whole.contents().caseFile()).isEqualTo(MadeUpCase.caseFile());
        assertThat(whole.contents().custody()).isEqualTo(MadeUpCase.custody());
    }

    @Test
    void whoBelievesNobodyIsToldOnlyThatNothingWasAltered() {
        BundleReport.Whole whole = whole(bundle, Trust.NONE);
        assertThat(whole.time().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(whole.origin().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(whole.isGood()).isTrue();
    }

    @Test
    void anAuthorityThatIsNotIndependentProvesNoTime() {
        String ownOnly = without(without(story.trustText(), "\nauthority 另一家"), "\nwitness ");
        BundleReport.Whole whole = whole(bundle, read(ownOnly.replace("quorum 1", "quorum 0")));
        assertThat(whole.time().verdict()).isEqualTo(Verdict.OWN_WORD);
    }

    @Test
    void aSealOfOtherKeysIsOfUnknownOrigin() {
        MadeUpKeys others = new MadeUpKeys(99);
        byte[] forged = story.sealed(
                story.manifestEntry(),
                story.stamps(),
                List.of(others.ed25519(MadeUpCase.ISSUER), story.signers.getLast()));
        BundleReport.Whole whole = whole(forged, story.trust());
        assertThat(whole.origin().verdict()).isEqualTo(Verdict.FAILS);
        assertThat(whole.origin().refusals()).singleElement().extracting("file").isEqualTo("seal.txt");
        assertThat(whole.isGood()).isFalse();
    }

    @Test
    void aSealWithoutTheSm2KeyIsRefusedByWhoKnowsBoth() {
        byte[] weaker = story.sealed(story.manifestEntry(), story.stamps(), List.of(story.signers.getFirst()));
        assertThat(whole(weaker, story.trust()).origin().verdict()).isEqualTo(Verdict.FAILS);
    }

    @Test
    void anotherLogsProofIsRefusedEvenUnderTheIssuersSeal() {
        LogInMemory another = new LogInMemory("log.example/other", 5);
        long index = another.append(story.manifestEntry().opening());
        LogProof proof = another.proof(index);
        byte[] resealed = story.sealed(
                new Logged(story.manifestEntry().opening(), proof),
                story.stamps().subList(0, 2),
                story.signers);
        BundleReport.Whole whole = whole(resealed, story.trust());
        assertThat(whole.origin().refusals()).singleElement().extracting("file").isEqualTo(BundlePath.PROOF);
    }

    @Test
    void aProofOfAnotherEntryIsRefusedEvenUnderTheIssuersSeal() {
        byte[] resealed =
                story.sealed(new Logged(story.manifestEntry().opening(), story.log.proof(3)), List.of(), story.signers);
        assertThat(BundleCheck.of(resealed, story.trust(), MadeUpCase.SEALS))
                .isInstanceOfSatisfying(BundleReport.Altered.class, altered -> assertThat(altered.refusals())
                        .singleElement()
                        .extracting("file")
                        .isEqualTo(BundlePath.PROOF));
    }

    @Test
    void aTimestampOfSomethingElseIsRefusedEvenUnderTheIssuersSeal() {
        byte[] another = "something else".getBytes(StandardCharsets.UTF_8);
        byte[] resealed = story.sealed(
                story.manifestEntry(),
                List.of(story.stamp(BundlePath.MANIFEST, "other", story.other, another)),
                story.signers);
        BundleReport.Whole whole = whole(resealed, story.trust());
        assertThat(whole.time().refusals()).singleElement().extracting("file").isEqualTo("time/manifest.other.tsr");
        assertThat(whole.isGood()).isFalse();
    }

    static BundleReport.Whole whole(byte[] bundle, Trust trust) {
        BundleReport report = BundleCheck.of(bundle, trust, MadeUpCase.SEALS);
        assertThat(report).isInstanceOf(BundleReport.Whole.class);
        return (BundleReport.Whole) report;
    }

    private static Trust read(String text) {
        return Trust.read(text.getBytes(StandardCharsets.UTF_8), MadeUpCase.SEALS);
    }

    /** A line, or a paragraph's lines up to the next empty one, left out. */
    private static String without(String text, String begin) {
        int from = text.indexOf(begin);
        int to = begin.contains("authority") ? text.length() : text.indexOf('\n', from + 1);
        return text.substring(0, from) + text.substring(to);
    }
}
