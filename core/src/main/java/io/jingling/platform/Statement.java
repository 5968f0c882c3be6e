package io.jingling.platform;

import io.jingling.domain.PhoneNumber;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the platform did, to be kept as one entry of the evidence log.
 *
 * @param kind what it is about
 * @param parts 1 to {@link Parts#COUNT_MAX}; each can be deleted alone
 */
public record Statement(EntryKind kind, List<Said> parts) {
    public Statement {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.size() > Parts.COUNT_MAX) {
            throw new IllegalArgumentException("parts: got " + parts.size() + ", want 1 to " + Parts.COUNT_MAX);
        }
    }

    /**
     * A part.
     *
     * @param text lines, see {@link Lines}
     * @param about whose data it is: where one of them asks, it is deleted
     */
    public record Said(String text, Set<PhoneNumber> about) {
        public Said {
            about = Set.copyOf(about);
        }
    }

    /** A statement of one part. */
    public static Statement of(EntryKind kind, Said part) {
        return new Statement(kind, List.of(part));
    }

    /** As many statements as so many parts need. */
    public static List<Statement> all(EntryKind kind, List<Said> parts) {
        List<Statement> statements = new ArrayList<>();
        for (int from = 0; from < parts.size(); from += Parts.COUNT_MAX) {
            statements.add(new Statement(kind, parts.subList(from, Math.min(parts.size(), from + Parts.COUNT_MAX))));
        }
        return List.copyOf(statements);
    }
}
