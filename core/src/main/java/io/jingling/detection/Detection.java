package io.jingling.detection;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.CallRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads calls as they ring: for each, what was known then of its caller and of the campaigns that it may belong to. Calls
 * may arrive in any order within the lateness, and twice; the same calls leave the same state. One thread at a time.
 */
public final class Detection {
    private final Memory memory;
    private final Arrivals arrivals;
    private final Optional<Linker> linker;
    private final Reading reading;
    private final Reading looking;
    private final Listener listener;
    private final TimedCall asked = TimedCall.toAsk();
    private final float[] step = new float[Step.COUNT];
    private final float[] state = new float[SequenceModel.UNITS];
    private final float[] scratch = new float[6 * SequenceModel.UNITS];
    private Optional<Model> model;
    private Optional<SequenceModel> sequence;

    /** Is told of calls in order of time. What it is given is used again: copy what is to be kept. */
    public interface Listener {
        /** A call begins to ring. */
        void rings(Sighting sighting);

        /** The same call changed something about campaigns. */
        default void changed(CallRecord call, Change change) {}

        /**
         * The same call counts for a campaign, after what it changed.
         *
         * @param campaign its caller's by now
         * @param probability of harassment by the caller's own behaviour
         */
        default void counted(Sighting sighting, int campaign, float probability) {}

        /**
         * A call has ended.
         *
         * @param step what a sequence model is told of it; as many as {@link #STEP_WIDTH}
         */
        default void ends(CallRecord call, float[] step) {}

        /** A call came too late to be put in order: nothing is learned from it, and nothing said of it. */
        void late(CallRecord call);
    }

    /** How many numbers a step of the sequence model has. */
    public static final int STEP_WIDTH = Step.COUNT;

    /** In which order calls are told, and how long each waits. */
    private record Order(boolean isLive, Duration lateness) {
        Arrivals arrivals(Capacity capacity, Arrivals.Listener listener) {
            return isLive
                    ? new ArrivalsByEnd(lateness, capacity.heldCalls(), listener)
                    : new ArrivalsByStart(lateness, capacity.heldCalls(), listener);
        }
    }

    /** By whom links are judged, and from which odds on something is done. */
    private record Links(LinkScore score, Linking.Limits limits) {
        static Optional<Links> of(Model model) {
            return model.linking().map(linking -> new Links(linking, linking.limits()));
        }
    }

    private Detection(Capacity capacity, Order order, Optional<Model> model, Optional<Links> links, Listener listener) {
        this.memory = new Memory(capacity);
        this.arrivals = order.arrivals(capacity, new InOrder());
        this.model = model;
        this.sequence = model.flatMap(Model::sequence);
        this.linker = links.map(by -> new Linker(capacity, memory, by.score(), by.limits()));
        this.reading = new Reading(memory, linker, model);
        this.looking = reading.looking();
        this.listener = listener;
    }

    /**
     * Reads features alone, to learn from.
     *
     * @param lateness how much earlier than the latest a call may begin that arrives after it
     */
    public static Detection ofFeatures(Capacity capacity, Duration lateness, Listener listener) {
        return new Detection(capacity, new Order(false, lateness), Optional.empty(), Optional.empty(), listener);
    }

    /** Reads what the model asks for. */
    public static Detection of(Capacity capacity, Duration lateness, Model model, Listener listener) {
        return new Detection(capacity, new Order(false, lateness), Optional.of(model), Links.of(model), listener);
    }

    /** Reads features by a model and links by another judgement, to learn how to link. */
    public static Detection linking(
            Capacity capacity,
            Duration lateness,
            Model model,
            LinkScore score,
            Linking.Limits limits,
            Listener listener) {
        Optional<Links> links = Optional.of(new Links(score, limits));
        return new Detection(capacity, new Order(false, lateness), Optional.of(model), links, listener);
    }

    /**
     * Reads a live feed, which tells of a call when it has ended: calls are told in the order of their ends, as soon as
     * {@link #passed} says that they are old enough.
     *
     * @param lateness how long after its end a call may still arrive in time
     */
    public static Detection live(Capacity capacity, Duration lateness, Optional<Model> model, Listener listener) {
        return new Detection(capacity, new Order(true, lateness), model, model.flatMap(Links::of), listener);
    }

