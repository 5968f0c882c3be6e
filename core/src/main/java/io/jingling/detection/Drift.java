package io.jingling.detection;

import io.jingling.domain.Action;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells whether calls are still like those that a model began with: for each {@link Feature} and the score, how they are
 * spread now against how they were spread in the model's first calls.
 *
 * <p>The first calls are a sample that sets the {@link Bins}, which is done apart from the calls; those and the next make
 * up the reference; from then on the last seven days are compared with it. Bounded: a sample of floats, then counts alone. One thread at a time.
 */
public final class Drift {
    /** Days that are compared with the reference. */
    public static final int DAYS = 7;

    private static final String SCORE = "SCORE";

    /** Each {@link Feature}, and the score. */
    public static final List<String> SERIES_NAMES = Stream.concat(
                    Arrays.stream(Feature.values()).map(Feature::name), Stream.of(SCORE))
            .toList();

    private static final int SERIES = Feature.COUNT + 1;
    private static final long DAY_MILLIS = 86_400_000;
    private static final int SEGMENTS = Segment.COUNT;
    private static final double PER = 10_000;

    private final int sampled;
    private final long referenceCalls;
    private final float[][] sample;
    private final Bins[] bins = new Bins[SERIES];
    private final long[][] reference = new long[SERIES][Bins.MOST];
    private final long[][][] days = new long[DAYS][SERIES][Bins.MOST];
    private final long[][] blocksOfDays = new long[DAYS][SEGMENTS];
    private final long[] appealsOfDays = new long[DAYS];
    private final Reliability reliability = new Reliability();
    private long seen;
    private boolean isBegun;
    private long day = Long.MIN_VALUE;

    /**
     * @param sampled calls that set the bins
     * @param referenceCalls calls that the later ones are compared with, those among them
     */
    public Drift(int sampled, long referenceCalls) {
        if (sampled < Bins.MOST || referenceCalls < sampled) {
            throw new IllegalArgumentException("drift: got a sample of " + sampled + " and a reference of "
                    + referenceCalls + ", want at least " + Bins.MOST + " and no fewer than that");
        }
        this.sampled = sampled;
        this.referenceCalls = referenceCalls;
        this.sample = new float[SERIES][sampled];
    }

    /**
     * A call was judged.
     *
     * @param features in the order of {@link Feature}; copied where kept
     * @param action what the model would have done
     */
    public void judged(float[] features, float logOdds, Action action, long atMillis) {
        int place = place(atMillis);
        if (seen < sampled) {
            keep(features, logOdds);
            seen++;
        } else if (isBegun) {
            count(features, logOdds, seen < referenceCalls ? reference : days[place]);
            seen++;
        }
        if (action == Action.REJECT || action == Action.CHALLENGE) {
            blocksOfDays[place][Segment.of(features).ordinal()]++;
        }
    }

    /** A call was held out, and what it was is known by now. */
    public void labelled(double probability, boolean isHarassment) {
        reliability.add(probability, isHarassment);
    }

    /** Somebody says that what was blocked was benign. */
    public void appealed(long atMillis) {
        appealsOfDays[place(atMillis)]++;
    }

    private void keep(float[] features, float logOdds) {
        int at = (int) seen;
        for (int i = 0; i < Feature.COUNT; i++) {
            sample[i][at] = features[i];
        }
        sample[Feature.COUNT][at] = logOdds;
    }

    /** Whether there are enough calls to set the bins, which must be done before more are counted. */
    public boolean isFull() {
        return seen == sampled && !isBegun;
    }

    /** What the bins are, worked out from a full sample, which nobody changes: beside the calls, as it takes a while. */
    public Cut cut() {
        Bins[] found = new Bins[SERIES];
        long[][] counts = new long[SERIES][Bins.MOST];
        for (int i = 0; i < SERIES; i++) {
            found[i] = Bins.of(sample[i]);
            for (float value : sample[i]) {
                counts[i][found[i].of(value)]++;
            }
        }
        return new Cut(found, counts);
    }

