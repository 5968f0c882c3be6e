package io.jingling.evidence;

import java.util.Arrays;
import java.util.List;

/**
 * What a log says it comes to (C2SP tlog-checkpoint): the text of a note.
 *
 * @param origin the log's name; not empty
 * @param head size and root
 * @param extensions further lines, none of them empty; this project writes none
 */
public record Checkpoint(String origin, TreeHead head, List<String> extensions) {
    private static final int LINES_MIN = 3;

    public Checkpoint {
        extensions = List.copyOf(extensions);
        wantLine("origin", origin);
        extensions.forEach(line -> wantLine("extension line", line));
    }

    /** Reads what {@link #text} writes, and nothing else. */
    public static Checkpoint of(String text) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("checkpoint: got no line feed at the end, want one");
        }
        String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
        if (lines.length < LINES_MIN) {
            throw new IllegalArgumentException(
                    "checkpoint: got " + lines.length + " lines, want origin, tree size and root");
        }
        TreeHead head = new TreeHead(Decimal.parse("tree size", lines[1]), Hash.ofBase64(lines[2]));
        return new Checkpoint(lines[0], head, Arrays.asList(lines).subList(LINES_MIN, lines.length));
    }

    /** Three lines or more, each with a line feed at its end. */
    public String text() {
        StringBuilder text = new StringBuilder(origin)
                .append('\n')
                .append(head.size())
                .append('\n')
                .append(head.root().base64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static void wantLine(String what, String line) {
        if (line.isEmpty() || line.chars().anyMatch(letter -> letter < ' ')) {
            throw new IllegalArgumentException(what + ": got " + Shown.of(line) + ", want one line that is not empty");
        }
    }
}
