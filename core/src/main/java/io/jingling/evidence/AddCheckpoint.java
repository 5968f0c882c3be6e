package io.jingling.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What a log asks a witness to cosign (C2SP tlog-witness): a checkpoint, and that it continues the one that the witness saw last.
 *
 * @param oldSize of the tree that the witness saw last; 0 for none
 * @param path of the consistency proof from there
 * @param checkpoint signed by the log
 */
public record AddCheckpoint(long oldSize, List<Hash> path, SignedCheckpoint checkpoint) {
    private static final String OLD = "old ";
    private static final int PATH_MAX = 63;

    public AddCheckpoint {
        path = List.copyOf(path);
        if (oldSize < 0 || path.size() > PATH_MAX) {
            throw new IllegalArgumentException("add-checkpoint: got size " + oldSize + " and " + path.size()
                    + " hashes, want 0 or more and at most " + PATH_MAX);
        }
    }

    /**
     * Reads what {@link #bytes} writes, and nothing else.
     *
     * @throws IllegalArgumentException for anything else; says nothing of whether it is right
     */
    public static AddCheckpoint read(byte[] body) {
        int end = Note.blankLine("add-checkpoint", body);
        List<String> lines =
                Arrays.asList(new String(body, 0, end, StandardCharsets.US_ASCII).split("\n", PATH_MAX + 2));
        if (!lines.getFirst().startsWith(OLD)) {
            throw new IllegalArgumentException(
                    "add-checkpoint: got " + Shown.of(lines.getFirst()) + ", want \"old N\"");
        }
        return new AddCheckpoint(
                Decimal.parse("old size", lines.getFirst().substring(OLD.length())),
                lines.subList(1, lines.size()).stream().map(Hash::ofBase64).toList(),
                SignedCheckpoint.read(Arrays.copyOfRange(body, end + 2, body.length)));
    }

    public byte[] bytes() {
        StringBuilder text = new StringBuilder(OLD).append(oldSize).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        byte[] start = text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
        byte[] note = checkpoint.note().bytes();
        return ByteBuffer.allocate(start.length + note.length)
                .put(start)
                .put(note)
                .array();
    }
}
