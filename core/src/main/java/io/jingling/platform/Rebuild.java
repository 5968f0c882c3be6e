package io.jingling.platform;

import io.jingling.domain.CallRecord;
import io.jingling.platform.CallRecordStore.Page;
import io.jingling.platform.CallRecordStore.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Learns anew from the records that are kept, beside the {@link Watch}, which goes on until it takes the result.
 *
 * <p>To be run by one thread, step by step. Records that the watch observes meanwhile are learned at the end; a copy of
 * what was read is known as one.
 */
public final class Rebuild {
    /** Of so many records is a step. */
    static final int BATCH = 5_000;

    private final Watch watch;
    private final Knowledge learned;
    private final CallRecordStore store;
    private final Duration back;
    private final Watch.Terms terms;
    // Guarded by the watch's lock.
    private final List<CallRecord> meanwhile = new ArrayList<>();
    private Optional<Place> place = Optional.empty();
    private long read;
    private boolean isDone;
    private boolean isTaken;

    Rebuild(Watch watch, Knowledge learned, CallRecordStore store, Duration back, Watch.Terms terms) {
        this.watch = watch;
        this.learned = learned;
        this.store = store;
        this.back = back;
        this.terms = terms;
    }

    /**
     * Learns from the next records.
     *
     * @return whether there are more steps to take
     * @throws StoreFailure where the store does not answer; the step may be taken again
     */
    public boolean step() {
        if (isDone) {
            return false;
        }
        if (place.isEmpty()) {
            place = store.latestStart().map(latest -> Place.before(latest.minus(back)));
        }
        Page page =
                place.map(from -> store.after(from, BATCH)).orElse(new Page(List.of(), Place.before(Instant.EPOCH)));
        if (page.records().isEmpty()) {
            isDone = true;
            isTaken = watch.take(this);
            return false;
        }
        learn(page.records());
        place = Optional.of(page.next());
        return true;
    }

    /** What began not earlier cannot have ended before: so far all ends are there. */
    private void learn(List<CallRecord> records) {
        records.forEach(learned.detection()::observe);
        learned.detection().passed(records.getLast().start().plus(terms.lateness()));
        read += records.size();
    }

    /** How many records were read so far. */
    public long read() {
        return read;
    }

    /** Whether the watch knows now what was learned; not where more was observed meanwhile than may wait. */
    public boolean isTaken() {
        return isTaken;
    }

    Knowledge learned() {
        return learned;
    }

    /** Under the watch's lock. */
    void alsoObserve(List<CallRecord> records) {
        // One more than allowed tells that it was too much.
        records.stream()
                .limit(terms.capacity().heldCalls() + 1L - meanwhile.size())
                .forEach(meanwhile::add);
    }

    /** Under the watch's lock. */
    boolean catchUp() {
        if (meanwhile.size() > terms.capacity().heldCalls()) {
            return false;
        }
        meanwhile.forEach(learned.detection()::observe);
        return true;
    }
}
