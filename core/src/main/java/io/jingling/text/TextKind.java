package io.jingling.text;

import java.util.Locale;
import java.util.Optional;

/** What a text is: it decides which questions are asked of it. */
public enum TextKind {
    SMS,
    COMPLAINT,
    LISTING,
    DIALOGUE;

    /** {@code sms}, {@code complaint}, {@code listing}, {@code dialogue}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty where no kind has this word. */
    public static Optional<TextKind> find(String word) {
        for (TextKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
