package io.jingling.http;

import io.jingling.custody.Access;
import io.jingling.custody.Person;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.AccessBook;
import io.jingling.platform.ApiKey;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** Writes down that somebody reads a subscriber's own lists in full, before they are shown. Fails closed: what cannot be is not shown. */
@Singleton
public class NumberAccess {
    /** Where nobody said more: the operator acts for the subscriber. */
    public static final String FOR_THE_OWNER = "in the owner's name";

    private static final int REASON_MAX = 200;

    private final AccessBook book;
    private final InstantSource clock;

    NumberAccess(AccessBook book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
    }

    /**
     * Durable on return.
     *
     * @param what which numbers, in words
     * @param whose whose data it is
     */
    public void record(ApiKey who, String what, String reason, List<PhoneNumber> whose) {
        Person person = AccessBook.person(who);
        book.enter(new Access(clock.instant(), Access.Step.LISTS, person, "", "", what, reason), whose);
    }

    /** A reason that somebody sent. */
    static String reason(String sent) {
        String reason = sent == null ? "" : sent.strip();
        if (reason.isEmpty() || reason.length() > REASON_MAX) {
            throw new BadInput("reason", reason.length() + " characters", "1 to " + REASON_MAX);
        }
        return reason;
    }
}
