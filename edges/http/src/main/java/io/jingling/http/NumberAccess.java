package io.jingling.http;

import io.jingling.domain.PhoneNumber;
import io.jingling.platform.ApiKey;
import io.jingling.platform.EvidenceKeeper;
import io.jingling.platform.Testimony;
import jakarta.inject.Singleton;
import java.util.List;

/** Puts into evidence that somebody sees full numbers, before they are shown. Fails closed: what cannot be is not shown. */
@Singleton
public class NumberAccess {
    /** Where nobody said more: the operator acts for the subscriber. */
    public static final String FOR_THE_OWNER = "in the owner's name";

    private static final int REASON_MAX = 200;

    private final EvidenceKeeper keeper;

    NumberAccess(EvidenceKeeper keeper) {
        this.keeper = keeper;
    }

    /**
     * Durable on return.
     *
     * @param what which numbers, in words
     * @param whose whose data it is
     */
    public void record(ApiKey who, String what, String reason, List<PhoneNumber> whose) {
        keeper.keep(List.of(Testimony.access(who, what, reason, whose)));
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
