package io.jingling.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * A logistic regression: an anchor to measure beside. Each feature is brought to mean 0 and deviation 1 of the rows that
 * were learned from.
 *
 * @param means of each feature
 * @param scales of each feature, above 0
 * @param weights of each feature
 * @param bias added to the sum
 */
public record Linear(float[] means, float[] scales, float[] weights, float bias) {
    private static final int ROUNDS = 60;

    /** The log-odds, before calibration. */
    public float score(float[] row) {
        float sum = bias;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (row[i] - means[i]) / scales[i];
        }
        return sum;
    }

    /**
     * Learns one, by coordinate descent with a small ridge.
     *
     * @throws IllegalStateException where XGBoost cannot
     */
    public static Linear learn(Rows rows) {
        float[] means = new float[rows.width()];
        float[] scales = new float[rows.width()];
        float[] scaled = scaled(rows, means, scales);
        try {
            DMatrix matrix = new DMatrix(scaled, rows.count(), rows.width(), Float.NaN);
            try {
                matrix.setLabel(rows.labels());
                matrix.setWeight(rows.weights());
                Booster booster = XGBoost.train(matrix, parameters(), ROUNDS, Map.of(), null, null);
                JsonNode dump = new ObjectMapper().readTree(booster.getModelDump(new String[0], false, "json")[0]);
                booster.dispose();
                float[] weights = new float[rows.width()];
                for (int i = 0; i < weights.length; i++) {
                    weights[i] = (float) dump.get("weight").get(i).asDouble();
                }
                return new Linear(
                        means, scales, weights, (float) dump.get("bias").get(0).asDouble());
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError | JsonProcessingException failure) {
            throw new IllegalStateException("XGBoost: got " + failure.getMessage() + ", want weights", failure);
        }
    }

    private static Map<String, Object> parameters() {
        Map<String, Object> all = new HashMap<>();
        all.put("booster", "gblinear");
        all.put("objective", "binary:logistic");
        all.put("updater", "coord_descent");
        all.put("feature_selector", "cyclic");
        all.put("eta", 0.5);
        all.put("lambda", 1e-6);
        all.put("base_score", 0.5);
        all.put("nthread", 2);
        return all;
    }

    private static float[] scaled(Rows rows, float[] means, float[] scales) {
        int width = rows.width();
        float[] scaled = rows.features();
        for (int feature = 0; feature < width; feature++) {
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < rows.count(); row++) {
                double value = scaled[row * width + feature];
                sum += value;
                squares += value * value;
            }
            double mean = sum / Math.max(1, rows.count());
            double variance = squares / Math.max(1, rows.count()) - mean * mean;
            means[feature] = (float) mean;
            scales[feature] = variance > 0 ? (float) Math.sqrt(variance) : 1;
            for (int row = 0; row < rows.count(); row++) {
                int at = row * width + feature;
                scaled[at] = (scaled[at] - means[feature]) / scales[feature];
            }
        }
        return scaled;
    }
}