    /** A call that has happened. */
    public void observe(CallRecord record) {
        arrivals.arrive(record);
    }

    /** So late it is now: of a live feed, what has waited long enough is told, though nothing newer arrives. */
    public void passed(Instant now) {
        passed(now, Integer.MAX_VALUE);
    }

    /**
     * The same in bounded steps, for one who must not keep others waiting.
     *
     * @param most how many calls are told at once
     * @return whether all are told whose turn has come
     */
    public boolean passed(Instant now, int most) {
        return arrivals.passed(now.toEpochMilli(), most);
    }

    /** No more calls arrive. */
    public void finish() {
        arrivals.finish();
    }

    /**
     * What would be seen of a call that rings now, from what is known so far. Changes nothing and makes no object.
     *
     * @return is used again for the next one
     */
    public Sighting peek(CallAttempt call) {
        asked.asks(call);
        return looking.read(asked, call.atMillis());
    }

    /** The same as {@link #peek}, for one who also asks why: the features' parts are told in one walk with their score. */
    public Sighting peekToTell(CallAttempt call) {
        asked.asks(call);
        return looking.read(asked, call.atMillis(), true);
    }

    /**
     * Judges by another model from now on, and keeps what is known, where that is possible: not where the model has
     * another sequence part, whose state is kept with callers, or begins to link.
     *
     * @return whether it does
     */
    public boolean follow(Model other) {
        boolean isLinking = linker.isPresent();
        if (!SequenceModel.areSame(sequence, other.sequence())
                || other.linking().isPresent() != isLinking) {
            return false;
        }
        model = Optional.of(other);
        sequence = other.sequence();
        reading.follow(other);
        looking.follow(other);
        return true;
    }

    public Optional<Model> model() {
        return model;
    }

    /** What went by and what is held. */
    public Counts counts() {
        return new Counts(
                arrivals.late(),
                arrivals.twice(),
                arrivals.hurried(),
                memory.callers(),
                memory.forgotten(),
                linker.map(Linker::count).orElse(0),
                memory.bytes() + linker.map(Linker::bytes).orElse(0L));
    }

    /**
     * What went by and what is held.
     *
     * @param late calls that came too late to be learned from
     * @param twice calls that came again
     * @param hurried calls that were told before their time, because too many waited
     * @param callers that are remembered
     * @param forgotten callers whose place another one needed
     * @param campaigns that are remembered
     * @param bytes of all tables
     */
    public record Counts(long late, long twice, long hurried, int callers, long forgotten, int campaigns, long bytes) {}

    private final class InOrder implements Arrivals.Listener {
        @Override
        public void rings(TimedCall call) {
            long millis = call.startMillis;
            Sighting sighting = reading.read(call, millis);
            listener.rings(sighting);
            memory.rings(call, millis);
            if (linker.isPresent()) {
                link(linker.get(), call, sighting);
            }
        }

        private void link(Linker by, TimedCall call, Sighting sighting) {
            float probability = Curves.logistic(sighting.own);
            memory.suspects(call, probability, call.startMillis);
            Change change = by.rings(call, sighting.own, probability, call.startMillis);
            if (change.kind() != Change.Kind.NONE) {
                listener.changed(call.record, change);
            }
            int campaign = by.of(memory.caller());
            if (campaign != 0) {
                listener.counted(sighting, campaign, probability);
            }
        }

        @Override
        public void ends(TimedCall call) {
            memory.ends(call, call.endMillis);
            linker.ifPresent(by -> by.ends(call, call.endMillis));
            Step.read(call, step);
            sequence.ifPresent(by -> {
                memory.caller().sequence(state);
                by.step(step, state, scratch);
                memory.caller().keepSequence(state);
            });
            listener.ends(call.record, step);
        }

        @Override
        public void late(TimedCall call) {
            listener.late(call.record);
        }
    }
}
