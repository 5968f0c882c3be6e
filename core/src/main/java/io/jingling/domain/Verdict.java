package io.jingling.domain;

/**
 * A decision in 64 bits, so that a call is decided, logged and counted without making an object.
 *
 * <pre>
 * bits  0..2   action            3..7   rule            8..12  category + 1 (0 = none)
 *      13..19  score            20..24  caller's kind  25..28  evidence kind + 1 (0 = none)
 *      29..44  evidence value   45..49  shadow rule    50..52  shadow action + 1 (0 = none)
 *      53      unverified
 * </pre>
 *
 * The layout is stored; it changes only by adding bits.
 */
public final class Verdict {
    private Verdict() {}

    public static long of(Action action, Rule rule, NumberKind kind) {
        return action.ordinal() | (long) rule.ordinal() << 3 | (long) kind.ordinal() << 20;
    }

    public static long withSuspicion(long verdict, int category, int score, int evidenceKind, int evidenceValue) {
        return verdict
                | (long) (category + 1) << 8
                | (long) score << 13
                | (long) (evidenceKind + 1) << 25
                | (long) evidenceValue << 29;
    }

    public static long withShadow(long verdict, Rule rule, Action action) {
        return verdict | (long) rule.ordinal() << 45 | (long) (action.ordinal() + 1) << 50;
    }

    /** The same findings, but another rule decided otherwise. */
    public static long inPlaceOf(long verdict, Action action, Rule rule) {
        return verdict & ~0xFFL | action.ordinal() | (long) rule.ordinal() << 3;
    }

    /** Marks a public number that the trunk is not entitled to present. */
    public static long unverified(long verdict) {
        return verdict | 1L << 53;
    }

    public static Action action(long verdict) {
        return Action.at((int) (verdict & 7));
    }

    public static Rule rule(long verdict) {
        return Rule.at((int) (verdict >>> 3 & 31));
    }

    /** The category's ordinal, or -1. */
    public static int category(long verdict) {
        return (int) (verdict >>> 8 & 31) - 1;
    }

    public static int score(long verdict) {
        return (int) (verdict >>> 13 & 127);
    }

    public static NumberKind kind(long verdict) {
        return NumberKind.at((int) (verdict >>> 20 & 31));
    }

    /** The evidence kind's ordinal, or -1. */
    public static int evidenceKind(long verdict) {
        return (int) (verdict >>> 25 & 15) - 1;
    }

    public static int evidenceValue(long verdict) {
        return (int) (verdict >>> 29 & 0xFFFF);
    }

    public static boolean hasShadow(long verdict) {
        return (verdict >>> 50 & 7) != 0;
    }

    public static Rule shadowRule(long verdict) {
        return Rule.at((int) (verdict >>> 45 & 31));
    }

    public static Action shadowAction(long verdict) {
        return Action.at((int) (verdict >>> 50 & 7) - 1);
    }

    public static boolean isUnverified(long verdict) {
        return (verdict >>> 53 & 1) != 0;
    }
}
