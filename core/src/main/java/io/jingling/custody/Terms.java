package io.jingling.custody;

import java.time.Duration;

/**
 * How long what may be done.
 *
 * @param answerWithin how long a wish waits for another person
 * @param readWithin how long the one who asked may read what was released
 */
public record Terms(Duration answerWithin, Duration readWithin) {
    public static final Terms STANDARD = new Terms(Duration.ofHours(72), Duration.ofHours(24));

    public Terms {
        if (!answerWithin.isPositive() || !readWithin.isPositive()) {
            throw new IllegalArgumentException(
                    "terms: got " + answerWithin + " and " + readWithin + ", want more than nothing");
        }
    }
}
