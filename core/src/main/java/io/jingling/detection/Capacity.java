package io.jingling.detection;

/**
 * How much is remembered; with all of it full the oldest of some neighbours goes.
 *
 * @param callers each takes at most 512 bytes
 * @param groups trunks, user agents, tenants and blocks of numbers
 * @param pairsAWeek of caller and callee
 * @param called places of a sketch for numbers that are called, a power of two
 * @param heldCalls calls that have not ended or wait for their turn
 * @param campaigns a power of two
 */
public record Capacity(int callers, int groups, int pairsAWeek, int called, int heldCalls, int campaigns) {
    /** For a town of 100,000 on one machine: some 200 MB when full. */
    public static final Capacity TOWN = new Capacity(400_000, 200_000, 1 << 22, 1 << 20, 1 << 20, 1 << 12);

    private static final int LEAST = 16;

    public Capacity {
        if (Math.min(Math.min(callers, groups), Math.min(pairsAWeek, heldCalls)) < LEAST) {
            throw new IllegalArgumentException("capacity: got " + callers + " callers, " + groups + " groups, "
                    + pairsAWeek + " pairs, " + heldCalls + " calls, want at least " + LEAST + " of each");
        }
        if (Integer.bitCount(called) != 1 || Integer.bitCount(campaigns) != 1) {
            throw new IllegalArgumentException(
                    "capacity: got " + called + " places and " + campaigns + " campaigns, want powers of two");
        }
    }
}
