package io.jingling.learning;

import io.jingling.learning.Evaluation.Benign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * Says whether a model may take another's place: it lets fewer calls of the same campaigns through, by more than chance
 * would, and rejects no more benign calls than is bearable.
 *
 * <p>Both judge the same calls. Of each campaign the shares of calls through make a pair; Wilcoxon's signed-rank test
 * (1945), one-sided, says how likely such pairs are where neither is better. Campaigns are what is drawn: a thousand calls
 * of one campaign are one piece of evidence.
 */
public final class Promotion {
    private Promotion() {}

    /**
     * What must hold.
     *
     * @param alpha how likely an improvement by chance alone may be
     * @param benignUpper the upper bound of the share of benign calls rejected, with 95 % confidence
     * @param benignOfKind the share of any one kind of benign caller's calls rejected
     */
    public record Rule(double alpha, double benignUpper, double benignOfKind) {
        /** As promised: one in twenty by chance, one in ten thousand benign calls, one in a thousand of any kind. */
        public static final Rule USUAL = new Rule(0.05, 1e-4, 1e-3);
    }

    /**
     * A campaign judged by both.
     *
     * @param before share of its calls that rang by the model in force
     * @param after the same by the new one
     */
    public record Pair(String campaign, double before, double after) {}

    /**
     * What is said of a new model.
     *
     * @param p how likely such pairs are where it is no better
     * @param reasons why it is not promoted; empty where it is
     */
    public record Ruling(List<Pair> pairs, double meanBefore, double meanAfter, double p, List<String> reasons) {
        public boolean isPromoted() {
            return reasons.isEmpty();
        }
    }

    /** @throws IllegalArgumentException where both were not told of the same campaigns */
    public static Ruling judge(Evaluation before, Evaluation after, Rule rule) {
        List<Pair> pairs = pairs(before.throughOfCampaigns(), after.throughOfCampaigns());
        double meanBefore = pairs.stream().mapToDouble(Pair::before).average().orElse(1);
        double meanAfter = pairs.stream().mapToDouble(Pair::after).average().orElse(1);
        double p = probability(pairs);
        List<String> reasons = new ArrayList<>();
        if (!(p < rule.alpha() && meanAfter < meanBefore)) {
            reasons.add(text("campaigns: got p = %.3g, calls through %.4f after %.4f", p, meanAfter, meanBefore)
                    + text(", want fewer through with p below %s", rule.alpha()));
        }
        Benign benign = after.benign();
        if (!(benign.upper() <= rule.benignUpper())) {
            reasons.add(text("benign calls: got at most %.2e rejected, want %.2e", benign.upper(), rule.benignUpper()));
        }
        if (!(benign.worstShare() <= rule.benignOfKind())) {
            reasons.add(
                    text("%s: got %.2e rejected, want %.2e", benign.worst(), benign.worstShare(), rule.benignOfKind()));
        }
        return new Ruling(pairs, meanBefore, meanAfter, p, List.copyOf(reasons));
    }

    private static List<Pair> pairs(SortedMap<String, Double> before, SortedMap<String, Double> after) {
        if (!before.keySet().equals(after.keySet())) {
            throw new IllegalArgumentException("campaigns: got " + before.size() + " by one model and " + after.size()
                    + " by the other, want the same calls judged by both");
        }
        return before.entrySet().stream()
                .map(one -> new Pair(one.getKey(), one.getValue(), after.get(one.getKey())))
                .toList();
    }

    /** Campaigns that fare alike say nothing. */
    private static double probability(List<Pair> pairs) {
        double[] gains = pairs.stream()
                .mapToDouble(pair -> pair.before() - pair.after())
                .filter(gain -> gain != 0)
                .toArray();
        if (gains.length == 0) {
            return 1;
        }
        double p = WilcoxonSignedRankTest.withDefaults()
                .with(AlternativeHypothesis.GREATER_THAN)
                .test(gains)
                .getPValue();
        // Where gains are the same the test is an approximation, which for few of them is below what any can be.
        return Math.max(p, Math.pow(2, -gains.length));
    }

    private static String text(String form, Object... figures) {
        return String.format(Locale.ROOT, form, figures);
    }
}
