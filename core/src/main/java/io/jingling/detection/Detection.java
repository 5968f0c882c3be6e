package io.jingling.detection;

import io.jingling.domain.CallRecord;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads calls as they ring: for each, what was known then of its caller and of the campaigns that it may belong to. Calls
 * may arrive in any order within the lateness, and twice; the same calls leave the same state. One thread at a time.
 */
public final class Detection {
    private final Memory memory;
    private final Arrivals arrivals;
    private final Optional<Model> model;
    private final Optional<SequenceModel> sequence;
    private final Optional<Linker> linker;
    private final Listener listener;
    private final Sighting sighting;
    private final float[] step = new float[Step.COUNT];
    private final float[] state = new float[SequenceModel.UNITS];
    private final float[] scratch = new float[6 * SequenceModel.UNITS];

    /** Is told of calls in order of time. What it is given is used again: copy what is to be kept. */
    public interface Listener {
        /** A call begins to ring. */
        void rings(Sighting sighting);

        /** The same call changed something about campaigns. */
        default void changed(CallRecord call, Change change) {}

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

    private Detection(
            Capacity capacity,
            Duration lateness,
            Optional<Model> model,
            Optional<LinkScore> score,
            Optional<Linking.Limits> limits,
            Listener listener) {
        this.memory = new Memory(capacity);
        this.arrivals = new Arrivals(lateness, capacity.heldCalls(), new InOrder());
        this.model = model;
        this.sequence = model.flatMap(Model::sequence);
        this.linker = score.map(by -> new Linker(capacity, memory, by, limits.orElseThrow()));
        this.sighting = new Sighting(linker);
        this.listener = listener;
    }

    /**
     * Reads features alone, to learn from.
     *
     * @param lateness how much earlier than the latest a call may begin that arrives after it
     */
    public static Detection ofFeatures(Capacity capacity, Duration lateness, Listener listener) {
        return new Detection(capacity, lateness, Optional.empty(), Optional.empty(), Optional.empty(), listener);
    }

    /** Reads what the model asks for. */
    public static Detection of(Capacity capacity, Duration lateness, Model model, Listener listener) {
        Optional<Linking> linking = model.linking();
        return new Detection(
                capacity,
                lateness,
                Optional.of(model),
                linking.map(LinkScore.class::cast),
                linking.map(Linking::limits),
                listener);
    }

    /** Reads features by a model and links by another judgement, to learn how to link. */
    public static Detection linking(
            Capacity capacity,
            Duration lateness,
            Model model,
            LinkScore score,
            Linking.Limits limits,
            Listener listener) {
        return new Detection(capacity, lateness, Optional.of(model), Optional.of(score), Optional.of(limits), listener);
    }

    /** A call that has happened. */
    public void observe(CallRecord record) {
        arrivals.arrive(record);
    }

    /** No more calls arrive. */
    public void finish() {
        arrivals.finish();
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
            look(call, millis);
            listener.rings(sighting);
            memory.rings(call, millis);
            linker.ifPresent(by -> link(by, call, millis));
        }

        private void link(Linker by, TimedCall call, long millis) {
            float probability = Curves.logistic(sighting.own);
            memory.suspects(call, probability, millis);
            Change change = by.rings(call, sighting.own, probability, millis);
            if (change.kind() != Change.Kind.NONE) {
                listener.changed(call.record, change);
            }
        }

        @Override
        public void ends(TimedCall call) {
            memory.ends(call, call.endMillis);
            linker.ifPresent(by -> by.ends(call, call.endMillis));
            Step.read(call, step);
            sequence.ifPresent(by -> {
                load(memory.caller());
                by.step(step, state, scratch);
                store(memory.caller());
            });
            listener.ends(call.record, step);
        }

        @Override
        public void late(TimedCall call) {
            listener.late(call.record);
        }
    }

    private void look(TimedCall call, long millis) {
        sighting.call = call.record;
        memory.read(call, millis, sighting.features);
        sequence.ifPresent(by -> {
            load(memory.caller());
            sighting.features[Feature.SEQUENCE.ordinal()] = by.output(state);
        });
        sighting.own = model.map(by -> by.logOdds(sighting.features)).orElse(0f);
        linker.ifPresent(by -> {
            by.read(call, sighting.own, sighting.features, millis);
            memory.readClues(call, millis, sighting.features, sighting.clues);
            sighting.clues[Clue.OWN.ordinal()] = sighting.own;
            by.readClues(sighting.clues, millis);
            sighting.campaign = by.campaign();
            sighting.families = by.families();
            sighting.link = by.link();
        });
    }

    private void load(Caller caller) {
        for (int i = 0; i < state.length; i++) {
            state[i] = caller.sequence(i);
        }
    }

    private void store(Caller caller) {
        for (int i = 0; i < state.length; i++) {
            caller.sequence(i, state[i]);
        }
    }
}
