package io.jingling.complaints;

import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * What a report counts as: one a person, a number and thirty days.
 *
 * @param by who
 * @param about which number
 * @param category what its calls are about, where that is said
 * @param at when it was opened; saying it again within thirty days does not change that
 * @param contact what is known of calls between the two
 */
public record Vote(ReporterId by, PhoneNumber about, Optional<Category> category, Instant at, Contact contact) {
    /** What call records say of two people. */
    public enum Contact {
        /** They talk to each other, or the one who reports often called back: a quarrel is likelier than a robot. */
        ACQUAINTED,
        /** The number called who reports. */
        CALLED,
        /** No record is known. */
        UNKNOWN
    }

    /** The vote that a person has after saying it again. */
    Vote saidAgain(Vote later) {
        return later.at.isBefore(at.plus(Trust.ONE_VOTE))
                ? new Vote(by, about, later.category.or(() -> category), at, contact)
                : later;
    }
}
