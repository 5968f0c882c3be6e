package io.jingling.learning;

import io.jingling.detection.Calibration;
import io.jingling.detection.Clue;
import io.jingling.detection.Linking;
import io.jingling.detection.Linking.Limits;
import io.jingling.detection.Signal;
import io.jingling.detection.Thresholds;
import io.jingling.detection.Trees;
import io.jingling.learning.Learning.Bounds;
import java.util.Arrays;
import java.util.List;

/** Learns to tell whether a call belongs to a campaign, and to judge calls by that and all else that is known. */
public final class LinkLearning {
    private static final float EVEN = 0;
    private static final double WEAK_WRONG = 5e-3;
    private static final double STRONG_WRONG = 1e-4;
    private static final double NAMED_WRONG = 1e-4;
    /** Whom nobody suspects is no campaign, however few such groups there were to learn from. */
    private static final double SUSPICION_MIN = 0.1;

    /** Whoever lets more calls be rejected, as there are few to learn from, cannot ask more of links. */
    private static final double OF_REJECTED = 3;

    private static final float NONE = -100;

    private final Settings settings;

    /**
     * How to learn.
     *
     * @param pairs how to learn to link
     * @param clues how to learn to judge
     * @param learnShare of the time, from the beginning, that is learned from
     */
    public record Settings(TreeLearner.Settings pairs, TreeLearner.Settings clues, double learnShare, Bounds bounds) {
        /** Directions of all signals and clues come with them. */
        public static Settings of(double learnShare, Bounds bounds, long seed) {
            List<Integer> ofSignals =
                    Arrays.stream(Signal.values()).map(Signal::direction).toList();
            List<Integer> ofClues =
                    Arrays.stream(Clue.values()).map(Clue::direction).toList();
            return new Settings(
                    new TreeLearner.Settings(60, 4, 0.15, 0.8, 0.7, 20, ofSignals, seed),
                    new TreeLearner.Settings(120, 4, 0.1, 0.8, 0.7, 20, ofClues, seed),
                    learnShare,
                    bounds);
        }
    }

    public LinkLearning(Settings settings) {
        this.settings = settings;
    }

    /**
     * A judgement of links.
     *
     * @param learnedFrom pairs of a call and a campaign
     * @param gap the largest difference between a score of ours and XGBoost's
     */
    public record Links(Trees trees, Limits limits, int learnedFrom, float gap) {}

    /** @param founding log-odds by its own behaviour, from which on a caller founds a campaign */
    public Links links(LinkExamples examples, float founding) {
        Cases pairs = examples.pairs();
        Split split = Split.of(pairs, 1, settings.learnShare());
        Rows rows = pairs.only(pairs.where(row -> split.isLearnedFrom(pairs.maker(row), pairs.minute(row))));
        TreeLearner.Learned trees = TreeLearner.learn(rows, settings.pairs());
        return new Links(trees.trees(), limits(examples, split, trees.trees(), founding), rows.count(), trees.gap());
    }

    /** So that few benign calls of other makers are linked to a campaign that is not their own. */
    private Limits limits(LinkExamples examples, Split split, Trees trees, float founding) {
        Cases calls = examples.clues();
        float[] mostWrong = new float[calls.rows().count()];
        Arrays.fill(mostWrong, NONE);
        float[] row = new float[Signal.COUNT];
        for (int i = 0; i < examples.pairs().rows().count(); i++) {
            if (!examples.pairs().rows().isHarassment(i)) {
                examples.pairs().rows().copy(i, row);
                int call = examples.callOfPair(i);
                mostWrong[call] = Math.max(mostWrong[call], trees.score(row));
            }
        }
        int[] benign = calls.where(
                i -> !calls.rows().isHarassment(i) && split.isCalibratedOn(calls.maker(i), calls.minute(i)));
        float[] links = new float[benign.length];
        int[] callers = new int[benign.length];
        for (int i = 0; i < benign.length; i++) {
            links[i] = mostWrong[benign[i]];
            callers[i] = calls.caller(benign[i]);
        }
        BenignBound bound = new BenignBound(links, callers);
        float weak = Math.max(EVEN, bound.threshold(wrong(WEAK_WRONG)));
        return new Limits(founding, weak, Math.max(weak, bound.threshold(wrong(STRONG_WRONG))), 0);
    }

    private double wrong(double usual) {
        return Math.max(usual, OF_REJECTED * settings.bounds().reject());
    }

    /**
     * All of it.
     *
     * @param learnedFrom calls
     * @param calibratedOn calls
     * @param gap the largest difference between a score of ours and XGBoost's
     */
    public record Learned(Linking linking, int learnedFrom, int calibratedOn, float gap) {}

    /**
     * Learns from some towns, and what it means from others, where nothing was learned.
     *
     * @param examples that were linked by those links
     * @param others the same
     */
    public Learned judgement(LinkExamples examples, LinkExamples others, Links links) {
        Cases cases = examples.clues();
        Rows rows = cases.only(cases.where(row -> true));
        return judgement(rows, others.clues(), others.clues().where(row -> true), links);
    }

    /**
     * The same where there are too few towns: from other makers of the same ones, at a later time.
     *
     * @param examples that were linked by those links
     */
    public Learned judgement(LinkExamples examples, Links links) {
        Cases cases = examples.clues();
        Split split = Split.of(cases, 1, settings.learnShare());
        Rows rows = cases.only(cases.where(row -> split.isLearnedFrom(cases.maker(row), cases.minute(row))));
        int[] later = cases.where(row -> split.isCalibratedOn(cases.maker(row), cases.minute(row)));
        return judgement(rows, cases, later, links);
    }

    /** @param later rows of those cases to tell by what scores mean */
    private Learned judgement(Rows rows, Cases cases, int[] later, Links links) {
        TreeLearner.Learned trees = TreeLearner.learn(rows, settings.clues());
        Meaning meaning = new Meaning(cases, later, trees.trees()::score);
        Calibration calibration = meaning.calibration();
        Thresholds thresholds = meaning.thresholds(calibration, settings.bounds());
        Limits limits = named(cases, later, links.limits());
        Linking linking = new Linking(links.trees(), limits, trees.trees(), calibration, thresholds);
        return new Learned(linking, rows.count(), later.length, trees.gap());
    }

    /** So that few benign calls are said to be a campaign's: from how suspicious on a group is called one. */
    private Limits named(Cases cases, int[] later, Limits limits) {
        int[] benign = Arrays.stream(later)
                .filter(row -> !cases.rows().isHarassment(row))
                .toArray();
        float[] suspicions = new float[benign.length];
        int[] callers = new int[benign.length];
        float[] row = new float[Clue.COUNT];
        for (int i = 0; i < benign.length; i++) {
            cases.rows().copy(benign[i], row);
            boolean isLike =
                    row[Clue.LINK.ordinal()] >= limits.weak() && row[Clue.FAMILIES.ordinal()] >= Linking.FAMILIES_MIN;
            suspicions[i] = isLike ? row[Clue.CAMPAIGN_SUSPICION.ordinal()] : 0;
            callers[i] = cases.caller(benign[i]);
        }
        float suspicion = new BenignBound(suspicions, callers).threshold(wrong(NAMED_WRONG));
        return limits.withSuspicion((float) Math.min(1, Math.max(SUSPICION_MIN, suspicion)));
    }
}
