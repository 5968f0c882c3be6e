package io.jingling.learning;

import java.util.Arrays;

/** A list of whole numbers that grows. */
final class Ints {
    private int[] values = new int[1 << 10];
    private int count;

    void add(int value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
    }

    int get(int place) {
        return values[place];
    }

    int count() {
        return count;
    }
}
