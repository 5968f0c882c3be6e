package io.jingling.server.demo;

import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
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
import org.jboss.logging.Logger;

/** Plays the town's calls through SIP until it is closed. */
public final class Demo implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Demo.class);
    private static final long SEED = 20261123;

    private final Platform platform;
    private final InstantSource clock;
    private final SipCaller caller;
    private final SplittableRandom dice = new SplittableRandom(SEED);
    private final Actors actors = new Actors();
    private final DayRhythm rhythm;
    private final ScheduledExecutorService line = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("jingling-demo").daemon().factory());

    private Demo(Platform platform, InstantSource clock, SipCaller caller) {
        this.platform = platform;
        this.clock = clock;
        this.caller = caller;
        this.rhythm = new DayRhythm(clock.instant());
    }

    /**
     * Moves the town in and lets it call.
     *
     * @param sipPort where SIP listens on loopback, over UDP
     */
    public static Demo start(Platform platform, int sipPort, InstantSource clock) throws IOException {
        Instant now = clock.instant();
        Demo demo = new Demo(platform, clock, new SipCaller(sipPort, now.toEpochMilli()));
        demo.moveIn(now);
        demo.line.execute(demo::callAndPause);
        return demo;
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
            caller.call(actors.next(DayRhythm.period(now), dice));
            actors.heard(now).ifPresent(listed -> platform.saveStandings(List.of(listed)));
            pause = rhythm.pause(now, dice);
        } catch (StoreFailure away) {
            LOG.debug("demo: got " + away.getMessage() + "; the town goes on calling");
        } catch (IOException unsent) {
            LOG.debug("demo: got a call that was not sent; the town goes on calling");
        }
        again(pause);
    }

    private void again(Duration pause) {
        try {
            line.schedule(this::callAndPause, pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("demo: ended");
        }
    }

    @Override
    public void close() {
        line.shutdownNow();
        caller.close();
    }
}
