package io.jingling.benchmarks;

import io.jingling.evidence.BundleDraft;
import io.jingling.evidence.BundleDraft.Logged;
import io.jingling.evidence.BundleDraft.Stamp;
import io.jingling.evidence.BundlePath;
import io.jingling.evidence.CaseFile;
import io.jingling.evidence.Custody;
import io.jingling.evidence.LogProof;
import io.jingling.evidence.NoteSigner;
import io.jingling.evidence.Opening;
import io.jingling.evidence.Seals;
import io.jingling.evidence.SourceFile;
import io.jingling.evidence.Stamping.Stamped;
import io.jingling.seals.BouncySeals;
import io.jingling.seals.LocalAuthority;
import io.jingling.seals.Sm2Key;
import io.jingling.seals.Stampers;
import io.jingling.seals.VerifyPage;
import io.jingling.storage.EvidenceFolder;
import io.jingling.storage.EvidenceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes a bundle of five files of a megabyte each, logged, stamped and sealed by true keys, and a trust file that believes them, for
 * the verifier to be measured with. Argument: an empty folder.
 */
public final class MadeUpBundle {
    private static final String ORIGIN = "benchmark.invalid/evidence";
    private static final Instant NOW = Instant.parse("2026-11-29T00:00:00Z");
    private static final int FILES = 5;

    private static final Seals SEALS = new BouncySeals();

    private MadeUpBundle() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path keys = folder.resolve("keys");
        NoteSigner ed25519 = EvidenceKey.readOrMake(keys, folder.resolve("log"), ORIGIN);
        NoteSigner sm2 = Sm2Key.readOrMake(keys, "evidence-sm2", ORIGIN);
        LocalAuthority authority = LocalAuthority.readOrMake(keys, InstantSource.system());
        Random random = new Random(1);
        BundleDraft draft = draft(random);
        Opening opening = draft.opening(bytes(random, Opening.SALT_BYTES));
        LogProof proof;
        try (EvidenceFolder log = EvidenceFolder.open(folder.resolve("log"), ed25519, List.of(sm2))) {
            proof = log.proof(log.append(List.of(opening.entry())).getFirst().index());
        }
        List<Stamp> stamps = new ArrayList<>();
        try (Stampers stampers = Stampers.local(authority)) {
            stamps.addAll(stamps(BundlePath.MANIFEST, stampers.over(draft.manifestBytes())));
            stamps.addAll(stamps(BundlePath.PROOF, stampers.over(proof.bytes())));
        }
        List<NoteSigner> issuer = List.of(ed25519, sm2);
        Files.write(folder.resolve("bundle.tlzj"), draft.sealed(new Logged(opening, proof), Map.of(), stamps, issuer));
        Files.writeString(folder.resolve("trust.txt"), trust(issuer, authority));
    }

    private static BundleDraft draft(Random random) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        List<SourceFile> described = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            String path = "files/recording-" + i + ".wav";
            contents.put(path, bytes(random, 1_000_000));
            described.add(new SourceFile(path, "recording", NOW, "a benchmark", "random bytes"));
        }
        CaseFile.Head head = new CaseFile.Head("benchmark", "to be measured", ORIGIN, "nobody", NOW);
        return BundleDraft.of(
                new CaseFile(head, described, List.of()),
                new Custody(List.of(new Custody.Step("a benchmark", Custody.Act.COLLECT, NOW, "made up"))),
                contents,
                Map.of(BundlePath.VERIFY, VerifyPage.bytes()),
                SEALS);
    }

    private static List<Stamp> stamps(String of, List<Stamped> replies) {
        return replies.stream()
                .map(one -> new Stamp(of, one.authority(), one.reply()))
                .toList();
    }

    private static String trust(List<NoteSigner> issuer, LocalAuthority authority) {
        StringBuilder keys = new StringBuilder();
        issuer.forEach(signer ->
                keys.append("key ").append(signer.verifier().key().text()).append('\n'));
        return "jingling/trust/v1\n\nlog " + ORIGIN + "\n" + keys + "quorum 0\n\nissuer " + ORIGIN + "\n" + keys
                + "\nauthority own\ncertificate " + authority.certificateBase64() + "\nindependent no\n";
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
