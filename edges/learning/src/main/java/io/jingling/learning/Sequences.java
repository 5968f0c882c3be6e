package io.jingling.learning;

/**
 * Callers' calls one after the other, cut into pieces of one length.
 *
 * @param inputs {@code [count][length][width]}, zeros behind a piece that is shorter
 * @param labels {@code [count][length]}
 * @param weights {@code [count][length]}, 0 behind a piece that is shorter
 * @param lengths of each piece
 */
record Sequences(int count, int length, int width, float[] inputs, float[] labels, float[] weights, int[] lengths) {}
