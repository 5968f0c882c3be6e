package io.jingling.learning;

import io.jingling.text.Classifier;
import io.jingling.text.Question;
import io.jingling.text.TextKind;
import io.jingling.text.TextModel;
import io.jingling.text.View;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Learns a question from labelled texts: chooses a {@link TextMethod} by what each does to folds that it did not see, then
 * on the same scores how labels are shifted and what a distance of scores means, then learns from all.
 */
public final class TextLearner {
    private static final int FOLDS = 4;
    /** So many of them choose the method; the others are asked by the chosen one alone. */
    private static final int FOLDS_TO_CHOOSE = 2;

    private static final long SEED = 7;
    /** Edges are few beside hundreds of runs. */
    private static final double EDGES_COUNT = 2;

    private final List<LabelledText> texts;
    private final List<String> labels;
    private final int[] truth;
    private final int[] all;
    private final int[] folds;

    /**
     * What a question is called, what it is asked of, and from which confidence on it is answered.
     *
     * @param sure 0 to 1
     */
    public record Asked(String name, Set<TextKind> kinds, double sure) {}

    /**
     * A question, and how it was learned.
     *
     * @param texts how many it was learned from
     * @param method for people
     * @param macroF1 of texts that were not learned from, in folds
     * @param gap the most that a confidence is off, served, from what was learned
     */
    public record Learned(Question question, int texts, String method, double macroF1, double gap) {}

    private TextLearner(List<LabelledText> texts) {
        this.texts = texts;
        labels = LabelledText.labels(texts);
        Map<String, Integer> numbers = new HashMap<>();
        labels.forEach(label -> numbers.put(label, numbers.size()));
        truth = texts.stream().mapToInt(one -> numbers.get(one.label())).toArray();
        all = IntStream.range(0, truth.length).toArray();
        folds = TextFolds.of(truth, FOLDS, SEED);
    }

    /** @throws IllegalArgumentException where there are not two labels with two texts each */
    public static Learned learn(Asked asked, List<LabelledText> texts) {
        TextLearner learner = new TextLearner(LabelledText.distinct(texts));
        learner.check(asked.name());
        return learner.learn(asked);
    }

