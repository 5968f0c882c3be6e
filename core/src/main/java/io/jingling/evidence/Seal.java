package io.jingling.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What makes all of a bundle fast: digests of every other file, under signatures of the keys that it names, all of them.
 *
 * @param keys of who issued it, all of one name; at least one is {@link NoteKey#ED25519}
 * @param files every file but the seal, sorted by name
 */
record Seal(List<NoteKey> keys, List<FileDigest> files) {
    static final String FORMAT = "jingling/seal/v1";
    private static final String KEY = "key ";
    private static final int KEYS_MAX = 4;

    Seal {
        keys = List.copyOf(keys);
        files = List.copyOf(files);
        long names = keys.stream().map(NoteKey::name).distinct().count();
        if (names != 1
                || keys.size() > KEYS_MAX
                || keys.stream().distinct().count() < keys.size()
                || keys.stream().noneMatch(key -> key.type() == NoteKey.ED25519)) {
            throw new IllegalArgumentException("seal: got keys " + keys + ", want 1 to " + KEYS_MAX
                    + " of one name, each once, Ed25519 among them");
        }
    }

    static byte[] sign(List<FileDigest> files, List<? extends NoteSigner> signers) {
        Seal seal =
                new Seal(signers.stream().map(signer -> signer.verifier().key()).toList(), files);
        return Note.sign(seal.text(), signers).bytes();
    }

    /**
     * Reads what {@link #sign} writes, and nothing else; says nothing of the signatures.
     *
     * @throws IllegalArgumentException for anything else
     */
    static Seal read(byte[] file) {
        Note note = Note.read(file);
        List<String> lines = new ArrayList<>(Manifest.lines(FORMAT, note.text()));
        List<NoteKey> keys = new ArrayList<>();
        while (!lines.isEmpty() && lines.getFirst().startsWith(KEY)) {
            keys.add(NoteKey.of(lines.removeFirst().substring(KEY.length())));
        }
        Seal seal = new Seal(keys, FileDigest.readAll(lines));
        if (!Arrays.equals(note.bytes(), file) || !seal.text().equals(note.text())) {
            throw new IllegalArgumentException("seal: got another writing of the same, want the one of the format");
        }
        return seal;
    }

    /** Whether each key signed the file that this was read from: once, in the keys' order, and nobody else. */
    Check check(byte[] file, Seals seals) {
        Note note = Note.read(file);
        byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
        if (note.signatures().size() != keys.size()) {
            return Check.fails(
                    "got " + note.signatures().size() + " signatures, want one of each of " + keys.size() + " keys");
        }
        for (int i = 0; i < keys.size(); i++) {
            NoteSignature signature = note.signatures().get(i);
            if (!signature.isOf(keys.get(i)) || !seals.verifier(keys.get(i)).verifies(text, signature.bytes())) {
                return Check.fails(
                        "got a signature that is not by " + keys.get(i) + " over this text, want one that is");
            }
        }
        return Check.HOLDS;
    }

    String issuer() {
        return keys.getFirst().name();
    }

    private String text() {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        keys.forEach(key -> text.append(KEY).append(key.text()).append('\n'));
        return text.append(FileDigest.text(files)).toString();
    }
}
