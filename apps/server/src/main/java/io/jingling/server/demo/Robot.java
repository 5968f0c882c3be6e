package io.jingling.server.demo;

import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Standing;
import io.jingling.platform.StandingStore.Listed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A dialling machine that sells one thing and changes its number: unknown for its first calls, listed
 * once it was heard often, gone soon after.
 */
final class Robot {
    private static final int HEARD_OFTEN = 12;
    private static final int NUMBER_LASTS = 60;
    private static final Duration LISTED_FOR = Duration.ofDays(7);

    private final Category category;
    private final long firstNumber;
    private final int score;
    private int numbers;
    private int calls;

    /**
     * @param category what it sells
     * @param firstNumber of its numbers; the others follow it
     * @param score how sure one is, once it was heard often
     */
    Robot(Category category, long firstNumber, int score) {
        this.category = category;
        this.firstNumber = firstNumber;
        this.score = score;
    }

    DemoCall call(SplittableRandom dice) {
        if (calls == NUMBER_LASTS) {
            calls = 0;
            numbers = (numbers + 1) % 1_000;
        }
        calls++;
        return new DemoCall(number(), Town.anyone(dice));
    }

    /** What has become known with the last call. */
    Optional<Listed> heard(Instant now) {
        if (calls % HEARD_OFTEN != 0) {
            return Optional.empty();
        }
        Evidence evidence = new Evidence(Evidence.Kind.CALLS_PER_HOUR, 26 * calls);
        int known = Math.min(100, score + calls / HEARD_OFTEN);
        Standing standing = new Standing.Suspected(category, known, evidence, now.plus(LISTED_FOR));
        return Optional.of(new Listed(PhoneNumber.parse(number()), standing));
    }

    private String number() {
        return Long.toString(firstNumber + 7L * numbers);
    }
}
