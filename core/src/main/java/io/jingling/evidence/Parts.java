package io.jingling.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A content made of parts that can be deleted one by one: what the log's entry binds to is a list of their commitments.
 *
 * @param all 1 to {@link #COUNT_MAX}, in their order
 */
public record Parts(List<Part> all) {
    public static final int COUNT_MAX = 1024;

    private static final String FIRST = "jingling/parts/v1";

    public Parts {
        all = List.copyOf(all);
        if (all.isEmpty() || all.size() > COUNT_MAX) {
            throw new IllegalArgumentException("parts: got " + all.size() + ", want 1 to " + COUNT_MAX);
        }
    }

    /** A first line, and a commitment in Base64 a line. The same whatever was deleted. */
    public byte[] content() {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        all.forEach(part -> text.append(part.commitment().hash().base64()).append('\n'));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The commitments in what {@link #content} wrote, and nothing else.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static List<Commitment> read(byte[] content) {
        String text = new String(content, StandardCharsets.US_ASCII);
        List<String> lines = Arrays.asList(text.split("\n", -1));
        if (lines.size() < 3
                || !lines.getFirst().equals(FIRST)
                || !lines.getLast().isEmpty()) {
            throw new IllegalArgumentException(
                    "parts: got " + lines.size() + " lines, want " + FIRST + " and a commitment a line");
        }
        List<Commitment> commitments = lines.subList(1, lines.size() - 1).stream()
                .map(line -> new Commitment(Hash.ofBase64(line)))
                .toList();
        if (commitments.size() > COUNT_MAX) {
            throw new IllegalArgumentException("parts: got " + commitments.size() + ", want at most " + COUNT_MAX);
        }
        return commitments;
    }
}
