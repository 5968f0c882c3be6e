package io.jingling.server;

import io.jingling.detection.Capacity;
import io.jingling.detection.HoldOut;
import io.jingling.detection.Model;
import io.jingling.domain.CallRecord;
import io.jingling.platform.CallRecordStore;
import io.jingling.platform.Publishing;
import io.jingling.platform.Reported;
import io.jingling.platform.Watch;
import io.jingling.records.ModelFile;
import io.jingling.records.ModelShelf;
import io.jingling.screening.Suspicions;
import io.jingling.server.settings.BadSetting;
import io.jingling.server.settings.Settings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The watch as the server runs it: told of records when they are durable and of the time, and rebuilt where it must. */
final class Watching implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Watching.class);
    /** Where it is switched off there is still one, which nobody tells anything. */
    private static final Capacity NOTHING = new Capacity(16, 16, 16, 16, 16, 16);

    private static final long PASSES_MILLIS = 100;

    private final Settings.Detection settings;
    private final Watch watch;
    private final Rebuilds rebuilds;
    private final Reported reported;
    private final CallRecordStore records;
    /** A record counts for calls of the same second. */
    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("jingling-watch").factory());

    private Watching(Settings.Detection settings, Watch watch, CallRecordStore store, Reported reported) {
        this.reported = reported;
        this.settings = settings;
        this.watch = watch;
        this.rebuilds = new Rebuilds(watch, store, settings.replay());
        this.records = new ToldRecords(store, this::observe);
    }

    /** Knows nothing until {@link #start}. */
    static Watching open(Settings.Detection settings, CallRecordStore store, ModelShelf models, Reported reported) {
        Optional<Model> model = settings.enabled() ? Publishing.atStart(models, first(settings)) : Optional.empty();
        HoldOut holdOut = HoldOut.ofPercent(models.holdOutKey(), settings.holdOutPercent());
        Capacity capacity = settings.enabled() ? Capacity.TOWN : NOTHING;
        boolean atRing = settings.enabled() && settings.atRing();
        Watch.Terms terms = new Watch.Terms(capacity, settings.lateness(), atRing, holdOut);
        return new Watching(settings, new Watch(terms, model), store, reported);
    }

    /** What judges where nothing was published. */
    static Optional<Model> first(Settings.Detection settings) {
        if (settings.model().toString().isEmpty()) {
            return ModelFile.shippedIfAny();
        }
        try {
            return Optional.of(ModelFile.read(settings.model()));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new BadSetting("detection.model: got " + settings.model() + " (" + unreadable.getMessage()
                    + "), want a model's file");
        }
    }

    /** Begins to read what is kept; returns at once. */
    void start() {
        PastContacts.remember(records, reported);
        if (settings.enabled()) {
            watch.model()
                    .ifPresentOrElse(
                            model -> LOG.info("detection: judges by " + model.name()),
                            () -> LOG.warn("detection: got no model in this version, want one; calls are learned from,"
                                    + " and nobody is suspected"));
            rebuilds.begin();
            time.scheduleWithFixedDelay(this::passes, PASSES_MILLIS, PASSES_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void passes() {
        try {
            watch.passed(InstantSource.system().instant());
        } catch (RuntimeException fault) {
            // A task that throws is never run again.
            LOG.error("detection: got a fault of ours, want the time to pass", fault);
        }
    }

    /** To be called every second. */
    void tick() {
        if (settings.enabled()) {
            rebuilds.turn();
        }
    }

    Watch watch() {
        return watch;
    }

    Suspicions suspicions() {
        return settings.enabled() && settings.atRing() ? watch : Suspicions.NONE;
    }

    /** The store, whose new records are observed as soon as they are durable. */
    CallRecordStore records() {
        return records;
    }

    /** How it is, in a sentence. */
    String says() {
        if (!settings.enabled()) {
            return "switched off";
        }
        String learning = rebuilds.isRunning() ? "; reading what is kept" : "";
        String judging =
                watch.isGoingBack() ? "nobody is suspected until the model before has learned; was " : "judges by ";
        return watch.model().map(model -> judging + model.name()).orElse("no model; nobody is suspected") + learning;
    }

    @Override
    public void close() {
        time.shutdownNow();
        rebuilds.close();
    }

    /** What is durable is durable, whatever becomes of it here: the next start learns from it. */
    private void observe(List<CallRecord> added) {
        try {
            reported.observe(added);
            if (settings.enabled()) {
                rebuilds.notice();
                watch.observe(added, InstantSource.system().instant());
            }
        } catch (RuntimeException fault) {
            LOG.error("detection: got a fault of ours, want records observed", fault);
        }
    }
}
