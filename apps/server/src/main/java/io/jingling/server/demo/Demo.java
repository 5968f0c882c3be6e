package io.jingling.server.demo;

import io.jingling.domain.CallRecord;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import io.jingling.platform.CallRecordStore;
import io.jingling.platform.Platform;
import io.jingling.platform.StoreFailure;
import io.jingling.platform.SubscriberStore.Subscriber;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Plays the town's calls through SIP until it is closed: many a second, to have something to see, and among them a
 * {@link Story}, whose calls go as fast as in life and leave records.
 */
public final class Demo implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Demo.class);
    private static final long SEED = 20261123;
    private static final String SWITCH = "demo";

    private final Platform platform;
    private final CallRecordStore records;
    private final InstantSource clock;
    private final SipExchange exchange;
    private final SplittableRandom dice = new SplittableRandom(SEED);
    private final Actors actors = new Actors();
    private final DayRhythm rhythm;
    private final ScheduledExecutorService line = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("jingling-demo").daemon().factory());

    private Demo(Platform platform, CallRecordStore records, InstantSource clock, SipExchange exchange) {
        this.platform = platform;
        this.records = records;
        this.clock = clock;
        this.exchange = exchange;
        this.rhythm = new DayRhythm(clock.instant());
    }

    /** The names of its trunks, as the setting {@code sip.trunks} has them. */
    public static String trunkNames() {
        return SipExchange.trunkNames();
    }

    /** Keeps what the town's switch wrote down before; to be called before what is kept is learned from. */
    public static void remember(CallRecordStore records, Instant now) {
        records.append(SWITCH, Past.until(now));
    }

    /**
     * Moves the town in and lets it call.
     *
     * @param records are told of the story's calls, as by a switch
     * @param sipPort where SIP listens on loopback, over UDP
     */
    public static Demo start(Platform platform, CallRecordStore records, int sipPort, InstantSource clock)
            throws IOException {
        Instant now = clock.instant();
        String ids = Long.toHexString(now.toEpochMilli());
        Demo demo = new Demo(platform, records, clock, new SipExchange(sipPort, ids));
        demo.moveIn(now);
        demo.line.execute(demo::callAndPause);
        demo.line.execute(() -> new Story(demo.exchange, demo::at, demo::written, ids).begin(now));
        return demo;
    }

    private void written(CallRecord record) {
        records.append(SWITCH, List.of(record));
    }

    /** Whatever goes wrong with one of the story's turns, the others come. */
    private void at(Instant when, Consumer<Instant> what) {
        Duration until = Duration.between(clock.instant(), when);
        schedule(Math.max(0, until.toNanos()), () -> {
            try {
                what.accept(clock.instant());
            } catch (StoreFailure away) {
                LOG.debug("demo: got " + away.getMessage() + "; a record of a made-up call is lost");
            }
        });
    }

    /** Whoever has wishes already, from an earlier demo or changed on the console, keeps them. */
    private void moveIn(Instant now) {
        List<Subscriber> arrivals = new ArrayList<>();
        for (int i = 0; i < Town.SUBSCRIBERS; i++) {
            PhoneNumber number = PhoneNumber.parse(Town.subscriber(i));
            if (platform.wishesOf(number).equals(Wishes.DEFAULT)) {
                arrivals.add(new Subscriber(number, Town.wishes(i, now)));
            }
        }
        platform.saveWishes(arrivals);
        platform.saveStandings(Actors.known(now));
    }

    private void callAndPause() {
        Duration pause = Duration.ofSeconds(1);
        try {
            Instant now = clock.instant();
            exchange.rings(actors.next(DayRhythm.period(now), dice));
            actors.heard(now).ifPresent(listed -> platform.saveStandings(List.of(listed)));
            pause = rhythm.pause(now, dice);
        } catch (StoreFailure away) {
            LOG.debug("demo: got " + away.getMessage() + "; the town goes on calling");
        } catch (IOException unsent) {
            LOG.debug("demo: got a call that was not sent; the town goes on calling");
        }
        schedule(pause.toNanos(), this::callAndPause);
    }

    private void schedule(long nanos, Runnable what) {
        try {
            line.schedule(what, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("demo: ended");
        }
    }

    @Override
    public void close() {
        line.shutdownNow();
        exchange.close();
    }
}
