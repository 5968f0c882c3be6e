package io.jingling.learning;

import io.jingling.detection.Feature;
import io.jingling.detection.SequenceModel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** The steps of {@link Examples} as a sequence model learns them, and what models say at each row. */
final class SequenceData {
    static final int LENGTH = 64;
    /** Of one caller: it is the first calls that matter, and a robot's thousandth is like its hundredth. */
    private static final int PIECES_MAX = 3;

    private final Examples examples;

    SequenceData(Examples examples) {
        this.examples = examples;
    }

    /**
     * The pieces of callers' sequences.
     *
     * @param learned which steps are learned from
     * @param benignOfCallers of how many benign callers one is taken
     */
    Sequences pieces(IntPredicate learned, int benignOfCallers) {
        Map<Integer, Integer> pieceOf = new HashMap<>();
        Map<Integer, Integer> lengthOf = new HashMap<>();
        int[] piece = new int[examples.steps().count()];
        int[] place = new int[piece.length];
        int pieces = 0;
        for (int step = 0; step < piece.length; step++) {
            int caller = examples.callerOfStep(step);
            boolean isTaken =
                    learned.test(step) && (examples.makerOfStep(step).isHarassment() || caller % benignOfCallers == 0);
            piece[step] = -1;
            if (!isTaken) {
                continue;
            }
            int length = lengthOf.getOrDefault(caller, 0);
            if (length == PIECES_MAX * LENGTH) {
                continue;
            }
            if (length % LENGTH == 0) {
                pieceOf.put(caller, pieces++);
            }
            piece[step] = pieceOf.get(caller);
            place[step] = length % LENGTH;
            lengthOf.put(caller, length + 1);
        }
        return filled(pieces, piece, place, benignOfCallers);
    }

    private Sequences filled(int pieces, int[] piece, int[] place, int benignOfCallers) {
        Rows steps = examples.steps();
        int width = steps.width();
        float[] inputs = new float[Math.multiplyExact(pieces, LENGTH * width)];
        float[] labels = new float[pieces * LENGTH];
        float[] weights = new float[pieces * LENGTH];
        int[] lengths = new int[pieces];
        for (int step = 0; step < piece.length; step++) {
            if (piece[step] < 0) {
                continue;
            }
            int at = piece[step] * LENGTH + place[step];
            for (int i = 0; i < width; i++) {
                inputs[at * width + i] = steps.get(step, i);
            }
            lengths[piece[step]] = place[step] + 1;
            boolean isHarassment = examples.makerOfStep(step).isHarassment();
            labels[at] = isHarassment ? 1 : 0;
            weights[at] = isHarassment ? 1 : benignOfCallers;
        }
        return new Sequences(pieces, LENGTH, width, inputs, labels, weights, lengths);
    }

    /** Which model is asked about a caller; -1 for none. */
    interface Choice {
        int model(Maker maker);
    }

    /** Puts into each row what a model says of the caller by then, as {@link Feature#SEQUENCE}. */
    void fill(SequenceModel[] models, Choice choice) {
        float[][] states = new float[examples.callers()][];
        float[] inputs = new float[examples.steps().width()];
        float[] scratch = new float[6 * SequenceModel.UNITS];
        int step = 0;
        for (int row = 0; row < examples.rows().count(); row++) {
            for (; step < examples.stepsBefore(row); step++) {
                int caller = examples.callerOfStep(step);
                int model = choice.model(examples.makerOfStep(step));
                if (model >= 0) {
                    states[caller] = states[caller] == null ? new float[SequenceModel.UNITS] : states[caller];
                    examples.steps().copy(step, inputs);
                    models[model].step(inputs, states[caller], scratch);
                }
            }
            int model = choice.model(examples.maker(row));
            float[] state = states[examples.caller(row)];
            float said = model < 0 ? 0 : models[model].output(state == null ? new float[SequenceModel.UNITS] : state);
            examples.rows().set(row, Feature.SEQUENCE.ordinal(), said);
        }
    }
}
