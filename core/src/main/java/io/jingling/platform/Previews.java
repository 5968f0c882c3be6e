package io.jingling.platform;

import io.jingling.detection.Capacity;
import io.jingling.detection.Comparison;
import io.jingling.detection.Model;
import io.jingling.domain.CallRecord;
import io.jingling.platform.CallRecordStore.Page;
import io.jingling.platform.CallRecordStore.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Works out, one at a time and beside the calls, what models would change in the last seven days. */
final class Previews {
    static final Duration SHOWN = Duration.ofDays(7);
    /** What callers did before is learned first, for callers are judged by it. */
    static final Duration LEARNED = Duration.ofDays(14);

    private static final Duration LATENESS = Duration.ofHours(2);
    private static final int BATCH = 5_000;
    private static final int NUMBERS_MAX = 50_000;
    private static final int LISTED_MAX = 200;
    private static final int KEPT_MAX = 16;

    private final CallRecordStore calls;
    private final Background background;
    private final Capacity capacity;
    private final Map<String, Preview> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Preview> eldest) {
            return size() > KEPT_MAX;
        }
    };

    /** @param capacity how much each of the two compared remembers */
    Previews(CallRecordStore calls, Background background, Capacity capacity) {
        this.calls = calls;
        this.background = background;
        this.capacity = capacity;
    }

    /** Two models by their ids; a result against another one in force is of no use. */
    record Pair(String id, Model candidate, String against, Optional<Model> current) {}

    synchronized Optional<Preview.Done> done(String id, String against) {
        return known.get(id) instanceof Preview.Done done && done.against().equals(against)
                ? Optional.of(done)
                : Optional.empty();
    }

    /** What is known; where nothing is, it begins to be worked out. */
    synchronized Preview of(Pair pair, Instant now) {
        Optional<Preview.Done> done = done(pair.id(), pair.against());
        if (done.isPresent()) {
            return done.get();
        }
        Optional<String> running = known.entrySet().stream()
                .filter(one -> one.getValue() instanceof Preview.Running)
                .map(Map.Entry::getKey)
                .findFirst();
        if (running.isPresent()) {
            return running.get().equals(pair.id()) ? known.get(pair.id()) : new Preview.Waiting(running.get());
        }
        Preview begun = new Preview.Running(0);
        put(pair.id(), begun);
        background.run(() -> work(pair, now));
        return known.getOrDefault(pair.id(), begun);
    }

    private void work(Pair pair, Instant now) {
        try {
            Comparison.Terms terms =
                    new Comparison.Terms(capacity, LATENESS, now.minus(SHOWN), NUMBERS_MAX, LISTED_MAX);
            Comparison comparison = new Comparison(pair.current(), pair.candidate(), terms);
            replay(comparison, pair.id(), now);
            put(pair.id(), new Preview.Done(comparison.finish(), pair.against(), now));
        } catch (RuntimeException failure) {
            put(pair.id(), new Preview.Failed(String.valueOf(failure.getMessage())));
        }
    }

    private void replay(Comparison comparison, String id, Instant now) {
        Place place = Place.before(now.minus(LEARNED));
        // Bounded: places only grow, and what begins after now is not asked for.
        while (place.start().isBefore(now)) {
            Page page = calls.after(place, BATCH);
            if (page.records().isEmpty()) {
                return;
            }
            for (CallRecord call : page.records()) {
                comparison.observe(call);
            }
            put(id, new Preview.Running(comparison.calls()));
            place = page.next();
        }
    }

    private synchronized void put(String id, Preview preview) {
        known.remove(id);
        known.put(id, preview);
    }
}
