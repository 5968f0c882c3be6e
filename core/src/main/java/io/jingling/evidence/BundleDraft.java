package io.jingling.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A bundle before it is logged, stamped and sealed.
 *
 * <p>In this order: {@link #of}; the {@link #opening} into the log; timestamps of {@link #manifestBytes} and of the proof;
 * {@link #sealed}. Salt, times and signatures are given, so the same values make the same bytes.
 */
public final class BundleDraft {
    private final SortedMap<String, byte[]> files;
    private final Manifest manifest;
    private final Seals seals;

    private BundleDraft(SortedMap<String, byte[]> files, Seals seals) {
        this.files = files;
        this.seals = seals;
        this.manifest = new Manifest(digests(files, seals));
    }

    /**
     * An entry of the log that a bundle shows.
     *
     * @param opening what the log has a commitment to
     * @param proof that it is in the log
     */
    public record Logged(Opening opening, LogProof proof) {}

    /**
     * A reply of a time stamping authority.
     *
     * @param of {@link BundlePath#MANIFEST} or {@link BundlePath#PROOF}
     * @param authority its short name: lower-case letters, digits, hyphens
     * @param reply TimeStampResp in DER (RFC 3161)
     */
    public record Stamp(String of, String authority, byte[] reply) {
        public Stamp {
            if (!List.of(BundlePath.MANIFEST, BundlePath.PROOF).contains(of)) {
                throw new IllegalArgumentException("stamp: got one of " + Shown.of(of) + ", want " + BundlePath.MANIFEST
                        + " or " + BundlePath.PROOF);
            }
            reply = reply.clone();
        }

        @Override
        public byte[] reply() {
            return reply.clone();
        }

        private String path() {
            return "time/" + (of.equals(BundlePath.MANIFEST) ? "manifest" : "proof") + "." + authority + ".tsr";
        }
    }

    /**
     * Begins a bundle, with the papers that say what it is.
     *
     * @param contents by path, of exactly the files that the case has
     * @param pages {@link BundlePath#VERIFY} and, where there was a font to write it, {@link BundlePath#TIMELINE}
     */
    public static BundleDraft of(
            CaseFile caseFile, Custody custody, Map<String, byte[]> contents, Map<String, byte[]> pages, Seals seals) {
        TreeSet<String> described = new TreeSet<>();
        caseFile.files().forEach(file -> described.add(file.path()));
        if (!described.equals(new TreeSet<>(contents.keySet()))) {
            throw new IllegalArgumentException(
                    "bundle: got contents of " + new TreeSet<>(contents.keySet()) + ", want of " + described);
        }
        SortedMap<String, byte[]> files = new TreeMap<>(BundlePath.ORDER);
        files.putAll(contents);
        files.putAll(pages);
        files.put(BundlePath.CASE, caseFile.bytes());
        files.put(BundlePath.CUSTODY, custody.bytes());
        BundlePapers papers = new BundlePapers(caseFile, digests(files, seals));
        files.put(BundlePath.LIST, papers.list());
        files.put(BundlePath.README, papers.readme());
        return new BundleDraft(files, seals);
    }

    public Manifest manifest() {
        return manifest;
    }

    /** What is logged and stamped. */
    public byte[] manifestBytes() {
        return manifest.bytes();
    }

    /** @param salt 32 random bytes, used once */
    public Opening opening(byte[] salt) {
        return new Opening(EntryKind.CUSTODY, salt, manifest.bytes());
    }

    /**
     * The finished file.
     *
     * @param entry of {@link #opening} in the log
     * @param others more entries to show, by a short name each: lower-case letters, digits, hyphens; not {@code manifest}
     * @param stamps each of one authority, or none
     * @param signers of the issuer: Ed25519 first, then SM2
     */
    public byte[] sealed(
            Logged entry, Map<String, Logged> others, Collection<Stamp> stamps, List<? extends NoteSigner> signers) {
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        all.put(BundlePath.MANIFEST, manifest.bytes());
        put(all, BundlePath.OPENING, OpeningFile.writeOf(entry.opening(), BundlePath.MANIFEST));
        put(all, BundlePath.PROOF, entry.proof().bytes());
        others.forEach((name, logged) -> {
            put(all, "log/" + name + ".opening", OpeningFile.write(logged.opening()));
            put(all, "log/" + name + ".tlog-proof", logged.proof().bytes());
        });
        stamps.forEach(stamp -> put(all, stamp.path(), stamp.reply()));
        all.put(BundlePath.SEAL, Seal.sign(digests(all, seals), signers));
        return BundleZip.write(all);
    }

    private static void put(Map<String, byte[]> all, String path, byte[] content) {
        if (!BundlePath.isKnown(path) || all.putIfAbsent(path, content) != null) {
            throw new IllegalArgumentException(
                    "bundle: got " + Shown.of(path) + " twice or of no known name, want names of the format");
        }
    }

    private static List<FileDigest> digests(SortedMap<String, byte[]> files, Seals seals) {
        List<FileDigest> digests = new ArrayList<>();
        files.forEach((path, content) -> digests.add(FileDigest.of(path, content, seals)));
        return digests;
    }
}
