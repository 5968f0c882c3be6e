package io.jingling.detection;

/** The last lengths of a kind of one caller; a window that is moved, so that reading makes no object. */
final class Lengths {
    private int[] words = new int[0];
    private int at;
    private int count;

    /** @param seen how many there were ever */
    Lengths at(int[] in, int from, int seen) {
        words = in;
        at = from;
        count = History.length(seen);
        return this;
    }

    int count() {
        return count;
    }

    float mean() {
        return History.mean(words, at, count);
    }

    /** The base-2 logarithm of one plus the milliseconds; in any order. */
    float get(int which) {
        return History.get(words, at, which);
    }

    float deviation(float mean) {
        return History.deviation(words, at, count, mean);
    }
}
