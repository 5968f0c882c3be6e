package io.jingling.platform;

import io.jingling.domain.Category;
import io.jingling.domain.NumberRange;
import io.jingling.domain.RangeRule;
import io.jingling.platform.CallRecordStore.Page;
import io.jingling.platform.CallRecordStore.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Works out, one at a time and beside the calls, what range rules would have changed in the last seven days. */
final class RangePreviews {
    /** So long somebody who looked knows what a rule does. */
    static final Duration HOLDS = Duration.ofHours(1);

    private static final int BATCH = 5_000;
    private static final int KEPT_MAX = 16;

    private final CallRecordStore calls;
    private final Background background;
    private final Map<Key, RangePreview> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, RangePreview> eldest) {
            return size() > KEPT_MAX;
        }
    };

    private int changes;

    RangePreviews(CallRecordStore calls, Background background) {
        this.calls = calls;
        this.background = background;
    }

    /** Of a rule all that its effect depends on: when it expires is nothing to calls that have happened. */
    private record Key(NumberRange range, Category category, int score) {
        static Key of(RangeRule rule) {
            return new Key(rule.range(), rule.category(), rule.score());
        }
    }

    synchronized Optional<RangePreview.Done> done(RangeRule rule, Instant now) {
        return known.get(Key.of(rule)) instanceof RangePreview.Done done
                        && now.isBefore(done.at().plus(HOLDS))
                ? Optional.of(done)
                : Optional.empty();
    }

    /** The rules have changed, and with them what a further one would do. */
    synchronized void forget() {
        changes++;
        known.values().removeIf(one -> !(one instanceof RangePreview.Running));
    }

    /** What is known; where nothing is, it begins to be worked out. */
    synchronized RangePreview of(RangeRule rule, Supplier<RangeEffect> effect, Instant now) {
        Optional<RangePreview.Done> done = done(rule, now);
        if (done.isPresent()) {
            return done.get();
        }
        Key key = Key.of(rule);
        Optional<Key> running = known.entrySet().stream()
                .filter(one -> one.getValue() instanceof RangePreview.Running)
                .map(Map.Entry::getKey)
                .findFirst();
        if (running.isPresent()) {
            return running.get().equals(key)
                    ? known.get(key)
                    : new RangePreview.Waiting(running.get().range());
        }
        RangePreview begun = new RangePreview.Running(0);
        put(key, begun);
        int changesBefore = changes;
        background.run(() -> work(key, effect, now, changesBefore));
        return known.getOrDefault(key, begun);
    }

    private void work(Key key, Supplier<RangeEffect> effect, Instant now, int changesBefore) {
        try {
            RangeEffect worked = effect.get();
            replay(worked, key, now);
            finish(key, new RangePreview.Done(worked.result(), now), changesBefore);
        } catch (RuntimeException failure) {
            put(key, new RangePreview.Failed(String.valueOf(failure.getMessage())));
        }
    }

    private synchronized void finish(Key key, RangePreview.Done done, int changesBefore) {
        boolean isOfNow = changes == changesBefore;
        put(key, isOfNow ? done : new RangePreview.Failed("rules: got a change meanwhile, want none: ask again"));
    }

    private void replay(RangeEffect effect, Key key, Instant now) {
        Place place = Place.before(now.minus(Previews.SHOWN));
        // Bounded: places only grow, and what begins after now is not asked for.
        while (place.start().isBefore(now)) {
            Page page = calls.after(place, BATCH);
            if (page.records().isEmpty()) {
                return;
            }
            page.records().forEach(effect::observe);
            put(key, new RangePreview.Running(effect.calls()));
            place = page.next();
        }
    }

    private synchronized void put(Key key, RangePreview preview) {
        known.remove(key);
        known.put(key, preview);
    }
}
