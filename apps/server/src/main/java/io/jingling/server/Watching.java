package io.jingling.server;

import io.jingling.detection.Capacity;
import io.jingling.detection.Model;
import io.jingling.domain.CallRecord;
import io.jingling.platform.CallRecordStore;
import io.jingling.platform.Watch;
import io.jingling.records.ModelFile;
import io.jingling.screening.Suspicions;
import io.jingling.server.settings.BadSetting;
import io.jingling.server.settings.Settings;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The watch as the server runs it: told of records when they are durable and of the time, and rebuilt where it must. */
final class Watching implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Watching.class);
    /** Where it is switched off there is still one, which nobody tells anything. */
    private static final Capacity NOTHING = new Capacity(16, 16, 16, 16, 16, 16);

    private final Settings.Detection settings;
    private final Watch watch;
    private final Rebuilds rebuilds;
    private final Told records;

    private Watching(Settings.Detection settings, Watch watch, CallRecordStore store) {
        this.settings = settings;
        this.watch = watch;
        this.rebuilds = new Rebuilds(watch, store, settings.replay());
        this.records = new Told(store, InstantSource.system());
    }

    /** Knows nothing until {@link #start}. */
    static Watching open(Settings.Detection settings, CallRecordStore store) {
        Optional<Model> model = settings.enabled() ? model(settings) : Optional.empty();
        Capacity capacity = settings.enabled() ? Capacity.TOWN : NOTHING;
        boolean atRing = settings.enabled() && settings.atRing();
        return new Watching(settings, new Watch(new Watch.Terms(capacity, settings.lateness(), atRing), model), store);
    }

    private static Optional<Model> model(Settings.Detection settings) {
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
        if (settings.enabled()) {
            watch.model()
                    .ifPresentOrElse(
                            model -> LOG.info("detection: judges by " + model.name()),
                            () -> LOG.warn("detection: got no model in this version, want one; calls are learned from,"
                                    + " and nobody is suspected"));
            rebuilds.begin();
        }
    }

    /** To be called every second. */
    void tick(Instant now) {
        if (settings.enabled()) {
            watch.passed(now);
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
        return watch.model().map(model -> "judges by " + model.name()).orElse("no model; nobody is suspected")
                + learning;
    }

    @Override
    public void close() {
        rebuilds.close();
    }

    private final class Told implements CallRecordStore {
        private final CallRecordStore store;
        private final InstantSource clock;

        Told(CallRecordStore store, InstantSource clock) {
            this.store = store;
            this.clock = clock;
        }

        @Override
        public Appended append(String source, List<CallRecord> records) {
            Appended appended = store.append(source, records);
            if (settings.enabled() && appended.added() > 0) {
                observe(records);
            }
            return appended;
        }

        /** What is durable is durable, whatever becomes of it here: the next start learns from it. */
        private void observe(List<CallRecord> records) {
            try {
                rebuilds.notice();
                watch.observe(records, clock.instant());
            } catch (RuntimeException fault) {
                LOG.error("detection: got a fault of ours, want records observed", fault);
            }
        }

        @Override
        public Page after(Place place, int limit) {
            return store.after(place, limit);
        }

        @Override
        public Optional<Instant> latestStart() {
            return store.latestStart();
        }
    }
}
