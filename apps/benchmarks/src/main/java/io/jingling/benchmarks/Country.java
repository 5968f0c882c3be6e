package io.jingling.benchmarks;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Standing;
import io.jingling.domain.Wishes;
import io.jingling.screening.Passes;
import io.jingling.screening.Policy;
import io.jingling.screening.RefusedCalls;
import io.jingling.screening.Screening;
import io.jingling.screening.Standings;
import io.jingling.screening.WishesIndex;
import java.time.Instant;
import java.util.SplittableRandom;

/** As many callers and subscribers as asked for, spread evenly over all mainland mobile numbers. */
final class Country {
    static final long NOW_MILLIS = Instant.parse("2026-11-23T12:00:00+08:00").toEpochMilli();

    private static final long FIRST = 13_000_000_000L;
    private static final long MOBILES = 7_000_000_000L;
    private static final long SEED = 20261123;

    final Standings standings;
    final WishesIndex wishes;
    final Screening screening;
    private final long callers;
    private final long subscribers;

    Country(long callers, long subscribers) {
        this.callers = callers;
        this.subscribers = subscribers;
        standings = new Standings((int) callers);
        wishes = new WishesIndex(1 << 16, Policy.defaultWishes());
        screening = new Screening(standings, wishes, new Passes(1 << 10), new RefusedCalls(1 << 20));
        fill();
    }

    /** Calls in random order: nine of ten to subscribers, three of ten from callers with a standing. */
    CallAttempt[] calls(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        CallAttempt[] calls = new CallAttempt[count];
        for (int i = 0; i < count; i++) {
            long caller =
                    random.nextInt(10) < 3 ? nth(random.nextLong(callers), callers) : FIRST + random.nextLong(MOBILES);
            long callee = random.nextInt(10) < 9
                    ? nth(random.nextLong(subscribers), subscribers)
                    : FIRST + random.nextLong(MOBILES);
            calls[i] = new CallAttempt(mobile(caller), mobile(callee), NOW_MILLIS, false, random.nextLong());
        }
        return calls;
    }

    private void fill() {
        Standing.Suspected fraud = suspected(Category.FRAUD, 80);
        Standing.Suspected loans = suspected(Category.LOANS, 75);
        for (long i = 0; i < callers; i++) {
            standings.put(mobile(nth(i, callers)), i % 2 == 0 ? fraud : loans);
        }
        Wishes wished = Wishes.DEFAULT.withCategory(Category.LOANS, Action.REJECT);
        for (long i = 0; i < subscribers; i++) {
            wishes.put(mobile(nth(i, subscribers)), i % 16 == 0 ? wished : Wishes.DEFAULT);
        }
    }

    private static Standing.Suspected suspected(Category category, int score) {
        Evidence evidence = new Evidence(Evidence.Kind.CALLS_PER_HOUR, 312);
        return new Standing.Suspected(category, score, evidence, Instant.parse("2030-01-01T00:00:00+08:00"));
    }

    /** The i-th of {@code count} numbers at equal distances. */
    private static long nth(long i, long count) {
        return FIRST + (long) ((double) MOBILES / count * i);
    }

    private static PhoneNumber mobile(long digits) {
        return new PhoneNumber(11L << 58 | digits);
    }
}
