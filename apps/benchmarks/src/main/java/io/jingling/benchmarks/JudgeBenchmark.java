package io.jingling.benchmarks;

import io.jingling.detection.Capacity;
import io.jingling.detection.Detection;
import io.jingling.detection.Grounds;
import io.jingling.detection.Judge;
import io.jingling.detection.Model;
import io.jingling.detection.Sighting;
import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.CallRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Judging a call as it rings, by a model, by campaigns and by all that else is known of three days of a simulated town; beside
 * it XGBoost's own answer for one row of as many features, by as many trees.
 */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class JudgeBenchmark {
    private static final int SUBSCRIBERS = 20_000;
    private static final int DAYS = 3;
    private static final int CALLS = 1 << 16;
    private static final int ROWS = 4_096;

    /** A file, or the shipped one. */
    @Param(Models.SHIPPED)
    private String model;

    private Detection detection;
    private Judge judge;
    private Grounds why;
    private CallAttempt[] calls;
    private float[][] rows;
    private Booster booster;
    private int next;

    @Setup
    public void fill() throws XGBoostError {
        Model by = Models.read(model);
        judge = new Judge(by);
        why = new Grounds();
        detection = Detection.of(Capacity.TOWN, Duration.ZERO, by, new Unheard());
        List<CallRecord> town = Calls.ofTown(SUBSCRIBERS, DAYS);
        town.forEach(detection::observe);
        detection.finish();
        calls = Calls.ringing(town, CALLS);
        train(by);
    }

    /** What it learns does not matter, only that it is as large. */
    private void train(Model by) throws XGBoostError {
        rows = new float[ROWS][];
        float[] labels = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            Sighting seen = detection.peek(calls[i]);
            rows[i] = seen.features().clone();
            labels[i] = seen.own() > by.thresholds().ofOthers().label() ? 1 : 0;
        }
        int width = rows[0].length;
        float[] all = new float[ROWS * width];
        for (int i = 0; i < ROWS; i++) {
            System.arraycopy(rows[i], 0, all, i * width, width);
        }
        DMatrix matrix = new DMatrix(all, ROWS, width, Float.NaN);
        matrix.setLabel(labels);
        Map<String, Object> settings =
                Map.of("objective", "binary:logistic", "max_depth", 5, "eta", 0.1, "nthread", 1, "min_child_weight", 0);
        booster = XGBoost.train(matrix, settings, by.trees().roots().length, Map.of(), null, null);
        matrix.dispose();
    }

    /** What is known of the call, and what is done with it. */
    @Benchmark
    public Action judge() {
        return judge.judge(detection.peek(calls[next++ & CALLS - 1]));
    }

    /** The same, and why. */
    @Benchmark
    public Action judgeAndTell() {
        return judge.judge(detection.peekToTell(calls[next++ & CALLS - 1]), why);
    }

    /** XGBoost's answer for one row of features that were read before. */
    @Benchmark
    public float xgboostOneRow() throws XGBoostError {
        float[] row = rows[next++ & ROWS - 1];
        DMatrix matrix = new DMatrix(row, 1, row.length, Float.NaN);
        try {
            return booster.predict(matrix, true)[0][0];
        } finally {
            matrix.dispose();
        }
    }

    /** The same, by the call that XGBoost has for few rows. */
    @Benchmark
    public float xgboostOneRowInPlace() throws XGBoostError {
        float[] row = rows[next++ & ROWS - 1];
        return booster.inplace_predict(row, 1, row.length, Float.NaN)[0][0];
    }
}
