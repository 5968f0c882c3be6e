package io.jingling.evidence;

import io.jingling.evidence.BundleReport.Contents;
import io.jingling.evidence.BundleReport.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Verifies a bundle by itself and whom one believes. Whether what it says is true, it cannot tell. */
public final class BundleCheck {
    private final Seals seals;
    private final SortedMap<String, byte[]> files;
    private final List<Refusal> refusals = new ArrayList<>();

    private BundleCheck(SortedMap<String, byte[]> files, Seals seals) {
        this.files = files;
        this.seals = seals;
    }

    /** @param tlzj the bundle; any bytes whatever */
    public static BundleReport of(byte[] tlzj, Trust trust, Seals seals) {
        try {
            return new BundleCheck(BundleZip.read(tlzj), seals).report(trust);
        } catch (BundleRefused refused) {
            return new BundleReport.Altered(refused.refusals());
        }
    }

    private BundleReport report(Trust trust) {
        Seal seal = seal();
        stopWhereRefused();
        Contents contents = contents(seal);
        BundleLog log = new BundleLog(files, contents);
        refusals.addAll(log.refusals());
        if (!refusals.isEmpty()) {
            return new BundleReport.Altered(refusals);
        }
        BundleTimes times = BundleTimes.of(files, trust, log.proof(), seals);
        return new BundleReport.Whole(contents, times.judgement(), times.said(), origin(seal, log, trust));
    }

    /** Before anything is read, everything must be as it was sealed; before anything is blamed, the seal itself. */
    private Seal seal() {
        Seal seal = read(BundlePath.SEAL, Seal::read);
        if (checkSignatures(seal) instanceof Check.Fails(String reason)) {
            throw new BundleRefused(BundlePath.SEAL, reason);
        }
        for (FileDigest digest : seal.files()) {
            byte[] content = files.get(digest.path());
            if (content == null) {
                refuse(digest.path(), "got no such file, want it as the seal says");
            } else if (digest.check(content, seals) instanceof Check.Fails(String reason)) {
                refuse(digest.path(), reason);
            }
        }
        TreeSet<String> beyond = new TreeSet<>(files.keySet());
        seal.files().forEach(digest -> beyond.remove(digest.path()));
        beyond.remove(BundlePath.SEAL);
        beyond.forEach(path -> refuse(path, "got a file that the seal does not have, want none"));
        return seal;
    }

    private Check checkSignatures(Seal seal) {
        try {
            return seal.check(files.get(BundlePath.SEAL), seals);
        } catch (IllegalArgumentException noKey) {
            return Check.fails(noKey.getMessage());
        }
    }

    /** What the issuer itself could have done wrong. */
    private Contents contents(Seal seal) {
        files.keySet().stream()
                .filter(path -> !BundlePath.isKnown(path))
                .forEach(path -> refuse(path, "got a file of no known name, want those of the format"));
        Stream.of(BundlePath.LIST, BundlePath.README)
                .filter(path -> !files.containsKey(path))
                .forEach(path -> refuse(path, "got no such file, want one"));
        Manifest manifest = read(BundlePath.MANIFEST, Manifest::read);
        CaseFile caseFile = read(BundlePath.CASE, CaseFile::read);
        Custody custody = read(BundlePath.CUSTODY, Custody::read);
        wantManifestAsSealed(manifest, seal);
        wantFilesAsDescribed(manifest, caseFile);
        if (!caseFile.head().issuer().equals(seal.issuer())) {
            refuse(BundlePath.CASE, "got issuer " + caseFile.head().issuer() + ", want that of the seal");
        }
        return new Contents(caseFile, custody, manifest, seal.keys());
    }

    private void wantManifestAsSealed(Manifest manifest, Seal seal) {
        List<FileDigest> want = seal.files().stream()
                .filter(digest -> BundlePath.isOfManifest(digest.path()))
                .toList();
        if (!manifest.files().equals(want)) {
            refuse(BundlePath.MANIFEST, "got other lines than the seal has for files of the case, want the same");
        }
    }

    private void wantFilesAsDescribed(Manifest manifest, CaseFile caseFile) {
        TreeSet<String> described = new TreeSet<>();
        caseFile.files().forEach(file -> described.add(file.path()));
        TreeSet<String> there = new TreeSet<>();
        manifest.files().stream()
                .map(FileDigest::path)
                .filter(path -> path.startsWith(BundlePath.FILES))
                .forEach(there::add);
        there.stream()
                .filter(path -> !described.contains(path))
                .forEach(path -> refuse(path, "got a file of which " + BundlePath.CASE + " says nothing, want a line"));
        described.stream()
                .filter(path -> !there.contains(path))
                .forEach(path -> refuse(path, "got no such file, want it as " + BundlePath.CASE + " says"));
    }

    private Judgement origin(Seal seal, BundleLog log, Trust trust) {
        if (trust.isEmpty()) {
            return new Judgement(Verdict.UNKNOWN, List.of());
        }
        List<Refusal> against = new ArrayList<>(log.against(trust));
        boolean known = trust.issuers().stream()
                .anyMatch(issuer ->
                        issuer.name().equals(seal.issuer()) && issuer.keys().equals(Set.copyOf(seal.keys())));
        if (!known) {
            against.add(new Refusal(
                    BundlePath.SEAL, "got a seal of keys that are not believed, want all keys of one trusted issuer"));
        }
        return Judgement.of(Verdict.HOLDS, against);
    }

    private <T> T read(String path, Reader<T> reader) {
        byte[] content = files.get(path);
        if (content == null) {
            throw new BundleRefused(path, "got no such file, want one");
        }
        try {
            return reader.read(content);
        } catch (IllegalArgumentException malformed) {
            throw new BundleRefused(path, malformed.getMessage());
        }
    }

    private void refuse(String path, String reason) {
        refusals.add(new Refusal(path, reason));
    }

    private void stopWhereRefused() {
        if (!refusals.isEmpty()) {
            throw new BundleRefused(refusals);
        }
    }

    private interface Reader<T> {
        T read(byte[] content);
    }
}
