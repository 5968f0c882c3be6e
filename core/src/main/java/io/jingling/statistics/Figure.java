package io.jingling.statistics;

import java.time.Instant;

/**
 * A number with all that is needed to recompute it.
 *
 * @param numerator what was counted
 * @param denominator of how many; 0 where there was nothing to count of, 1 for a plain count
 * @param source where both come from
 * @param asOf when they were read
 * @param definition what was counted
 */
public record Figure(long numerator, long denominator, String source, Instant asOf, Definition definition) {
    private static final int TENTHS = 1_000;

    public Figure {
        if (numerator < 0 || denominator < 0) {
            throw new IllegalArgumentException(
                    "figure: got " + numerator + " of " + denominator + ", want no less than 0");
        }
    }

    public boolean isDefined() {
        return denominator > 0;
    }

    /** Rounded half up to a tenth of a percent; only for a figure that stands alone, see {@link Shares}. */
    public int tenths() {
        return denominator == 0 ? 0 : Math.toIntExact((2 * TENTHS * numerator + denominator) / (2 * denominator));
    }

    public double ratio() {
        return denominator == 0 ? 0 : (double) numerator / denominator;
    }
}
