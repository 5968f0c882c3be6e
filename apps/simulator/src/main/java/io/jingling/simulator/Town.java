package io.jingling.simulator;

import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The people of a simulation, and what its actors share: schedule, numbers, trunks, and where calls are told. */
final class Town {
    /** A Monday's midnight in China. */
    static final Instant START = Instant.parse("2026-03-01T16:00:00Z");

    private static final int HOME = 500;
    private static final int TRUNKS = 40;
    private static final int TENANTS = 300;
    private static final double TENANT_SHARE = 0.6;
    /** Mobile numbers of other operators come in over trunks that offices and robots use too. */
    private static final double FROM_ANOTHER_NETWORK = 0.2;

    private static final List<String> AGENTS =
            List.of("IMS", "SBC 7.2", "PBX 16", "gateway 3.1", "call centre 5", "softswitch 2");

    final Schedule schedule;
    final Numbers numbers;
    final People people;
    private final List<Subscriber> subscribers = new ArrayList<>();
    private final BiConsumer<CallRecord, Maker> told;
    private long calls;

    Town(Schedule schedule, Numbers numbers, People people, BiConsumer<CallRecord, Maker> told) {
        this.schedule = schedule;
        this.numbers = numbers;
        this.people = people;
        this.told = told;
    }

    void add(Subscriber subscriber) {
        subscribers.add(subscriber);
    }

    List<Subscriber> subscribers() {
        return subscribers;
    }

    Subscriber anybody(Draws draws) {
        return draws.oneOf(subscribers);
    }

    /** Somebody's number that begins after a time; nobody's where it finds none soon. */
    Optional<PhoneNumber> numberBornAfter(Draws draws, long time) {
        for (int i = 0; i < 1_000; i++) {
            Subscriber one = anybody(draws);
            if (one.bornAt > time) {
                return Optional.of(one.number());
            }
        }
        return Optional.empty();
    }

    /** Somebody of the same part of the town. */
    Subscriber near(Draws draws, int home) {
        int from = home * HOME;
        return subscribers.get(from + draws.below(Math.min(HOME, subscribers.size() - from)));
    }

    static int home(int subscriber) {
        return subscriber / HOME;
    }

    int homes() {
        return (subscribers.size() + HOME - 1) / HOME;
    }

    /**
     * A line of the network's own, as mobiles have; who rents lines shares trunks, equipment and tenants with many,
     * honest or not: none of them may tell who it is.
     */
    static Line line(Draws draws, PhoneNumber number, String kind) {
        if (kind.equals("away") || isMobile(kind) && draws.chance(FROM_ANOTHER_NETWORK)) {
            return new Line(number, trunk(draws), AGENTS.getFirst(), "");
        }
        if (isMobile(kind)) {
            return new Line(number, "mobile-" + draws.below(6), AGENTS.getFirst(), "");
        }
        String tenant = draws.chance(TENANT_SHARE) ? "tenant-" + draws.below(TENANTS) : "";
        return new Line(number, trunk(draws), draws.oneOf(AGENTS), tenant);
    }

    private static boolean isMobile(String kind) {
        return kind.equals("mobile") || kind.equals("virtual");
    }

    static String trunk(Draws draws) {
        return "trunk-" + draws.below(TRUNKS);
    }

    /** Tells of a call that was made now. */
    void tell(long now, Line from, PhoneNumber callee, Outcome outcome, String mediaHash, Maker maker) {
        Origin origin = new Origin(from.trunk(), from.tenant(), from.userAgent(), mediaHash, "");
        told.accept(
                new CallRecord(
                        "s" + calls++,
                        START.plusMillis(now),
                        from.number(),
                        callee,
                        Direction.OUT,
                        outcome.answered(),
                        Duration.ofMillis(outcome.ring()),
                        Duration.ofMillis(outcome.talk()),
                        outcome.releasedBy(),
                        outcome.cause(),
                        origin),
                maker);
    }
}
