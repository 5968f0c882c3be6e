package io.jingling.learning;

/**
 * Rows of which most values are 0.
 *
 * @param columns of each row, ascending
 * @param values of these
 * @param width how many columns there are
 */
public record SparseRows(int[][] columns, float[][] values, int width) {
    int count() {
        return columns.length;
    }

    /** Of one row with weights of the columns. */
    public double product(int row, float[] weights) {
        double sum = 0;
        for (int i = 0; i < columns[row].length; i++) {
            sum += values[row][i] * weights[columns[row][i]];
        }
        return sum;
    }
}
