package io.jingling.complaints;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether the caller was asked not to call again: from then on each call breaks the law (PIPL §15, 消保法 §29).
 *
 * @param asked whether
 * @param on when, where it was said
 */
public record AskedToStop(boolean asked, Optional<LocalDate> on) {
    public static final AskedToStop NO = new AskedToStop(false, Optional.empty());

    public AskedToStop {
        if (!asked && on.isPresent()) {
            throw new IllegalArgumentException("asked to stop: got a date without a refusal, want both or neither");
        }
    }
}
