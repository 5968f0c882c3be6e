package io.jingling.detection;

/**
 * How many calls a number was in lately: a count-min sketch with conservative update (Cormode and Muthukrishnan 2005;
 * Estan and Varghese 2002), halved in steady periods, so that it forgets.
 *
 * <p>It may count too much, where numbers share all their places, never too little; it stops at 255.
 */
final class CallCounts {
    private static final int ROWS = 4;
    private static final int MOST = 255;

    private final byte[] counts;
    private final int mask;
    private final long periodMillis;
    private long period = Long.MIN_VALUE;

    /**
     * @param places for each of four rows, a power of two
     * @param periodMillis after each, all counts are halved
     */
    CallCounts(int places, long periodMillis) {
        this.counts = new byte[ROWS * places];
        this.mask = places - 1;
        this.periodMillis = periodMillis;
    }

    int of(long number) {
        long hash = Mix.of(number);
        int least = MOST;
        for (int row = 0; row < ROWS; row++) {
            least = Math.min(least, counts[place(row, hash)] & MOST);
        }
        return least;
    }

    void add(long number, long millis) {
        forget(Math.floorDiv(millis, periodMillis));
        int before = of(number);
        if (before == MOST) {
            return;
        }
        long hash = Mix.of(number);
        for (int row = 0; row < ROWS; row++) {
            int place = place(row, hash);
            counts[place] = (byte) Math.max(counts[place] & MOST, before + 1);
        }
    }

    long bytes() {
        return counts.length;
    }

    private void forget(long now) {
        if (period == Long.MIN_VALUE) {
            period = now;
        }
        long halvings = Math.min(Byte.SIZE, now - period);
        if (halvings <= 0) {
            return;
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (byte) ((counts[i] & MOST) >>> halvings);
        }
        period = now;
    }

    private int place(int row, long hash) {
        return row * (mask + 1) + ((int) Mix.of(hash + row) & mask);
    }
}
