package io.jingling.http.console;

import io.jingling.domain.PhoneNumber;
import java.time.Instant;

/**
 * What was asked on the "why" page.
 *
 * @param number whose calls
 * @param side as whom
 * @param from the earliest, included
 * @param to the latest, not included
 * @param range how the time was chosen, to show the form again
 */
record Search(PhoneNumber number, Side side, Instant from, Instant to, Range range) {
    /** On which side of the call the number was. */
    enum Side {
        EITHER,
        CALLER,
        CALLEE
    }

    /** How long back. */
    enum Range {
        HOUR,
        DAY,
        WEEK,
        OWN
    }
}
