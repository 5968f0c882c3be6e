package io.jingling.learner;

import io.jingling.learning.LabelledText;
import io.jingling.learning.MacroF1;
import io.jingling.learning.TextFolds;
import io.jingling.learning.TextLearner;
import io.jingling.learning.TextLearner.Asked;
import io.jingling.text.Answer;
import io.jingling.text.Classifier;
import io.jingling.text.TextKind;
import io.jingling.text.TextModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Ours and the {@link TextAnchor}, learned from the same texts and asked of the same others. */
final class TextTrial {
    private static final double TEST_SHARE = 0.2;
    private static final double SURE = 0.6;

    private TextTrial() {}

    /**
     * What came of one test.
     *
     * @param ours macro-F1
     * @param anchor macro-F1
     * @param method by which ours was learned
     * @param off by how much confidence and share of right answers differ, over ten bins of confidence
     * @param sure the share of answers that are one
     * @param right of these, how many are right
     * @param each F1 of each label, ours
     */
    record Result(double ours, double anchor, String method, double off, double sure, double right, double[] each) {}

    /** A fifth of each label is kept to test on. */
    static Result split(List<LabelledText> all, long seed) {
        List<String> labels = LabelledText.labels(all);
        boolean[] isTest = TextFolds.test(numbers(all, labels), TEST_SHARE, seed);
        List<LabelledText> learned = new ArrayList<>();
        List<LabelledText> tested = new ArrayList<>();
        for (int i = 0; i < isTest.length; i++) {
            (isTest[i] ? tested : learned).add(all.get(i));
        }
        return across(learned, tested);
    }

    private static int[] numbers(List<LabelledText> texts, List<String> labels) {
        return texts.stream().mapToInt(one -> labels.indexOf(one.label())).toArray();
    }

    static Result across(List<LabelledText> learned, List<LabelledText> tested) {
        Set<TextKind> any = EnumSet.allOf(TextKind.class);
        TextLearner.Learned ours = TextLearner.learn(new Asked("trial", any, SURE), learned);
        Classifier classifier = new Classifier(new TextModel("trial", List.of(ours.question())));
        List<Answer> answers = tested.stream()
                .map(one -> classifier.answers(TextKind.SMS, one.text()).getFirst())
                .toList();
        List<String> labels = ours.question().labels();
        int[] truth = numbers(tested, labels);
        int[] its =
                answers.stream().mapToInt(one -> labels.indexOf(one.label())).toArray();
        Confidence confidence = Confidence.of(answers, tested);
        return new Result(
                MacroF1.of(truth, its, labels.size()),
                anchor(learned, tested),
                ours.method(),
                confidence.off(),
                confidence.sure(),
                confidence.right(),
                MacroF1.each(truth, its, labels.size()));
    }

    /** The anchor's macro-F1 alone. */
    static double anchor(List<LabelledText> learned, List<LabelledText> tested) {
        List<String> labels = LabelledText.labels(learned);
        TextAnchor anchor = TextAnchor.learn(learned);
        int[] answers = tested.stream()
                .mapToInt(one -> labels.indexOf(anchor.answer(one.text())))
                .toArray();
        return MacroF1.of(numbers(tested, labels), answers, labels.size());
    }

    /** Whether answers are right as often as they say (expected calibration error, ten bins). */
    private record Confidence(double off, double sure, double right) {
        private static final int BINS = 10;

        static Confidence of(List<Answer> answers, List<LabelledText> texts) {
            double[] said = new double[BINS];
            double[] happened = new double[BINS];
            int sure = 0;
            int right = 0;
            for (int i = 0; i < answers.size(); i++) {
                Answer answer = answers.get(i);
                boolean isRight = answer.label().equals(texts.get(i).label());
                int bin = Math.min(BINS - 1, (int) (answer.confidence() * BINS));
                said[bin] += answer.confidence();
                happened[bin] += isRight ? 1 : 0;
                sure += answer.sure() ? 1 : 0;
                right += answer.sure() && isRight ? 1 : 0;
            }
            double off = 0;
            for (int bin = 0; bin < BINS; bin++) {
                off += Math.abs(said[bin] - happened[bin]);
            }
            return new Confidence(
                    off / Math.max(1, answers.size()),
                    (double) sure / Math.max(1, answers.size()),
                    (double) right / Math.max(1, sure));
        }
    }
}
