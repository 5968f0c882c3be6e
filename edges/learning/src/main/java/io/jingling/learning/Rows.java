package io.jingling.learning;

import java.util.Arrays;

/** Rows to learn from: features, whether it is harassment, and how much it counts. Grows; at most 2^31 - 1 numbers. */
public final class Rows {
    private final int width;
    private float[] features = new float[1 << 12];
    private float[] labels = new float[1 << 8];
    private float[] weights = new float[1 << 8];
    private int count;

    /** @param width features of each row */
    public Rows(int width) {
        this.width = width;
    }

    public void add(float[] row, boolean isHarassment, float weight) {
        if (count == labels.length) {
            labels = Arrays.copyOf(labels, 2 * count);
            weights = Arrays.copyOf(weights, 2 * count);
        }
        if ((long) (count + 1) * width > features.length) {
            features = Arrays.copyOf(features, Math.max(2 * features.length, width));
        }
        System.arraycopy(row, 0, features, count * width, width);
        labels[count] = isHarassment ? 1 : 0;
        weights[count] = weight;
        count++;
    }

    public int width() {
        return width;
    }

    public int count() {
        return count;
    }

    /** Copies a row. */
    public void copy(int row, float[] into) {
        System.arraycopy(features, row * width, into, 0, width);
    }

    public float get(int row, int feature) {
        return features[row * width + feature];
    }

    public void set(int row, int feature, float value) {
        features[row * width + feature] = value;
    }

    public boolean isHarassment(int row) {
        return labels[row] > 0;
    }

    public float weight(int row) {
        return weights[row];
    }

    float[] features() {
        return Arrays.copyOf(features, count * width);
    }

    float[] labels() {
        return Arrays.copyOf(labels, count);
    }

    float[] weights() {
        return Arrays.copyOf(weights, count);
    }
}
