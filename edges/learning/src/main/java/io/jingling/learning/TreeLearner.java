package io.jingling.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.jingling.detection.Trees;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Learns gradient-boosted trees with XGBoost, and takes them out of it. */
public final class TreeLearner {
    private TreeLearner() {}

    /**
     * How to learn.
     *
     * @param trees how many
     * @param depth of each, at most
     * @param rate how much of each tree is believed
     * @param rowShare of the rows that a tree sees
     * @param columnShare of the features that a tree sees
     * @param weightMin the least weight of cases in a leaf
     * @param directions of each feature: -1 where more of it must not raise the score, else 0; none where empty
     * @param seed for the shares
     */
    public record Settings(
            int trees,
            int depth,
            double rate,
            double rowShare,
            double columnShare,
            double weightMin,
            List<Integer> directions,
            long seed) {
        Map<String, Object> parameters() {
            Map<String, Object> all = new HashMap<>();
            all.put("objective", "binary:logistic");
            all.put("base_score", 0.5);
            all.put("tree_method", "hist");
            all.put("max_depth", depth);
            all.put("eta", rate);
            all.put("subsample", rowShare);
            all.put("colsample_bytree", columnShare);
            all.put("min_child_weight", weightMin);
            all.put("seed", seed);
            // The sums of a histogram depend on how many threads share it.
            all.put("nthread", 2);
            if (!directions.isEmpty()) {
                all.put(
                        "monotone_constraints",
                        directions.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")")));
            }
            return all;
        }
    }

    /**
     * Trees, and how far they are from what XGBoost itself says of the rows they were learned from.
     *
     * @param gap the largest difference of a score
     */
    public record Learned(Trees trees, float gap) {}

    /** @throws IllegalStateException where XGBoost cannot */
    public static Learned learn(Rows rows, Settings settings) {
        try {
            DMatrix matrix = new DMatrix(rows.features(), rows.count(), rows.width(), Float.NaN);
            try {
                matrix.setLabel(rows.labels());
                matrix.setWeight(rows.weights());
                Booster booster = XGBoost.train(matrix, settings.parameters(), settings.trees(), Map.of(), null, null);
                Trees trees = FlatTrees.of(booster.getModelDump(new String[0], true, "json"), rows.width());
                float gap = gap(trees, rows, booster.predict(matrix, true));
                booster.dispose();
                return new Learned(trees, gap);
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError | JsonProcessingException failure) {
            throw new IllegalStateException("XGBoost: got " + failure.getMessage() + ", want trees", failure);
        }
    }

    private static float gap(Trees trees, Rows rows, float[][] scores) {
        float[] row = new float[rows.width()];
        float most = 0;
        for (int i = 0; i < rows.count(); i++) {
            rows.copy(i, row);
            most = Math.max(most, Math.abs(trees.score(row) - scores[i][0]));
        }
        return most;
    }
}
