package io.jingling.http.citizen;

import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import java.time.Instant;
import java.util.Optional;

/** One telephone's owner on one device. */
final class Session {
    private final PhoneNumber number;
    private final Instant ends;
    private Optional<Change> last = Optional.empty();

    Session(PhoneNumber number, Instant ends) {
        this.number = number;
        this.ends = ends;
    }

    /** The wishes before and after the last change, so that it can be taken back. */
    record Change(Wishes before, Wishes after) {}

    PhoneNumber number() {
        return number;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(ends);
    }

    synchronized void changed(Change change) {
        last = Optional.of(change);
    }

    /** Gives the last change, once. */
    synchronized Optional<Change> takeLast() {
        Optional<Change> given = last;
        last = Optional.empty();
        return given;
    }
}
