package io.jingling.server.demo;

import io.jingling.domain.CallRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A campaign comes to town while a courier works. Each call is screened before it rings, and its record is told when it is
 * over, as a switch does; nothing else is said of anybody.
 */
final class Story {
    private static final long SEED = 20261128;
    private static final long COURIER_AFTER_SECONDS = 3;
    private static final long CAMPAIGN_AFTER_SECONDS = 5;

    private final Exchange exchange;
    private final Timetable timetable;
    private final Consumer<CallRecord> records;
    private final String ids;
    private final SplittableRandom dice = new SplittableRandom(SEED);
    private long calls;

    /**
     * @param records are told of calls that are over
     * @param ids tells this story's calls from another's
     */
    Story(Exchange exchange, Timetable timetable, Consumer<CallRecord> records, String ids) {
        this.exchange = exchange;
        this.timetable = timetable;
        this.records = records;
        this.ids = ids;
    }

    void begin(Instant now) {
        new Courier(this, dice.split()).begin(now.plusSeconds(COURIER_AFTER_SECONDS));
        new StockTips(this, dice.split()).begin(now.plusSeconds(CAMPAIGN_AFTER_SECONDS));
    }

    Timetable timetable() {
        return timetable;
    }

    /**
     * Makes a call.
     *
     * @param wouldGo how it goes where it may ring
     * @param heard the hash of what was recorded
     * @return how it went
     */
    Course place(DemoCall call, Course wouldGo, String heard, Instant now) {
        Course course = mayRing(call) ? wouldGo : Course.REFUSED;
        CallRecord written = course.record("story-" + ids + "-" + calls++, now, call, heard);
        timetable.at(written.end(), then -> records.accept(written));
        return course;
    }

    /** Nobody is kept from a call by a demo that could not ask. */
    private boolean mayRing(DemoCall call) {
        try {
            return exchange.rings(call);
        } catch (IOException unsent) {
            return true;
        }
    }
}
