package io.jingling.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text of paragraphs of named values: how a bundle's own files are written. There is one writing for each value.
 *
 * @param format the first line
 * @param all in order, none of them empty
 */
record Paragraphs(String format, List<Paragraph> all) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    Paragraphs {
        wantLine(format, format);
        all = List.copyOf(all);
    }

    /** Reads what {@link #bytes} writes under that format, and nothing else. */
    static Paragraphs read(String format, byte[] file) {
        List<String> parts = new ArrayList<>(List.of(utf8(format, file).split("\n\n", -1)));
        if (!parts.removeFirst().equals(format) || parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "format: got another first line or no paragraph, want " + format + ", an empty line, and more");
        }
        if (!parts.getLast().endsWith("\n")) {
            throw new IllegalArgumentException(format + ": got no line feed at the end, want one");
        }
        parts.addLast(parts.removeLast().replaceFirst("\n$", ""));
        return new Paragraphs(format, parts.stream().map(Paragraph::of).toList());
    }

    static String utf8(String what, byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException(what + ": got bytes that are no UTF-8, want UTF-8", malformed);
        }
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(format).append('\n');
        all.forEach(paragraph -> text.append('\n').append(paragraph.text()));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static void wantLine(String what, String value) {
        boolean bare = value.isEmpty() || value.startsWith(" ") || value.endsWith(" ");
        if (bare || value.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + ": got " + Shown.of(value)
                    + ", want one line without controls, and without spaces at its ends");
        }
    }

    /**
     * A named value, one line.
     *
     * @param name lower-case letters, digits and underscores
     * @param value one line without control characters, and without spaces at its ends
     */
    record Line(String name, String value) {
        Line {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("name: got " + Shown.of(name) + ", want lower-case letters");
            }
            wantLine(name, value);
        }
    }

    /**
     * Values that belong together; read from the first on, each by whoever knows what comes next.
     *
     * @param lines at least one
     */
    record Paragraph(List<Line> lines) {
        Paragraph {
            lines = List.copyOf(lines);
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("paragraph: got no lines, want one");
            }
        }

        private static Paragraph of(String text) {
            List<Line> lines = new ArrayList<>();
            for (String line : text.split("\n", -1)) {
                int space = line.indexOf(' ');
                if (space < 0) {
                    throw new IllegalArgumentException("line: got " + Shown.of(line) + ", want NAME VALUE");
                }
                lines.add(new Line(line.substring(0, space), line.substring(space + 1)));
            }
            return new Paragraph(lines);
        }

        private String text() {
            StringBuilder text = new StringBuilder();
            lines.forEach(line ->
                    text.append(line.name()).append(' ').append(line.value()).append('\n'));
            return text.toString();
        }

        boolean begins(String name) {
            return lines.getFirst().name().equals(name);
        }

        Walk walk() {
            return new Walk(new ArrayList<>(lines));
        }
    }

    /** Takes a paragraph's lines one after the other. */
    static final class Walk {
        private final List<Line> left;

        private Walk(List<Line> left) {
            this.left = left;
        }

        /** The next line's value, which must have that name. */
        String next(String name) {
            return maybe(name)
                    .orElseThrow(() -> new IllegalArgumentException("line: got "
                            + (left.isEmpty()
                                    ? "none"
                                    : Shown.of(left.getFirst().name())) + ", want \"" + name
                            + "\""));
        }

        /** The next line's value where it has that name. */
        Optional<String> maybe(String name) {
            return !left.isEmpty() && left.getFirst().name().equals(name)
                    ? Optional.of(left.removeFirst().value())
                    : Optional.empty();
        }

        /** The values of all next lines of that name. */
        List<String> every(String name) {
            List<String> values = new ArrayList<>();
            for (Optional<String> value = maybe(name); value.isPresent(); value = maybe(name)) {
                values.add(value.get());
            }
            return values;
        }

        void end() {
            if (!left.isEmpty()) {
                throw new IllegalArgumentException(
                        "line: got " + Shown.of(left.getFirst().name()) + ", want the paragraph's end");
            }
        }
    }

    /** Puts a paragraph together. */
    static final class Made {
        private final List<Line> lines = new ArrayList<>();

        Made with(String name, String value) {
            lines.add(new Line(name, value));
            return this;
        }

        Made with(String name, List<String> values) {
            values.forEach(value -> with(name, value));
            return this;
        }

        Paragraph done() {
            return new Paragraph(lines);
        }
    }
}
