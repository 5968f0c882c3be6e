package io.jingling.learning;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * What of {@link TextFeatures} is learned from one part of the texts: features that two of them have, and how rare each is
 * (inverse document frequency, smoothed).
 */
final class TextRows {
    static final int TEXTS_MIN = 2;

    private final TextFeatures features;
    /** Of each of all features, or -1 where it is left out. */
    private final int[] places;

    private final int[] kept;
    private final float[] scales;

    /** @param importance of a feature by its number */
    TextRows(TextFeatures features, int[] texts, IntToDoubleFunction importance) {
        this.features = features;
        int[] frequencies = new int[features.width()];
        for (int text : texts) {
            for (int column : features.columns(text)) {
                frequencies[column]++;
            }
        }
        places = new int[features.width()];
        Arrays.fill(places, -1);
        kept = new int
                [(int) Arrays.stream(frequencies)
                        .filter(often -> often >= TEXTS_MIN)
                        .count()];
        scales = new float[kept.length];
        int count = 0;
        for (int column = 0; column < places.length; column++) {
            if (frequencies[column] >= TEXTS_MIN) {
                double rarity = StrictMath.log((1.0 + texts.length) / (1 + frequencies[column])) + 1;
                scales[count] = (float) (rarity * importance.applyAsDouble(column));
                kept[count] = column;
                places[column] = count++;
            }
        }
    }

    /** The same values as {@code Asker} makes of them in the core. */
    SparseRows of(int[] texts) {
        int[][] columns = new int[texts.length][];
        float[][] values = new float[texts.length][];
        for (int row = 0; row < texts.length; row++) {
            int[] all = features.columns(texts[row]);
            short[] counts = features.counts(texts[row]);
            int[] found = new int[all.length];
            float[] said = new float[all.length];
            int count = 0;
            double squares = 0;
            for (int i = 0; i < all.length; i++) {
                int place = places[all[i]];
                if (place >= 0) {
                    float value = (1 + (float) StrictMath.log(counts[i])) * scales[place];
                    found[count] = place;
                    said[count++] = value;
                    squares += (double) value * value;
                }
            }
            columns[row] = Arrays.copyOf(found, count);
            values[row] = divided(Arrays.copyOf(said, count), Math.sqrt(Math.max(squares, Float.MIN_NORMAL)));
        }
        return new SparseRows(columns, values, scales.length);
    }

    private static float[] divided(float[] values, double length) {
        for (int i = 0; i < values.length; i++) {
            values[i] /= (float) length;
        }
        return values;
    }

    /** Which of all features each column is. */
    int[] kept() {
        return kept;
    }

    float[] scales() {
        return scales;
    }
}
