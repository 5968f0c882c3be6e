package io.jingling.platform;

import io.jingling.detection.Capacity;
import io.jingling.detection.Model;
import io.jingling.platform.ModelStore.Kept;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings models into force and back out: sent, looked at beside the one in force, published, rolled back. What is
 * published is durable first and in force next.
 */
public final class Publishing {
    /** The id of the model that a platform begins with. */
    public static final String FIRST = "shipped";

    private final ModelStore store;
    private final ModelSeat seat;
    private final Optional<Model> first;
    private final Previews previews;

    /** Where a model stands. */
    public enum State {
        /** It was sent, and changes nothing. */
        SHADOW,
        IN_FORCE,
        /** It judges once what is known has been learned anew; until then the one before does, or nobody after a roll-back. */
        COMING,
        /** It was in force before; a roll-back goes to the last of these. */
        BEFORE
    }

    /** A model and where it stands. */
    public record Standing(Kept model, State state) {}

    /** What came of a wish to change the model. */
    public sealed interface Outcome {
        record Done(String id, State state) implements Outcome {}

        /** Nobody looked yet at what it would change. */
        record NotLookedAt(String id) implements Outcome {}

        record NoSuch(String id) implements Outcome {}

        /** The first model is in force. */
        record NothingBefore() implements Outcome {}
    }

    /**
     * @param first what is in force where nothing was published
     * @param capacity how much each of the two models of a preview remembers
     */
    public Publishing(
            ModelStore store,
            ModelSeat seat,
            Optional<Model> first,
            CallRecordStore calls,
            Background background,
            Capacity capacity) {
        this.store = store;
        this.seat = seat;
        this.first = first;
        this.previews = new Previews(calls, background, capacity);
    }

    /** The model to begin with after a start: the one published last, else the first. */
    public static Optional<Model> atStart(ModelStore store, Optional<Model> first) {
        List<String> published = store.published();
        return published.isEmpty() ? first : Optional.of(store.open(published.getLast()));
    }

    /** @throws IllegalArgumentException where it is no model, or none of somebody who is trusted */
    public synchronized Standing send(byte[] file, Instant at) {
        Kept kept = store.add(file, at);
        return new Standing(kept, state(kept.id()));
    }

    /** All that were sent, the oldest first. */
    public synchronized List<Standing> all() {
        return store.all().stream()
                .map(kept -> new Standing(kept, state(kept.id())))
                .toList();
    }

    /** The id of the model in force, or that comes into force. */
    public synchronized String inForce() {
        List<String> published = store.published();
        return published.isEmpty() ? FIRST : published.getLast();
    }

    private State state(String id) {
        if (inForce().equals(id)) {
            return seat.isModelWaiting() ? State.COMING : State.IN_FORCE;
        }
        return store.published().contains(id) ? State.BEFORE : State.SHADOW;
    }

    /** What a model would change; where that is not known it begins to be worked out. Empty where there is no such. */
    public synchronized Optional<Preview> preview(String id, Instant now) {
        if (!isKept(id)) {
            return Optional.empty();
        }
        Optional<Model> current = atStart(store, first);
        return Optional.of(previews.of(new Previews.Pair(id, store.open(id), inForce(), current), now));
    }

    /**
     * Judges by a model from now on.
     *
     * @param force also where nobody looked at what it would change
     */
    public synchronized Outcome publish(String id, boolean force) {
        if (!isKept(id)) {
            return new Outcome.NoSuch(id);
        }
        if (inForce().equals(id)) {
            return new Outcome.Done(id, state(id));
        }
        if (!force && previews.done(id, inForce()).isEmpty()) {
            return new Outcome.NotLookedAt(id);
        }
        List<String> published = new ArrayList<>(store.published());
        published.add(id);
        store.published(published);
        return outcome(seat.follow(store.open(id)));
    }

    /** Judges by the model before again. */
    public synchronized Outcome rollBack() {
        List<String> published = new ArrayList<>(store.published());
        if (published.isEmpty()) {
            return new Outcome.NothingBefore();
        }
        published.removeLast();
        Optional<Model> before = published.isEmpty() ? first : Optional.of(store.open(published.getLast()));
        if (before.isEmpty()) {
            return new Outcome.NothingBefore();
        }
        store.published(published);
        return outcome(seat.goBack(before.get()));
    }

    private Outcome outcome(Watch.Following following) {
        return new Outcome.Done(inForce(), following == Watch.Following.AFTER_REBUILD ? State.COMING : State.IN_FORCE);
    }

    private boolean isKept(String id) {
        return store.all().stream().anyMatch(kept -> kept.id().equals(id));
    }
}
