package io.jingling.evidence;

import io.jingling.evidence.BundleReport.Contents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What of a bundle is in a log: the manifest, and whatever else is opened. */
final class BundleLog {
    private static final String FOLDER = "log/";
    private static final String OPENING = ".opening";
    private static final String PROOF = ".tlog-proof";

    private final SortedMap<String, byte[]> files;
    private final Contents contents;
    private final SortedMap<String, LogProof> proofs = new TreeMap<>();
    private final SortedMap<String, Hash> leaves = new TreeMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    BundleLog(SortedMap<String, byte[]> files, Contents contents) {
        this.files = files;
        this.contents = contents;
        wantFile(BundlePath.OPENING);
        files.keySet().stream().filter(path -> path.startsWith(FOLDER)).forEach(this::readEntry);
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** Of the manifest; only where nothing was refused. */
    LogProof proof() {
        return proofs.get(BundlePath.PROOF);
    }

    /** What speaks against the log, for one who believes those. */
    List<Refusal> against(Trust trust) {
        List<Refusal> against = new ArrayList<>();
        for (Map.Entry<String, LogProof> each : proofs.entrySet()) {
            LogProof proof = each.getValue();
            Check check = policyOf(proof, trust)
                    .map(policy -> proof.check(leaves.get(each.getKey()), policy))
                    .orElseGet(() -> Check.fails("got the log "
                            + Shown.of(proof.checkpoint().checkpoint().origin()) + ", want one that is believed"));
            if (check instanceof Check.Fails(String reason)) {
                against.add(new Refusal(each.getKey(), reason));
            }
        }
        return against;
    }

    static Optional<LogPolicy> policyOf(LogProof proof, Trust trust) {
        String origin = proof.checkpoint().checkpoint().origin();
        return trust.logs().stream()
                .filter(policy -> policy.origin().equals(origin))
                .findFirst();
    }

    private void readEntry(String path) {
        if (path.endsWith(PROOF)) {
            wantFile(path.substring(0, path.length() - PROOF.length()) + OPENING);
            return;
        }
        String proofPath = path.substring(0, path.length() - OPENING.length()) + PROOF;
        if (!wantFile(proofPath)) {
            return;
        }
        try {
            Opening opening = OpeningFile.read(files.get(path), files);
            wantWhatItSays(path, opening);
            readProof(proofPath, opening);
        } catch (IllegalArgumentException malformed) {
            refusals.add(new Refusal(path, malformed.getMessage()));
        }
    }

    private void readProof(String path, Opening opening) {
        try {
            LogProof proof = LogProof.read(files.get(path));
            Hash leaf = opening.entry().leaf();
            TreeHead head = proof.checkpoint().head();
            Check check = new InclusionProof(proof.index(), head.size(), proof.path()).check(leaf, head);
            if (check instanceof Check.Fails(String reason)) {
                refusals.add(new Refusal(path, reason));
            } else if (proof.extra().length > 0) {
                refusals.add(new Refusal(path, "got an extra line, want none in a bundle"));
            }
            proofs.put(path, proof);
            leaves.put(path, leaf);
        } catch (IllegalArgumentException malformed) {
            refusals.add(new Refusal(path, malformed.getMessage()));
        }
    }

    private void wantWhatItSays(String path, Opening opening) {
        if (path.equals(BundlePath.OPENING)) {
            boolean right = opening.kind() == EntryKind.CUSTODY
                    && Arrays.equals(opening.content(), files.get(BundlePath.MANIFEST));
            if (!right) {
                throw new IllegalArgumentException("got another content, want " + BundlePath.MANIFEST + " as custody");
            }
        } else if (opening.kind() == EntryKind.FILE) {
            FileReceipt receipt = FileReceipt.read(opening.content());
            boolean there = contents.manifest().files().contains(receipt.digest())
                    && contents.caseFile().files().contains(receipt.file());
            if (!there) {
                throw new IllegalArgumentException("got the receipt of "
                        + Shown.of(receipt.digest().path()) + ", want one of a file as it is here");
            }
        }
    }

    private boolean wantFile(String path) {
        if (!files.containsKey(path)) {
            refusals.add(new Refusal(path, "got no such file, want one"));
        }
        return files.containsKey(path);
    }
}