    private void check(String name) {
        int[] counts = new int[labels.size()];
        for (int label : truth) {
            counts[label]++;
        }
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] < 2) {
                throw new IllegalArgumentException("question " + name + ": got one text of label \"" + labels.get(label)
                        + "\", want at least 2 different ones of each label");
            }
        }
        if (counts.length < 2) {
            throw new IllegalArgumentException(
                    "question " + name + ": got the labels " + labels + ", want at least 2 to tell apart");
        }
    }

    private Learned learn(Asked asked) {
        Trial best = new Trial(TextMethod.ALL.getFirst());
        double most = -1;
        for (TextMethod method : TextMethod.ALL) {
            Trial trial = new Trial(method);
            for (int fold = 0; fold < FOLDS_TO_CHOOSE; fold++) {
                trial.ask(fold);
            }
            double macroF1 = trial.macroF1();
            if (macroF1 > most) {
                most = macroF1;
                best = trial;
            }
        }
        for (int fold = FOLDS_TO_CHOOSE; fold < FOLDS; fold++) {
            best.ask(fold);
        }
        double[][] scores = best.scores;
        float[] shifts = LabelShifts.choose(scores, truth, labels.size());
        double shifted = MacroF1.of(truth, LabelShifts.answers(scores, shifts), labels.size());
        Whole question = question(asked, best, shifts, meaning(scores, shifts));
        return new Learned(question.served(), truth.length, best.method.words(), shifted, gap(question));
    }

    /** A question as it is served, and what LIBLINEAR's own numbers say of the texts. */
    private record Whole(Question served, double[][] scores) {}

    private double gap(Whole whole) {
        Question served = whole.served();
        Classifier classifier = new Classifier(new TextModel("gap", List.of(served)));
        TextKind kind = served.kinds().iterator().next();
        Question.Meaning meaning = served.meaning();
        float[] none = new float[labels.size()];
        double most = 0;
        for (int i = 0; i < whole.scores().length; i++) {
            double[] scores = whole.scores()[i];
            int best = LabelShifts.best(scores, none, -1);
            double ahead = scores[best] - scores[LabelShifts.best(scores, none, best)];
            double confidence = 1 / (1 + StrictMath.exp(-(meaning.slope() * ahead + meaning.shift())));
            float said =
                    classifier.answers(kind, texts.get(i).text()).getFirst().confidence();
            // A text of which nothing is known is never answered.
            most = said == 0 ? most : Math.max(most, Math.abs(said - confidence));
        }
        return most;
    }

    /** A method, and what it says of texts by what it learned from other folds. */
    private final class Trial {
        final TextMethod method;
        final TextFeatures features;
        final double[][] scores = new double[truth.length][];

        Trial(TextMethod method) {
            this.method = method;
            features = new TextFeatures(method.recipe(), texts);
        }

        void ask(int fold) {
            int[] others = Arrays.stream(all).filter(i -> folds[i] != fold).toArray();
            int[] its = Arrays.stream(all).filter(i -> folds[i] == fold).toArray();
            double[][] said = lines(method, features, others).scores(its);
            for (int i = 0; i < its.length; i++) {
                scores[its[i]] = said[i];
            }
        }

        /** Of those that it was asked of, without shifts. */
        double macroF1() {
            int[] asked = Arrays.stream(all).filter(i -> scores[i] != null).toArray();
            double[][] its = Arrays.stream(asked).mapToObj(i -> scores[i]).toArray(double[][]::new);
            int[] right = Arrays.stream(asked).map(i -> truth[i]).toArray();
            return MacroF1.of(right, LabelShifts.answers(its, new float[labels.size()]), labels.size());
        }
    }

    private TextLines lines(TextMethod method, TextFeatures features, int[] from) {
        int[] its = Arrays.stream(from).map(i -> truth[i]).toArray();
        return TextLines.learn(method, rows(features, from), from, its, labels.size());
    }

    private static TextRows rows(TextFeatures features, int[] from) {
        int edges = View.EDGES.ordinal();
        int first = Arrays.stream(features.keys(), 0, edges)
                .mapToInt(keys -> keys.length)
                .sum();
        int end = first + features.keys()[edges].length;
        return new TextRows(features, from, column -> column >= first && column < end ? EDGES_COUNT : 1);
    }

    /** How often the answer was right, by how far it was ahead of the next. */
    private Platt.Fit meaning(double[][] scores, float[] shifts) {
        float[] ahead = new float[scores.length];
        boolean[] right = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            int best = LabelShifts.best(scores[i], shifts, -1);
            int next = LabelShifts.best(scores[i], shifts, best);
            ahead[i] = (float) (scores[i][best] + shifts[best] - scores[i][next] - shifts[next]);
            right[i] = best == truth[i];
        }
        return Platt.fit(ahead, right);
    }

    private Whole question(Asked asked, Trial best, float[] shifts, Platt.Fit fit) {
        TextFeatures features = best.features;
        TextRows rows = rows(features, all);
        TextLines lines = TextLines.learn(best.method, rows, all, truth, labels.size());
        float[] whole = new float[labels.size()];
        for (int label = 0; label < whole.length; label++) {
            whole[label] = shifts[label] + lines.biases()[label];
        }
        Question.Meaning meaning = new Question.Meaning(whole, fit.slope(), fit.shift(), (float) asked.sure());
        Question served = new Question(
                asked.name(),
                asked.kinds(),
                labels,
                best.method.recipe(),
                kept(features, rows),
                rows.scales(),
                besideEachOther(lines, rows.scales().length),
                meaning);
        double[][] scores = lines.scores(all);
        for (double[] one : scores) {
            for (int label = 0; label < one.length; label++) {
                one[label] += shifts[label];
            }
        }
        return new Whole(served, scores);
    }

    private static long[][] kept(TextFeatures features, TextRows rows) {
        long[][] kept = new long[features.keys().length][];
        int first = 0;
        for (int view = 0; view < kept.length; view++) {
            long[] keys = features.keys()[view];
            int from = first;
            kept[view] = Arrays.stream(rows.kept())
                    .filter(column -> column >= from && column < from + keys.length)
                    .mapToLong(column -> keys[column - from])
                    .toArray();
            first += keys.length;
        }
        return kept;
    }

    private float[] besideEachOther(TextLines lines, int features) {
        float[] weights = new float[Math.multiplyExact(features, labels.size())];
        for (int label = 0; label < labels.size(); label++) {
            float[] its = lines.weights(label);
            for (int feature = 0; feature < features; feature++) {
                // As the file keeps it: what is measured is what will be served.
                weights[feature * labels.size() + label] = Float.float16ToFloat(Float.floatToFloat16(its[feature]));
            }
        }
        return weights;
    }
}
