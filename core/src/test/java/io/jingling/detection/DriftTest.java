package io.jingling.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jingling.detection.Drift.Report;
import io.jingling.detection.Drift.Series;
import io.jingling.domain.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares what is told of drift with the formulas over all values. */
class DriftTest {
    private static final long DAY = 86_400_000;
    private static final int SAMPLE = 500;
    private static final int REFERENCE = 2_000;
    private static final int CALLS_IN_HOUR = Feature.CALLS_IN_HOUR.ordinal();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void stabilityAndDistanceAreThoseOfTheFormulas(long seed) {
        Random random = new Random(seed);
        Drift drift = new Drift(SAMPLE, REFERENCE);
        List<Float> before = new ArrayList<>();
        List<Float> now = new ArrayList<>();
        for (int i = 0; i < REFERENCE + 3_000; i++) {
            float value = (float) random.nextGaussian() + (i < REFERENCE ? 0 : 0.7f);
            (i < REFERENCE ? before : now).add(value);
            judge(drift, value, 0);
        }
        Series series = series(drift, "CALLS_IN_HOUR");
        List<Float> edges = tenths(before.subList(0, SAMPLE));
        assertThat(series.psi()).isCloseTo(psi(before, now, edges), within(1e-9));
        assertThat(series.ks()).isCloseTo(ks(before, now, edges), within(1e-9));
        assertThat(series.psi()).isGreaterThan(0.25);
        assertThat(series(drift, "AGE").psi()).isCloseTo(0, within(1e-9));
    }

    @Test
    void nothingIsToldToHaveMovedWhereNothingHas() {
        Random random = new Random(7);
        Drift drift = new Drift(SAMPLE, REFERENCE);
        for (int i = 0; i < REFERENCE + 20_000; i++) {
            judge(drift, random.nextFloat(), 0);
        }
        assertThat(drift.report().series()).hasSize(Feature.COUNT + 1).allSatisfy(series -> {
            assertThat(series.psi()).isBetween(0.0, 0.02);
            assertThat(series.ks()).isBetween(0.0, 0.06);
        });
    }

    @Test
    void onlyTheLastDaysAreCompared() {
        Drift drift = new Drift(SAMPLE, REFERENCE);
        Random random = new Random(8);
        for (int i = 0; i < REFERENCE; i++) {
            judge(drift, random.nextFloat(), 0);
        }
        for (int i = 0; i < 1_000; i++) {
            judge(drift, 5, 1);
        }
        assertThat(series(drift, "CALLS_IN_HOUR").ks()).isGreaterThan(0.8);
        for (int i = 0; i < 1_000; i++) {
            judge(drift, random.nextFloat(), 1 + Drift.DAYS);
        }
        assertThat(series(drift, "CALLS_IN_HOUR").ks()).isLessThan(0.1);
    }

    @Test
    void beforeThereAreEnoughCallsNothingIsToldOfFeatures() {
        Drift drift = new Drift(SAMPLE, REFERENCE);
        judge(drift, 1, 0);
        assertThat(drift.report().series()).isEmpty();
        assertThat(drift.report().reference()).isEqualTo(1);
    }

    @Test
    void theCalibrationErrorIsTheWeightedMeanOfTheParts() {
        Drift drift = new Drift(SAMPLE, REFERENCE);
        for (int i = 0; i < 10; i++) {
            drift.labelled(0.95, i < 8);
            drift.labelled(0.05, false);
        }
        Report report = drift.report();
        assertThat(report.heldOut()).isEqualTo(20);
        assertThat(report.calibrationError()).isCloseTo((10 * 0.15 + 10 * 0.05) / 20, within(1e-9));
    }

    @Test
    void appealsAreToldForTenThousandBlocksOfTheSameDays() {
        Drift drift = new Drift(SAMPLE, REFERENCE);
        float[] features = new float[Feature.COUNT];
        features[Feature.CALLS_IN_FORTNIGHT.ordinal()] = 9;
        features[Feature.IS_MOBILE.ordinal()] = 1;
        for (int i = 0; i < 400; i++) {
            drift.judged(features, 3, i % 2 == 0 ? Action.REJECT : Action.LABEL, 0);
        }
        drift.appealed(0);
        Report report = drift.report();
        assertThat(report.blocks()).contains(new Drift.Blocks(Segment.MOBILE, 200), new Drift.Blocks(Segment.NEW, 0));
        assertThat(report.appealsPer10000()).isEqualTo(50);
        drift.appealed(DAY * (Drift.DAYS + 1));
        assertThat(drift.report().appealsPer10000()).isZero();
    }

    private static void judge(Drift drift, float value, int day) {
        float[] features = new float[Feature.COUNT];
        features[CALLS_IN_HOUR] = value;
        drift.judged(features, value, Action.PASS, day * DAY);
        if (drift.isFull()) {
            drift.begin(drift.cut());
        }
    }

    private static Series series(Drift drift, String name) {
        return drift.report().series().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Float> tenths(List<Float> sample) {
        List<Float> sorted = sample.stream().sorted().toList();
        List<Float> edges = new ArrayList<>();
        for (int i = 1; i < 10; i++) {
            edges.add(sorted.get(i * sorted.size() / 10));
        }
        return edges;
    }

    private static double share(List<Float> values, float from, float to) {
        return values.stream().filter(value -> value >= from && value < to).count();
    }

    private static double psi(List<Float> before, List<Float> now, List<Float> edges) {
        double sum = 0;
        for (int i = 0; i <= edges.size(); i++) {
            float from = i == 0 ? Float.NEGATIVE_INFINITY : edges.get(i - 1);
            float to = i == edges.size() ? Float.POSITIVE_INFINITY : edges.get(i);
            double expected = (share(before, from, to) + 0.5) / (before.size() + 5);
            double actual = (share(now, from, to) + 0.5) / (now.size() + 5);
            sum += (actual - expected) * Math.log(actual / expected);
        }
        return sum;
    }

    private static double ks(List<Float> before, List<Float> now, List<Float> edges) {
        return edges.stream()
                .mapToDouble(edge -> Math.abs(share(before, Float.NEGATIVE_INFINITY, edge) / before.size()
                        - share(now, Float.NEGATIVE_INFINITY, edge) / now.size()))
                .max()
                .orElse(0);
    }
}