    /** From now on calls are counted. */
    public void begin(Cut cut) {
        for (int i = 0; i < SERIES; i++) {
            bins[i] = cut.bins[i];
            reference[i] = cut.counts[i];
            sample[i] = new float[0];
        }
        isBegun = true;
    }

    /** Bins, and how many of the sample fell into each. */
    public static final class Cut {
        private final Bins[] bins;
        private final long[][] counts;

        private Cut(Bins[] bins, long[][] counts) {
            this.bins = bins;
            this.counts = counts;
        }
    }

    private void count(float[] features, float logOdds, long[][] into) {
        for (int i = 0; i < Feature.COUNT; i++) {
            into[i][bins[i].of(features[i])]++;
        }
        into[Feature.COUNT][bins[Feature.COUNT].of(logOdds)]++;
    }

    /** Where the day is counted; days that went by without a call are emptied. A day before the latest counts as that. */
    private int place(long atMillis) {
        long now = Math.floorDiv(atMillis, DAY_MILLIS);
        if (day == Long.MIN_VALUE) {
            day = now;
        }
        for (long next = Math.max(day + 1, now - DAYS + 1); next <= now; next++) {
            empty(Math.floorMod(next, DAYS));
        }
        day = Math.max(day, now);
        return Math.floorMod(day, DAYS);
    }

    private void empty(int place) {
        Arrays.stream(days[place]).forEach(series -> Arrays.fill(series, 0));
        Arrays.fill(blocksOfDays[place], 0);
        appealsOfDays[place] = 0;
    }

    /** How it stands. */
    public Report report() {
        List<Series> series = new ArrayList<>();
        for (int i = 0; isBegun && i < SERIES; i++) {
            series.add(series(i));
        }
        long blocks = 0;
        List<Blocks> ofSegments = new ArrayList<>();
        for (Segment segment : Segment.values()) {
            long some = Arrays.stream(blocksOfDays)
                    .mapToLong(one -> one[segment.ordinal()])
                    .sum();
            ofSegments.add(new Blocks(segment, some));
            blocks += some;
        }
        long appeals = Arrays.stream(appealsOfDays).sum();
        return new Report(
                Math.min(seen, referenceCalls),
                Math.max(0, seen - referenceCalls),
                series,
                reliability.error(),
                reliability.count(),
                ofSegments,
                appeals,
                blocks == 0 ? 0 : PER * appeals / blocks);
    }

    private Series series(int which) {
        int count = bins[which].count();
        long[] before = Arrays.copyOf(reference[which], count);
        long[] now = new long[count];
        for (long[][] one : days) {
            for (int i = 0; i < count; i++) {
                now[i] += one[which][i];
            }
        }
        String name = SERIES_NAMES.get(which);
        boolean isEmpty = Arrays.stream(now).sum() == 0;
        return new Series(name, isEmpty ? 0 : Bins.stability(before, now), isEmpty ? 0 : Bins.distance(before, now));
    }

    /**
     * How it stands.
     *
     * @param reference calls that are compared with
     * @param later calls since then, of which those of the last {@link #DAYS} days are compared
     * @param series of each feature and the score; empty until there are enough calls
     * @param calibrationError by which, in the mean, said and true shares of harassment differ on held-out calls, 0 to 1
     * @param heldOut on how many calls that is known
     * @param blocks that the model would have made in the last days
     * @param appeals against blocks in the last days
     * @param appealsPer10000 blocks
     */
    public record Report(
            long reference,
            long later,
            List<Series> series,
            double calibrationError,
            long heldOut,
            List<Blocks> blocks,
            long appeals,
            double appealsPer10000) {}

    /**
     * How far one feature, or the score, has moved.
     *
     * @param psi population stability index; above 0.25 is much
     * @param ks Kolmogorov and Smirnov's distance, 0 to 1
     */
    public record Series(String name, double psi, double ks) {}

    /** How many calls of a segment were blocked. */
    public record Blocks(Segment segment, long count) {}
}
