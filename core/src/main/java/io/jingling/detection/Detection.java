package io.jingling.detection;

import io.jingling.domain.CallRecord;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads calls as features: for each, what was known when it began to ring. Calls may arrive in any order within the
 * lateness, and twice; the same calls leave the same state. One thread at a time.
 */
public final class Detection {
    private final Memory memory;
    private final Arrivals arrivals;
    private final Optional<SequenceModel> sequence;
    private final Listener listener;
    private final float[] features = new float[Feature.COUNT];
    private final float[] step = new float[Step.COUNT];
    private final float[] state = new float[SequenceModel.UNITS];
    private final float[] scratch = new float[6 * SequenceModel.UNITS];

    /** Is told of calls in order of time. Arrays are used again: copy what is to be kept. */
    public interface Listener {
        /**
         * A call begins to ring.
         *
         * @param features in the order of {@link Feature}
         */
        void rings(CallRecord call, float[] features);

        /**
         * A call has ended.
         *
         * @param step what a sequence model is told of it; as many as {@link #STEP_WIDTH}
         */
        void ends(CallRecord call, float[] step);

        /** A call came too late to be put in order: nothing is learned from it, and nothing said of it. */
        void late(CallRecord call);
    }

    /** How many numbers a step of the sequence model has. */
    public static final int STEP_WIDTH = Step.COUNT;

    /**
     * @param lateness how much earlier than the latest a call may begin that arrives after it
     * @param sequence where there is none, {@link Feature#SEQUENCE} is 0
     */
    public Detection(Capacity capacity, Duration lateness, Optional<SequenceModel> sequence, Listener listener) {
        this.memory = new Memory(capacity);
        this.arrivals = new Arrivals(lateness, capacity.heldCalls(), new InOrder());
        this.sequence = sequence;
        this.listener = listener;
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
                memory.bytes());
    }

    /**
     * What went by and what is held.
     *
     * @param late calls that came too late to be learned from
     * @param twice calls that came again
     * @param hurried calls that were told before their time, because too many waited
     * @param callers that are remembered
     * @param forgotten callers whose place another one needed
     * @param bytes of all tables
     */
    public record Counts(long late, long twice, long hurried, int callers, long forgotten, long bytes) {}

    private final class InOrder implements Arrivals.Listener {
        @Override
        public void rings(TimedCall call) {
            read(call);
            memory.rings(call, call.startMillis);
            listener.rings(call.record, features);
        }

        @Override
        public void ends(TimedCall call) {
            memory.ends(call, call.endMillis);
            Step.read(call, step);
            sequence.ifPresent(model -> {
                load(memory.caller());
                model.step(step, state, scratch);
                store(memory.caller());
            });
            listener.ends(call.record, step);
        }

        @Override
        public void late(TimedCall call) {
            listener.late(call.record);
        }

        private void read(TimedCall call) {
            memory.read(call, call.startMillis, features);
            sequence.ifPresent(model -> {
                load(memory.caller());
                features[Feature.SEQUENCE.ordinal()] = model.output(state);
            });
        }
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
