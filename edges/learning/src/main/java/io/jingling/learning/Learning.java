package io.jingling.learning;

import io.jingling.detection.Calibration;
import io.jingling.detection.Model;
import io.jingling.detection.SequenceModel;
import io.jingling.detection.Thresholds;
import java.util.List;
import java.util.Optional;

/**
 * Learns a model: a sequence model out of fold, trees that are told what it says, a calibration and thresholds on other
 * makers at a later time.
 */
public final class Learning {
    /** A campaign of one number harms nobody, and is to be there before the next number calls. */
    private static final double FOUNDING = 1e-4;

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
     * @param hasRivals whether to learn {@link Rival}s too
     */
    public record Settings(
            TreeLearner.Settings trees,
            SequenceLearner.Settings sequence,
            int folds,
            double learnShare,
            int benignCallers,
            Bounds bounds,
            boolean hasRivals) {}

    /**
     * Shares of benign calls.
     *
     * @param rejectOfKind of any one kind of benign caller, such as couriers
     */
    public record Bounds(double reject, double challenge, double label, double rejectOfKind) {
        private static final double OF_KIND = 6;
        private static final double CHALLENGE = 1e-3;
        private static final double LABEL = 1e-2;

        /** So many rejected, and six times as many of any kind; one in a thousand challenged, one in a hundred labelled. */
        public static Bounds of(double reject) {
            if (!(reject > 0 && reject < LABEL)) {
                throw new IllegalArgumentException(
                        "--reject-share: got " + reject + ", want above 0 and below " + LABEL);
            }
            return new Bounds(reject, Math.max(reject, CHALLENGE), LABEL, OF_KIND * reject);
        }
    }

    /** Is told what is being done, and how much of it is done, 0 to 1. */
    public interface Progress {
        void at(String what, double share);
    }

    /**
     * What came of it.
     *
     * @param founding log-odds that so few benign calls reach that who does may found a campaign
     * @param learnedFrom calls
     * @param calibratedOn calls
     * @param gap the largest difference between a score of ours and XGBoost's
     * @param sequenceGap the largest difference between an output of ours and PyTorch's
     * @param rivals empty where none were wanted
     */
    public record Learned(
            Model model,
            float founding,
            int learnedFrom,
            int calibratedOn,
            float gap,
            float sequenceGap,
            List<Rival> rivals) {}

    private Learning(Examples examples, Settings settings, Progress progress) {
        this.examples = examples;
        this.settings = settings;
        this.progress = progress;
        this.split = Split.of(examples.cases(), settings.folds(), settings.learnShare());
    }

    /**
     * How much a call counts: all harassment, and one of so many of the others.
     *
     * @param benignCalls of how many benign calls that are learned from one stands for all
     * @param calibrationCalls of how many benign calls that are calibrated on one is taken
     */
    public static Examples.Choice choice(int benignCalls, int calibrationCalls) {
        return (call, maker) -> {
            if (maker.isHarassment()) {
                return 1;
            }
            // The multiplier spreads ids that follow one another.
            int spread = call.callId().hashCode() * 0x9E3779B9 >>> 8;
            if (Split.isForCalibration(maker)) {
                return spread % calibrationCalls == 0 ? 1 : 0;
            }
            return spread % benignCalls == 0 ? benignCalls : 0;
        };
    }

    /** @throws IllegalArgumentException where there is too little to learn from */
    public static Learned learn(String name, Examples examples, Settings settings, Progress progress) {
        return new Learning(examples, settings, progress).learn(name);
    }

    private Learned learn(String name) {
        SequenceLearner.Learned sequence = stackSequence();
        Cases cases = examples.cases();
        int[] learned = cases.where(row -> split.isLearnedFrom(cases.maker(row), cases.minute(row)));
        progress.at("trees", 0);
        TreeLearner.Learned trees = TreeLearner.learn(cases.only(learned), settings.trees());
        progress.at("calibration", 0);
        int[] later = cases.where(row -> split.isCalibratedOn(cases.maker(row), cases.minute(row)));
        Meaning meaning = new Meaning(cases, later, trees.trees()::score);
        Calibration calibration = meaning.calibration();
        Thresholds thresholds = meaning.thresholds(calibration, settings.bounds());
        Model model = new Model(
                name, trees.trees(), Optional.of(sequence.model()), calibration, thresholds, Optional.empty());
        return new Learned(
                model,
                meaning.benignBelow(
                        calibration, Math.max(FOUNDING, settings.bounds().reject())),
                learned.length,
                later.length,
                trees.gap(),
                sequence.gap(),
                settings.hasRivals() ? rivals(model, learned, later) : List.of());
    }

    private List<Rival> rivals(Model model, int[] learned, int[] later) {
        progress.at("rivals", 0);
        Rival both =
                new Rival.OfTrees("trees and recurrent unit", model.trees(), model.calibration(), model.thresholds());
        return new Rivals(examples.cases(), learned, later, settings).learn(both);
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
}
