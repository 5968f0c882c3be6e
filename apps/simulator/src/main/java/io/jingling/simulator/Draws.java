package io.jingling.simulator;

import java.util.List;

/**
 * Random draws of one actor, the same on every machine and JDK.
 *
 * <p>SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014), and functions
 * of {@link StrictMath} alone. Times are in milliseconds.
 */
final class Draws {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Draws(long state) {
        this.state = state;
    }

    /** A sequence of its own for each actor of a seed. */
    static Draws of(long seed, long actor) {
        return new Draws(mixed(seed + mixed(actor + GOLDEN)));
    }

    private static long mixed(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    long next() {
        state += GOLDEN;
        return mixed(state);
    }

    /** From 0 inclusive to 1 exclusive. */
    double share() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double share) {
        return share() < share;
    }

    /** From 0 to {@code bound} - 1. */
    int below(int bound) {
        return (int) (share() * bound);
    }

    double between(double low, double high) {
        return low + (high - low) * share();
    }

    <T> T oneOf(List<T> some) {
        return some.get(below(some.size()));
    }

    /** Standard normal, by Box and Muller. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - share()));
        return radius * StrictMath.cos(2 * StrictMath.PI * share());
    }

    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - share());
    }

    /** Log-logistic, cut off at the largest: how long people talk (Vaz de Melo et al., ECML-PKDD 2010). */
    double logLogistic(double median, double shape, double largest) {
        double upTo = 1 / (1 + StrictMath.pow(largest / median, -1 / shape));
        double share = upTo * share();
        return median * StrictMath.pow(share / (1 - share), shape);
    }

    /** The place of one of {@code count}, the first being the likeliest: Zipf's law with exponent 1. */
    int zipf(int count) {
        return Math.min(count - 1, (int) StrictMath.exp(share() * StrictMath.log(count + 1.0)) - 1);
    }
}
