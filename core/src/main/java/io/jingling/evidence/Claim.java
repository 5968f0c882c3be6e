package io.jingling.evidence;

import io.jingling.evidence.Paragraphs.Made;
import io.jingling.evidence.Paragraphs.Paragraph;
import io.jingling.evidence.Paragraphs.Walk;
import java.util.List;
import java.util.Locale;

/**
 * One sentence that a bundle says, with what it rests on. Whether it is true, no bundle can tell.
 *
 * @param kind seen, or concluded from what was seen
 * @param text the sentence
 * @param method how it came about, with its version
 * @param bound how far it may be wrong, such as a bound on false alarms; empty where {@code kind} is observed
 * @param inputs files of the bundle, at least one
 */
public record Claim(Kind kind, String text, String method, String bound, List<String> inputs) {
    /** Whether somebody saw it, or a method concluded it. */
    public enum Kind {
        OBSERVED,
        INFERRED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("kind: got " + Shown.of(word) + ", want observed or inferred");
        }
    }

    public Claim {
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty() || bound.isEmpty() != (kind == Kind.OBSERVED)) {
            throw new IllegalArgumentException("claim " + Shown.of(text) + ": got " + inputs.size() + " inputs and "
                    + (bound.isEmpty() ? "no" : "a") + " bound, want an input, and a bound exactly where inferred");
        }
    }

    static Claim read(Walk lines, int number) {
        long got = Decimal.parse("claim", lines.next("claim"));
        if (got != number) {
            throw new IllegalArgumentException("claim: got number " + got + ", want " + number);
        }
        Kind kind = Kind.of(lines.next("kind"));
        String text = lines.next("text");
        String method = lines.next("method");
        String bound = lines.maybe("bound").orElse("");
        Claim claim = new Claim(kind, text, method, bound, lines.every("input"));
        lines.end();
        return claim;
    }

    Paragraph paragraph(int number) {
        Made lines = new Made()
                .with("claim", Integer.toString(number))
                .with("kind", kind.word())
                .with("text", text)
                .with("method", method);
        if (!bound.isEmpty()) {
            lines.with("bound", bound);
        }
        return lines.with("input", inputs).done();
    }
}
