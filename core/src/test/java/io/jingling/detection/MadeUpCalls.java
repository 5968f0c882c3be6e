package io.jingling.detection;

import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Calls that nobody made, always the same of one seed. */
public final class MadeUpCalls {
    public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private MadeUpCalls() {}

    /** In order; many at the same moment, some without any length. */
    public static List<CallRecord> calls(Random random, int count) {
        List<CallRecord> calls = new ArrayList<>();
        long millis = 0;
        for (int i = 0; i < count; i++) {
            millis += random.nextInt(3) == 0 ? 0 : random.nextInt(60_000);
            boolean answered = random.nextInt(3) == 0;
            Duration talk = answered ? Duration.ofMillis(random.nextInt(200_000)) : Duration.ZERO;
            calls.add(new CallRecord(
                    "c" + random.nextInt(1_000_000) + "-" + i,
                    START.plusMillis(millis),
                    number(random),
                    number(random),
                    Direction.OUT,
                    answered,
                    Duration.ofMillis(random.nextInt(5) == 0 ? 0 : random.nextInt(40_000)),
                    talk,
                    ReleasedBy.values()[random.nextInt(4)],
                    "",
                    new Origin("trunk-" + random.nextInt(3), "", "agent", "", "")));
        }
        return calls;
    }

    /** In the order of their ends, as a live feed tells of them. */
    public static List<CallRecord> byEnd(List<CallRecord> calls) {
        return calls.stream()
                .sorted(Comparator.comparing(CallRecord::end).thenComparing(CallRecord::callId))
                .toList();
    }

    /** A call that nobody answered. */
    public static CallRecord missed(String callId, Instant start, String caller, String callee, String trunk) {
        return new CallRecord(
                callId,
                start,
                PhoneNumber.parse(caller),
                PhoneNumber.parse(callee),
                Direction.OUT,
                false,
                Duration.ofSeconds(20),
                Duration.ZERO,
                ReleasedBy.CALLER,
                "",
                new Origin(trunk, "", "", "", ""));
    }

    private static PhoneNumber number(Random random) {
        return PhoneNumber.parse("1380013" + String.format(Locale.ROOT, "%04d", random.nextInt(40)));
    }
}
