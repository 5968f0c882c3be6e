package io.jingling.learning;

/** The mean of the labels' F1, each counting the same however rare it is (Yang and Liu 1999). */
public final class MacroF1 {
    private MacroF1() {}

    /** Over labels that are there or were answered; 0 where there is none. */
    public static double of(int[] truth, int[] answered, int labels) {
        double sum = 0;
        int seen = 0;
        double[] each = each(truth, answered, labels);
        for (double one : each) {
            sum += Double.isNaN(one) ? 0 : one;
            seen += Double.isNaN(one) ? 0 : 1;
        }
        return seen == 0 ? 0 : sum / seen;
    }

    /** Of each label; not a number where it is neither there nor was answered. */
    public static double[] each(int[] truth, int[] answered, int labels) {
        int[] right = new int[labels];
        int[] both = new int[labels];
        for (int i = 0; i < truth.length; i++) {
            both[truth[i]]++;
            both[answered[i]]++;
            right[truth[i]] += truth[i] == answered[i] ? 1 : 0;
        }
        double[] each = new double[labels];
        for (int label = 0; label < labels; label++) {
            each[label] = both[label] == 0 ? Double.NaN : 2.0 * right[label] / both[label];
        }
        return each;
    }
}
