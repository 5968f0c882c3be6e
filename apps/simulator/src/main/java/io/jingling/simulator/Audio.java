package io.jingling.simulator;

import java.util.Locale;

/**
 * The hash of what is heard first in a call, where anybody recorded it.
 *
 * @param script the same for all calls with the same announcements; 0 where people talk
 * @param recorded share of answered calls that leave a hash
 * @param alike share of those whose hash is the script's
 */
record Audio(long script, double recorded, double alike) {
    private static final int RECORDINGS = 3;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Every call of a live voice sounds different. */
    static Audio live(double recorded) {
        return new Audio(0, recorded, 0);
    }

    /** A hash, or nothing. */
    String heard(Draws draws, boolean answered) {
        if (!answered || !draws.chance(recorded)) {
            return "";
        }
        long hash = draws.chance(alike) ? (script + draws.below(RECORDINGS)) * GOLDEN : draws.next();
        return String.format(Locale.ROOT, "%016x", hash);
    }
}
