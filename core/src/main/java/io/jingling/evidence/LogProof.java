package io.jingling.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * That an entry is in a log, in one text file that needs nothing else (C2SP tlog-proof, {@code .tlog-proof}).
 *
 * @param extra what an application adds; empty for none; nothing vouches for it
 * @param index of the entry
 * @param path see {@link InclusionProof}
 * @param checkpoint of the tree that the entry is in
 */
public record LogProof(byte[] extra, long index, List<Hash> path, SignedCheckpoint checkpoint) {
    private static final String FIRST = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int PATH_MAX = 63;

    public LogProof {
        extra = extra.clone();
        path = List.copyOf(path);
        if (index < 0 || path.size() > PATH_MAX) {
            throw new IllegalArgumentException("proof: got index " + index + " and " + path.size()
                    + " hashes, want 0 or more and at most " + PATH_MAX);
        }
    }

    /** Without extra. */
    public static LogProof of(InclusionProof inclusion, SignedCheckpoint checkpoint) {
        if (inclusion.size() != checkpoint.head().size()) {
            throw new IllegalArgumentException("proof: got one for tree size " + inclusion.size() + ", want "
                    + checkpoint.head().size());
        }
        return new LogProof(new byte[0], inclusion.index(), inclusion.path(), checkpoint);
    }

    /**
     * Reads what {@link #bytes} writes, and nothing else.
     *
     * @throws IllegalArgumentException for anything else; says nothing of whether the proof holds
     */
    public static LogProof read(byte[] file) {
        int end = Note.blankLine("proof", file);
        List<String> lines = new ArrayList<>(List.of(head(file, end).split("\n", -1)));
        if (!lines.removeFirst().equals(FIRST)) {
            throw new IllegalArgumentException("proof: got another first line, want " + FIRST);
        }
        byte[] extra = new byte[0];
        if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
            extra = Base64Text.decode("extra", lines.removeFirst().substring(EXTRA.length()));
            if (extra.length == 0) {
                throw new IllegalArgumentException("extra: got no bytes, want some or no such line");
            }
        }
        if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) {
            throw new IllegalArgumentException("proof: got no line \"index N\", want one");
        }
        long index = Decimal.parse("index", lines.removeFirst().substring(INDEX.length()));
        if (lines.size() > PATH_MAX) {
            throw new IllegalArgumentException("proof: got " + lines.size() + " hashes, want at most " + PATH_MAX);
        }
        List<Hash> path = lines.stream().map(Hash::ofBase64).toList();
        return new LogProof(extra, index, path, SignedCheckpoint.read(Arrays.copyOfRange(file, end + 2, file.length)));
    }

    private static String head(byte[] file, int end) {
        try {
            return StandardCharsets.US_ASCII
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file, 0, end))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException(
                    "proof: got bytes beyond ASCII before the checkpoint, want none", malformed);
        }
    }

    /** The file. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        if (extra.length > 0) {
            text.append(EXTRA).append(Base64Text.encode(extra)).append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        byte[] start = text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
        byte[] note = checkpoint.note().bytes();
        return ByteBuffer.allocate(start.length + note.length)
                .put(start)
                .put(note)
                .array();
    }

    /** Whether, by those whom the policy believes, the log has the entry with that hash at {@link #index}. */
    public Check check(Hash leaf, LogPolicy policy) {
        Check said = policy.check(checkpoint);
        TreeHead head = checkpoint.head();
        return said.holds() ? new InclusionProof(index, head.size(), path).check(leaf, head) : said;
    }

    @Override
    public byte[] extra() {
        return extra.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogProof proof && Arrays.equals(bytes(), proof.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }
}
