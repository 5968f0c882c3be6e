package io.jingling.server;

import io.jingling.platform.CallRecordStore;
import io.jingling.platform.Rebuild;
import io.jingling.platform.StoreFailure;
import io.jingling.platform.Watch;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Reads the records that are kept into the watch, in a thread of its own: at the start, when a model waits for it, and
 * when some records came too late to be learned from.
 *
 * <p>For late ones it waits until nothing has arrived for seconds, or ten minutes have gone by; and the watch rests at
 * least as long as it was rebuilt.
 */
final class Rebuilds implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Rebuilds.class);
    private static final long QUIET_NANOS = Duration.ofSeconds(3).toNanos();
    private static final long PATIENT_NANOS = Duration.ofMinutes(10).toNanos();
    private static final long TOLD_EVERY = 100_000;
    private static final int ENDS_WITHIN_SECONDS = 10;

    private final Watch watch;
    private final CallRecordStore store;
    private final Duration back;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("jingling-rebuild").daemon().unstarted(work));
    private final AtomicBoolean isRunning = new AtomicBoolean();
    private volatile boolean isClosed;
    private volatile Optional<Rebuild> unfinished = Optional.empty();
    private volatile long noticed = System.nanoTime();
    private volatile long ended = System.nanoTime();
    private volatile long took;

    Rebuilds(Watch watch, CallRecordStore store, Duration back) {
        this.watch = watch;
        this.store = store;
        this.back = back;
    }

    /** At the start. */
    void begin() {
        unfinished = Optional.of(watch.rebuild(store, back));
        go();
    }

    /** Records have arrived. */
    void notice() {
        noticed = System.nanoTime();
    }

    /** To be called every second. */
    void turn() {
        if (!isRunning.get() && (unfinished.isPresent() || isDue())) {
            go();
        }
    }

    private boolean isDue() {
        long now = System.nanoTime();
        boolean hasRested = now - ended >= took;
        boolean mayBother = now - noticed >= QUIET_NANOS || now - ended >= PATIENT_NANOS;
        return watch.isModelWaiting() || hasRested && mayBother && watch.wantsRebuild();
    }

    boolean isRunning() {
        return isRunning.get();
    }

    private void go() {
        if (!isClosed && isRunning.compareAndSet(false, true)) {
            thread.execute(this::run);
        }
    }

    private void run() {
        long began = System.nanoTime();
        try {
            Rebuild rebuild = unfinished.orElseGet(() -> watch.rebuild(store, back));
            unfinished = Optional.of(rebuild);
            learn(rebuild);
            unfinished = Optional.empty();
        } catch (StoreFailure away) {
            LOG.warn("detection: got " + away.getMessage() + "; the next turn goes on where this one broke off");
        } catch (RuntimeException fault) {
            unfinished = Optional.empty();
            LOG.error("detection: got a fault of ours, want what is kept learned", fault);
        } finally {
            ended = System.nanoTime();
            took = ended - began;
            isRunning.set(false);
        }
    }

    private void learn(Rebuild rebuild) {
        long told = rebuild.read() / TOLD_EVERY;
        while (!isClosed && rebuild.step()) {
            if (rebuild.read() / TOLD_EVERY > told) {
                told = rebuild.read() / TOLD_EVERY;
                LOG.info("detection: " + rebuild.read() + " call records read so far");
            }
        }
        if (rebuild.isTaken()) {
            LOG.info("detection: knows " + watch.counts().calls().callers() + " callers from " + rebuild.read()
                    + " call records");
        } else if (!isClosed) {
            LOG.warn("detection: got more new records than may wait, want fewer; it begins again");
        }
    }

    @Override
    public void close() {
        isClosed = true;
        thread.shutdown();
        try {
            thread.awaitTermination(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
