package io.jingling.detection;

/**
 * How lengths of a kind are distributed, as a histogram over their logarithms, and how much better than the population's
 * it explains a length.
 */
final class Shape {
    static final int BINS = 64;
    private static final float PRIOR = 8;
    private static final float CALLS_MAX = 4096;
    private static final float BITS_MAX = 4;
    /** Curves tell the logarithm of one more; beside so much that is nothing. */
    private static final float LARGE = 1 << 20;

    private final float from;
    private final float width;
    private final float[] counts = new float[BINS];
    private float total;
    private final float[] bits = new float[BINS];
    private float totalOfBits = -1;

    /**
     * @param from where the first bin begins, a base-2 logarithm of milliseconds
     * @param width of a bin
     */
    Shape(float from, float width) {
        this.from = from;
        this.width = width;
    }

    /** Talks: a quarter of a second to four hours, a fifth apart. */
    static Shape ofTalks() {
        return new Shape(8, 0.25f);
    }

    /** Ringing in vain: four seconds to a minute, one part in twenty-three apart. */
    static Shape ofTimeouts() {
        return new Shape(12, 0.0625f);
    }

    /** From the end of a call to the next: a quarter of a second to four hours. */
    static Shape ofIdles() {
        return new Shape(8, 0.25f);
    }

    void add(float logarithm) {
        if (total >= CALLS_MAX) {
            for (int i = 0; i < BINS; i++) {
                counts[i] /= 2;
            }
            total /= 2;
        }
        counts[bin(logarithm)]++;
        total++;
    }

    void add(Lengths lengths) {
        for (int i = 0; i < lengths.count(); i++) {
            add(lengths.get(i));
        }
    }

    void absorb(Shape other) {
        for (int i = 0; i < BINS; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
    }

    private int bin(float logarithm) {
        return (int) Math.clamp((logarithm - from) / width, 0, BINS - 1);
    }

    /**
     * By how many bits the lengths are likelier here than in the population; each at most four either way, 0 where there
     * are none.
     */
    float bits(Lengths lengths, Shape population) {
        if (isWorthExplaining() && lengths.count() > 0) {
            for (int i = 0; i < BINS; i++) {
                bits[i] = explained(i, population);
            }
            totalOfBits = total;
        }
        return look(lengths, population);
    }

    /** The same, and nothing is kept for the next time. */
    float look(Lengths lengths, Shape population) {
        if (total == 0) {
            return 0;
        }
        boolean isOld = isWorthExplaining();
        float sum = 0;
        for (int i = 0; i < lengths.count(); i++) {
            int bin = bin(lengths.get(i));
            sum += isOld ? explained(bin, population) : bits[bin];
        }
        return sum;
    }

    private boolean isWorthExplaining() {
        return total > 0 && Math.abs(total - totalOfBits) > totalOfBits / 16;
    }

    private float explained(int bin, Shape population) {
        float usual = (population.counts[bin] + 0.5f) / (population.total + 0.5f * BINS);
        float here = (counts[bin] + PRIOR * usual) / (total + PRIOR);
        return Math.clamp(Curves.log(here * LARGE) - Curves.log(usual * LARGE), -BITS_MAX, BITS_MAX);
    }
}
