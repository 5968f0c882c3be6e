package io.jingling.learning;

import io.jingling.detection.Calibration;
import io.jingling.detection.Feature;
import io.jingling.detection.Model;
import io.jingling.detection.Segment;
import io.jingling.detection.SequenceModel;
import io.jingling.detection.Thresholds;
import io.jingling.detection.Trees;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Learns a model: a sequence model out of fold, trees that are told what it says, a calibration and thresholds on other
 * makers at a later time.
 */
public final class Learning {
    private final Examples examples;
    private final Settings settings;
    private final Progress progress;
    private final Split split;

    /**
     * How to learn.
     *
     * @param folds that a sequence model is learned on in turn
     * @param learnShare of the time, from the beginning, that is learned from
     * @param benignCallers of how many benign callers the sequence model sees one
     * @param bounds shares of benign calls that may be rejected, challenged or labelled
     */
    public record Settings(
            TreeLearner.Settings trees,
            SequenceLearner.Settings sequence,
            int folds,
            double learnShare,
            int benignCallers,
            Bounds bounds) {}

    /** Shares of benign calls. */
    public record Bounds(double reject, double challenge, double label) {
        /** One in ten thousand rejected, one in a thousand challenged, one in a hundred labelled. */
        public static final Bounds USUAL = new Bounds(1e-4, 1e-3, 1e-2);
    }

    /** Is told what is being done, and how much of it is done, 0 to 1. */
    public interface Progress {
        void at(String what, double share);
    }

    /**
     * What came of it.
     *
     * @param learnedFrom calls
     * @param calibratedOn calls
     * @param gap the largest difference between a score of ours and XGBoost's
     * @param sequenceGap the largest difference between an output of ours and PyTorch's
     */
    public record Learned(Model model, int learnedFrom, int calibratedOn, float gap, float sequenceGap) {}

    private Learning(Examples examples, Settings settings, Progress progress) {
        this.examples = examples;
        this.settings = settings;
        this.progress = progress;
        this.split = Split.of(examples, settings.folds(), settings.learnShare());
    }

    /** How much a call counts: all harassment, all that is calibrated on, and one of so many of the others. */
    public static Examples.Choice choice(int benignCalls) {
        return (call, maker) -> {
            if (maker.isHarassment() || Split.isForCalibration(maker)) {
                return 1;
            }
            // The multiplier spreads ids that follow one another.
            int spread = call.callId().hashCode() * 0x9E3779B9 >>> 8;
            return spread % benignCalls == 0 ? benignCalls : 0;
        };
    }

    /** @throws IllegalArgumentException where there is too little to learn from */
    public static Learned learn(String name, Examples examples, Settings settings, Progress progress) {
        return new Learning(examples, settings, progress).learn(name);
    }

    private Learned learn(String name) {
        SequenceLearner.Learned sequence = stackSequence();
        Rows rows = new Rows(Feature.COUNT);
        rowsWhere(true).forEach(row -> copy(row, rows));
        progress.at("trees", 0);
        TreeLearner.Learned trees = TreeLearner.learn(rows, settings.trees());
        progress.at("calibration", 0);
        int[] later = rowsWhere(false).toArray();
        Calibration calibration = calibrate(trees.trees(), later);
        Thresholds thresholds = thresholds(trees.trees(), calibration, later);
        Model model = new Model(name, trees.trees(), Optional.of(sequence.model()), calibration, thresholds);
        return new Learned(model, rows.count(), later.length, trees.gap(), sequence.gap());
    }

    private void copy(int row, Rows into) {
        float[] features = new float[Feature.COUNT];
        examples.rows().copy(row, features);
        into.add(features, examples.rows().isHarassment(row), examples.rows().weight(row));
    }

    private IntStream rowsWhere(boolean isLearnedFrom) {
        return IntStream.range(0, examples.rows().count())
                .filter(row -> isLearnedFrom
                        ? split.isLearnedFrom(examples.maker(row), examples.minute(row))
                        : split.isCalibratedOn(examples.maker(row), examples.minute(row)));
    }

    /** What a fold's rows are told comes from a model that never saw the fold; the last model saw all folds. */
    private SequenceLearner.Learned stackSequence() {
        SequenceData data = new SequenceData(examples);
        SequenceModel[] models = new SequenceModel[settings.folds() + 1];
        SequenceLearner.Learned last = null;
        for (int fold = 0; fold <= settings.folds(); fold++) {
            int without = fold;
            String what = fold < settings.folds() ? "sequence model without fold " + (fold + 1) : "sequence model";
            Sequences pieces = data.pieces(
                    step -> !Split.isForCalibration(examples.makerOfStep(step))
                            && split.fold(examples.makerOfStep(step)) != without,
                    settings.benignCallers());
            last = SequenceLearner.learn(pieces, settings.sequence(), share -> progress.at(what, share));
            models[fold] = last.model();
        }
        data.fill(models, maker -> Split.isForCalibration(maker) ? settings.folds() : split.fold(maker));
        return last;
    }

    private Calibration calibrate(Trees trees, int[] rows) {
        float[] slopes = new float[Segment.COUNT];
        float[] shifts = new float[Segment.COUNT];
        float[] features = new float[Feature.COUNT];
        for (Segment segment : Segment.values()) {
            int[] its = Arrays.stream(rows)
                    .filter(row -> {
                        examples.rows().copy(row, features);
                        return Segment.of(features) == segment;
                    })
                    .toArray();
            float[] scores = new float[its.length];
            boolean[] happened = new boolean[its.length];
            for (int i = 0; i < its.length; i++) {
                examples.rows().copy(its[i], features);
                scores[i] = trees.score(features);
                happened[i] = examples.rows().isHarassment(its[i]);
            }
            Platt.Fit fit = Platt.fit(scores, happened);
            slopes[segment.ordinal()] = fit.slope();
            shifts[segment.ordinal()] = fit.shift();
        }
        return new Calibration(slopes, shifts);
    }

    private Thresholds thresholds(Trees trees, Calibration calibration, int[] rows) {
        int[] benign = Arrays.stream(rows)
                .filter(row -> !examples.rows().isHarassment(row))
                .toArray();
        float[] odds = new float[benign.length];
        int[] callers = new int[benign.length];
        float[] features = new float[Feature.COUNT];
        for (int i = 0; i < benign.length; i++) {
            examples.rows().copy(benign[i], features);
            odds[i] = calibration.logOdds(trees.score(features), Segment.of(features));
            callers[i] = examples.caller(benign[i]);
        }
        BenignBound bound = new BenignBound(odds, callers);
        float reject = bound.threshold(settings.bounds().reject());
        float challenge = Math.min(reject, bound.threshold(settings.bounds().challenge()));
        return new Thresholds(
                reject,
                challenge,
                Math.min(challenge, bound.threshold(settings.bounds().label())));
    }
}
