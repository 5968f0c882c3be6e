package io.jingling.detection;

/** Powers and logarithms by table: the same bits on every machine, unlike {@link Math}'s, and in a few nanoseconds. */
final class Curves {
    private static final int STEPS = 1 << 10;
    private static final double[] POWERS = new double[STEPS + 1];
    private static final float[] LOGARITHMS = new float[STEPS + 1];
    private static final double LOG2_E = 1 / StrictMath.log(2);
    private static final int HALVINGS_MAX = 60;
    private static final int MANTISSA_BITS = 23;

    static {
        for (int i = 0; i <= STEPS; i++) {
            POWERS[i] = StrictMath.pow(2, i / (double) STEPS);
            LOGARITHMS[i] = (float) (StrictMath.log(1 + i / (double) STEPS) * LOG2_E);
        }
    }

    private Curves() {}

    /** What is left of 1 after so many half-lives; 1 where that is negative, as time does not run backwards. */
    static float left(double halfLives) {
        return halfLives <= 0 ? 1 : (float) power2(-Math.min(halfLives, HALVINGS_MAX));
    }

    /** The base-2 logarithm of {@code 1 + x}, for x from 0; within 2e-7 of it. */
    static float log(double x) {
        float shifted = (float) (1 + Math.max(0, x));
        int bits = Float.floatToRawIntBits(shifted);
        float place = (bits & (1 << MANTISSA_BITS) - 1) * (STEPS / (float) (1 << MANTISSA_BITS));
        int step = (int) place;
        float low = LOGARITHMS[step];
        return (bits >>> MANTISSA_BITS) - 127 + low + (LOGARITHMS[step + 1] - low) * (place - step);
    }

    /** 1 / (1 + e^-x), within 1e-7. */
    static float logistic(double x) {
        double power = power2(-Math.clamp(x, -HALVINGS_MAX / 2.0, HALVINGS_MAX / 2.0) * LOG2_E);
        return (float) (1 / (1 + power));
    }

    /** The hyperbolic tangent, within 2e-7. */
    static float tanh(double x) {
        return 2 * logistic(2 * x) - 1;
    }

    /** How many different ones set so many bits of a map, by linear counting; log(1 + x) of the ratio of all to unset. */
    static float countedBy(int bitsSet, int bits) {
        return (float) (bits / LOG2_E) * log((double) bits / (bits - bitsSet) - 1);
    }

    private static double power2(double exponent) {
        double whole = Math.floor(exponent);
        double place = (exponent - whole) * STEPS;
        int step = (int) place;
        double part = POWERS[step] + (POWERS[step + 1] - POWERS[step]) * (place - step);
        return Math.scalb(part, (int) whole);
    }
}
