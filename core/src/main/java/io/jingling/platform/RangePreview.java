package io.jingling.platform;

import io.jingling.domain.NumberRange;
import io.jingling.domain.PhoneNumber;
import java.time.Instant;
import java.util.List;

/** What is known of what a range rule would change. */
public sealed interface RangePreview {
    /** It is being worked out. */
    record Running(long calls) implements RangePreview {}

    /** It was worked out, and when. */
    record Done(Effect effect, Instant at) implements RangePreview {}

    /** It could not be worked out; asked again it is tried again. */
    record Failed(String why) implements RangePreview {}

    /** That of a rule on another range is being worked out: one at a time. */
    record Waiting(NumberRange other) implements RangePreview {}

    /**
     * What the rule would have changed in the last 7 days, by the lists, wishes and policy of now. Models are not asked, so calls
     * that they refuse are counted too.
     *
     * @param calls looked at, of all callers
     * @param ofRange of those, how many came out of the range
     * @param blocked how many of these would newly be rejected or challenged
     * @param blockedTalks of the blocked, how many were answered and lasted over 60 s: their callers may be wanted
     * @param labelled how many would newly be labelled or ring without a sound
     * @param numbers whose calls the blocked are
     * @param isFull whether there may be more numbers than were counted
     * @param listed those with the most blocked calls
     */
    record Effect(
            long calls,
            long ofRange,
            long blocked,
            long blockedTalks,
            long labelled,
            int numbers,
            boolean isFull,
            List<Listed> listed) {}

    /** A number, how many of its calls would newly be blocked, and how many of those were talks of over 60 s. */
    record Listed(PhoneNumber number, long calls, long talks) {}
}
