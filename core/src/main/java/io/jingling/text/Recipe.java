package io.jingling.text;

/**
 * Which features a question looks at. The learner and the {@link Classifier} take them out of a text by the same code.
 *
 * @param whole the longest run of letters anywhere, 0 for none, at most 4
 * @param head how many letters the beginning has, 0 for none
 * @param edges whether the first and last letters count
 * @param shape whether length, digits and the like count
 */
public record Recipe(int whole, int head, boolean edges, boolean shape) {
    /** Four letters fill a {@code long}: a run is its own key, and no two runs share one. */
    static final int RUN_MAX = 4;

    static final int HEAD_MAX = 1024;
    private static final int EDGE_MAX = 3;
    private static final long BEGINS = 1L << 48;
    private static final long ENDS = 2L << 48;

    public Recipe {
        within("whole", whole, RUN_MAX);
        within("head", head, HEAD_MAX);
        if (whole == 0 && head == 0) {
            throw new IllegalArgumentException("recipe: got no letters to look at, want whole or head above 0");
        }
    }

    private static void within(String what, int got, int most) {
        if (got < 0 || got > most) {
            throw new IllegalArgumentException("recipe " + what + ": got " + got + ", want 0 to " + most);
        }
    }

    /** Is told of every feature, as often as it occurs. */
    @FunctionalInterface
    public interface Finder {
        /**
         * @param key what it is, within its view; never 0
         * @param from the first of its letters
         * @param to behind the last; where it is of the whole text, the same as {@code from}
         */
        void found(View view, long key, int from, int to);
    }

    public void read(Letters letters, Finder finder) {
        runs(View.WHOLE, letters, letters.count(), whole, finder);
        runs(View.HEAD, letters, Math.min(head, letters.count()), head == 0 ? 0 : RUN_MAX, finder);
        if (edges) {
            edges(letters, finder);
        }
        if (shape) {
            Shape.read(letters, finder);
        }
    }

    private static void runs(View view, Letters letters, int end, int longest, Finder finder) {
        for (int from = 0; from < end; from++) {
            long key = 0;
            int most = Math.min(longest, end - from);
            for (int length = 1; length <= most; length++) {
                key = key << Character.SIZE | letters.at(from + length - 1);
                finder.found(view, key, from, from + length);
            }
        }
    }

    private static void edges(Letters letters, Finder finder) {
        int end = letters.count();
        for (int length = 1; length <= Math.min(EDGE_MAX, end); length++) {
            finder.found(View.EDGES, BEGINS | key(letters, 0, length), 0, length);
            finder.found(View.EDGES, ENDS | key(letters, end - length, end), end - length, end);
        }
    }

    private static long key(Letters letters, int from, int to) {
        long key = 0;
        for (int i = from; i < to; i++) {
            key = key << Character.SIZE | letters.at(i);
        }
        return key;
    }
}
