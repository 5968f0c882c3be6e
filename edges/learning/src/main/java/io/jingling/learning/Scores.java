package io.jingling.learning;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How well scores tell two classes apart.
 *
 * @param auc the area under the ROC curve: how likely one of the class scores above one that is not, ties counted half
 * @param macroRecall mean of the two classes' recalls
 * @param macroF1 mean of the two classes' F1
 * @param geometricMean of the two classes' recalls
 * @param recallAtOneInAHundred of the class, where one in a hundred of the others scores as high
 */
public record Scores(
        double auc, double macroRecall, double macroF1, double geometricMean, double recallAtOneInAHundred) {
    /** @param threshold from which on a score says that it is of the class */
    public static Scores of(float[] scores, boolean[] isOfClass, float threshold) {
        int[] counts = new int[4];
        for (int i = 0; i < scores.length; i++) {
            counts[(isOfClass[i] ? 2 : 0) + (scores[i] >= threshold ? 1 : 0)]++;
        }
        double recall = ratio(counts[3], counts[2] + counts[3]);
        double otherRecall = ratio(counts[0], counts[0] + counts[1]);
        double f1 = ratio(2.0 * counts[3], 2 * counts[3] + counts[1] + counts[2]);
        double otherF1 = ratio(2.0 * counts[0], 2 * counts[0] + counts[1] + counts[2]);
        return new Scores(
                auc(scores, isOfClass),
                (recall + otherRecall) / 2,
                (f1 + otherF1) / 2,
                Math.sqrt(recall * otherRecall),
                recallAt(scores, isOfClass, 0.01));
    }

    private static double auc(float[] scores, boolean[] isOfClass) {
        int[] order = descending(scores);
        double pairs = 0;
        long of = 0;
        long others = 0;
        for (int i = 0; i < order.length; ) {
            long tiedOf = 0;
            long tiedOthers = 0;
            int end = i;
            for (; end < order.length && scores[order[end]] == scores[order[i]]; end++) {
                tiedOf += isOfClass[order[end]] ? 1 : 0;
                tiedOthers += isOfClass[order[end]] ? 0 : 1;
            }
            pairs += (of + tiedOf / 2.0) * tiedOthers;
            of += tiedOf;
            others += tiedOthers;
            i = end;
        }
        return ratio(pairs, (double) of * others);
    }

    private static double recallAt(float[] scores, boolean[] isOfClass, double falseShare) {
        int[] order = descending(scores);
        long of = IntStream.range(0, scores.length).filter(i -> isOfClass[i]).count();
        double allowed = falseShare * (scores.length - of);
        long hits = 0;
        long wrong = 0;
        for (int i : order) {
            wrong += isOfClass[i] ? 0 : 1;
            if (wrong > allowed) {
                break;
            }
            hits += isOfClass[i] ? 1 : 0;
        }
        return ratio(hits, of);
    }

    private static int[] descending(float[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
