package io.jingling.verifier;

import io.jingling.evidence.BundleZip;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.Hash;
import io.jingling.evidence.Note;
import io.jingling.evidence.Opening;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an issuer that cheats can do: any content at all, and manifest, log, and seal made to fit. */
record Resealed(MadeUpCase story) {
    private static final Comparator<String> BY_BYTES = (left, right) ->
            Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

    /** @param files all but manifest, its opening and proof, and the seal */
    byte[] with(Map<String, byte[]> files) {
        SortedMap<String, byte[]> all = new TreeMap<>(BY_BYTES);
        all.putAll(files);
        all.keySet().removeIf(Resealed::isMadeHere);
        StringBuilder manifest = new StringBuilder("jingling/manifest/v1\n");
        all.forEach((path, content) -> manifest.append(isOfManifest(path) ? line(path, content) : ""));
        put(all, files, "manifest.txt", manifest.toString().getBytes(StandardCharsets.UTF_8));
        byte[] salt = story.keys.bytes(Opening.SALT_BYTES);
        Opening opening = new Opening(EntryKind.CUSTODY, salt, all.get("manifest.txt"));
        String opened = "jingling/opening/v1\n\nkind custody\nsalt "
                + Base64.getEncoder().encodeToString(salt) + "\nfile manifest.txt\n";
        put(all, files, "log/manifest.opening", opened.getBytes(StandardCharsets.UTF_8));
        put(
                all,
                files,
                "log/manifest.tlog-proof",
                story.log.proof(story.log.append(opening)).bytes());
        StringBuilder seal = new StringBuilder("jingling/seal/v1\n");
        story.signers.forEach(signer ->
                seal.append("key ").append(signer.verifier().key().text()).append('\n'));
        all.forEach((path, content) -> seal.append(line(path, content)));
        all.put("seal.txt", Note.sign(seal.toString(), story.signers).bytes());
        return BundleZip.write(all);
    }

    /** What was spoilt stays as it is; what was not is made to fit. */
    private static void put(Map<String, byte[]> all, Map<String, byte[]> files, String path, byte[] fitting) {
        all.put(path, files.getOrDefault(path, fitting));
    }

    static boolean isMadeHere(String path) {
        return path.equals("manifest.txt") || path.startsWith("log/manifest.") || path.equals("seal.txt");
    }

    private static boolean isOfManifest(String path) {
        return !path.startsWith("log/") && !path.startsWith("time/");
    }

    private static String line(String path, byte[] content) {
        return Hash.sha256(content) + " " + MadeUpCase.SEALS.sm3(content) + " " + content.length + " " + path + "\n";
    }
}
