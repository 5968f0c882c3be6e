package io.jingling.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A text under signatures (C2SP signed-note). Nothing of the text is to be believed before {@link #vouchers} says who
 * signed it.
 *
 * @param text ends in a line feed; no other control characters
 * @param signatures at most 64
 */
public record Note(String text, List<NoteSignature> signatures) {
    public static final int BYTES_MAX = 1 << 20;
    private static final int SIGNATURES_MAX = 64;

    public Note {
        if (!text.endsWith("\n") || text.chars().anyMatch(letter -> letter < ' ' && letter != '\n')) {
            throw new IllegalArgumentException("note: got " + Shown.of(text)
                    + ", want text that ends in a line feed and has no other control characters");
        }
        if (signatures.size() > SIGNATURES_MAX) {
            throw new IllegalArgumentException(
                    "note: got " + signatures.size() + " signatures, want at most " + SIGNATURES_MAX);
        }
        signatures = List.copyOf(signatures);
    }

    /** Who signed a note, of those whose keys are known. */
    public sealed interface Trust {
        /** @param keys at least one, each once */
        record Vouched(List<NoteKey> keys) implements Trust {}

        /** Nobody, or somebody's signature is wrong. */
        record Untrusted(String reason) implements Trust {}
    }

    /**
     * Reads what {@link #bytes} writes, with one signature at least.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Note read(byte[] note) {
        String whole = utf8(note);
        int blank = whole.lastIndexOf("\n\n");
        if (blank < 0 || !whole.endsWith("\n") || blank + 2 == whole.length()) {
            throw new IllegalArgumentException(
                    "note: got " + Shown.of(whole) + ", want text, an empty line, and lines of signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        String[] lines = whole.substring(blank + 2, whole.length() - 1).split("\n", SIGNATURES_MAX + 1);
        for (String line : lines) {
            signatures.add(NoteSignature.of(line));
        }
        return new Note(whole.substring(0, blank + 1), signatures);
    }

    /**
     * Where the first empty line is in what has a head, an empty line and a note.
     *
     * @param what as the refusal names it
     */
    static int blankLine(String what, byte[] file) {
        for (int at = 0; at + 1 < file.length && file.length <= BYTES_MAX; at++) {
            if (file[at] == '\n' && file[at + 1] == '\n') {
                return at;
            }
        }
        throw new IllegalArgumentException(what + ": got " + file.length
                + " bytes without an empty line, want a head, an empty line and a checkpoint, in at most " + BYTES_MAX);
    }

    private static String utf8(byte[] note) {
        if (note.length > BYTES_MAX) {
            throw new IllegalArgumentException("note: got " + note.length + " bytes, want at most " + BYTES_MAX);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(note))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("note: got bytes that are no UTF-8, want UTF-8", malformed);
        }
    }

    /** The text, signed by each. */
    public static Note sign(String text, List<? extends NoteSigner> signers) {
        return new Note(text, List.of()).signedAlsoBy(signers);
    }

    /** The same with more signatures below, such as those of witnesses. */
    public Note signedAlsoBy(List<? extends NoteSigner> signers) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (NoteSigner signer : signers) {
            NoteKey key = signer.verifier().key();
            all.add(new NoteSignature(key.name(), key.id(), signer.sign(bytes)));
        }
        return new Note(text, all);
    }

    /** The note as a file or an answer has it. */
    public byte[] bytes() {
        StringBuilder whole = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> whole.append(signature.line()).append('\n'));
        return whole.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Which of the known keys signed. Signatures of other keys say nothing; a wrong one of a known key refuses the note. */
    public Trust vouchers(Collection<? extends NoteVerifier> known) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<NoteKey> keys = new ArrayList<>();
        for (NoteVerifier verifier : known) {
            for (NoteSignature signature : signatures) {
                if (!signature.isOf(verifier.key())) {
                    continue;
                }
                if (!verifier.verifies(bytes, signature.bytes())) {
                    return new Trust.Untrusted("note: got a signature of " + verifier.key()
                            + " that is not over this text, want one that is");
                }
                if (!keys.contains(verifier.key())) {
                    keys.add(verifier.key());
                }
            }
        }
        return keys.isEmpty()
                ? new Trust.Untrusted("note: got no signature of a known key, want one")
                : new Trust.Vouched(List.copyOf(keys));
    }
}
