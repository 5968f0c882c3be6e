package io.jingling.learner;

import io.jingling.learning.LabelledText;
import io.jingling.learning.SparseRows;
import io.jingling.learning.SupportVectors;
import io.jingling.learning.SupportVectors.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What our texts are measured beside: runs of 1 to 4 characters that two texts have, TF-IDF (counts, smoothed, length 1), and
 * a linear support vector machine of cost 1 for each label, as scikit-learn's defaults are.
 */
final class TextAnchor {
    private static final int LONGEST = 4;
    private static final int TEXTS_MIN = 2;

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String> labels;
    private final Line[] lines;
    private double[] rarity = {};

    private TextAnchor(List<String> labels) {
        this.labels = labels;
        this.lines = new Line[labels.size()];
    }

    static TextAnchor learn(List<LabelledText> texts) {
        TextAnchor anchor = new TextAnchor(LabelledText.labels(texts));
        anchor.number(texts);
        SupportVectors machine = new SupportVectors(anchor.rows(texts));
        for (int label = 0; label < anchor.lines.length; label++) {
            boolean[] is = new boolean[texts.size()];
            for (int i = 0; i < is.length; i++) {
                is[i] = texts.get(i).label().equals(anchor.labels.get(label));
            }
            anchor.lines[label] = machine.learn(is, 1, 1);
        }
        return anchor;
    }

    private void number(List<LabelledText> texts) {
        Map<String, Integer> frequencies = new TreeMap<>();
        for (LabelledText one : texts) {
            counts(one.text()).keySet().forEach(run -> frequencies.merge(run, 1, Integer::sum));
        }
        frequencies.values().removeIf(often -> often < TEXTS_MIN);
        rarity = new double[frequencies.size()];
        frequencies.forEach((run, often) -> {
            rarity[columns.size()] = StrictMath.log((1.0 + texts.size()) / (1 + often)) + 1;
            columns.put(run, columns.size());
        });
    }

    private static Map<String, Integer> counts(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Map<String, Integer> counts = new HashMap<>();
        for (int from = 0; from < lower.length(); from++) {
            for (int to = from + 1; to <= Math.min(lower.length(), from + LONGEST); to++) {
                counts.merge(lower.substring(from, to), 1, Integer::sum);
            }
        }
        return counts;
    }

    private SparseRows rows(List<LabelledText> texts) {
        int[][] its = new int[texts.size()][];
        float[][] values = new float[texts.size()][];
        for (int row = 0; row < its.length; row++) {
            TreeMap<Integer, Double> cells = cells(texts.get(row).text());
            its[row] = cells.keySet().stream().mapToInt(column -> column).toArray();
            values[row] = new float[its[row].length];
            double length = Math.sqrt(
                    cells.values().stream().mapToDouble(value -> value * value).sum());
            int at = 0;
            for (double value : cells.values()) {
                values[row][at++] = (float) (value / length);
            }
        }
        return new SparseRows(its, values, columns.size());
    }

    private TreeMap<Integer, Double> cells(String text) {
        TreeMap<Integer, Double> cells = new TreeMap<>();
        counts(text).forEach((run, count) -> {
            Integer column = columns.get(run);
            if (column != null) {
                cells.put(column, count * rarity[column]);
            }
        });
        return cells;
    }

    String answer(String text) {
        SparseRows row = rows(List.of(new LabelledText("", text)));
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < lines.length; label++) {
            double score = row.product(0, lines[label].weights()) + lines[label].bias();
            if (score > most) {
                most = score;
                best = label;
            }
        }
        return labels.get(best);
    }
}
