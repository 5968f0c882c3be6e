package io.jingling.detection;

/**
 * The keys that come most often, with counts that fade by half a day's time; a new key takes the place of the one with
 * the least count (space saving: Metwally et al. 2005, without its error).
 */
final class Tally {
    private static final double STEP_MILLIS = 10.0 * Caller.MINUTE_MILLIS;

    private final long[] keys;
    private final float[] counts;
    private float total;
    private long touched;

    /** @param most keys that are told apart */
    Tally(int most) {
        keys = new long[most];
        counts = new float[most];
    }

    /** 0 names nothing and is not counted. */
    void add(long key, long millis) {
        add(key, 1, millis);
    }

    private void add(long key, float count, long millis) {
        if (key == 0 || count == 0) {
            return;
        }
        fade(millis);
        int place = 0;
        // Bounded: as many as there are keys.
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == key) {
                counts[i] += count;
                total += count;
                return;
            }
            place = counts[i] < counts[place] ? i : place;
        }
        total += count - counts[place];
        keys[place] = key;
        counts[place] = count;
    }

    private void fade(long millis) {
        if (millis - touched < STEP_MILLIS) {
            return;
        }
        float left = touched == 0 ? 1 : Curves.left((millis - touched) / Caller.DAY_MILLIS);
        total = 0;
        for (int i = 0; i < keys.length; i++) {
            counts[i] *= left;
            total += counts[i];
        }
        touched = millis;
    }

    /** How often, faded as of when something was last added. */
    float count(long key) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == key) {
                return counts[i];
            }
        }
        return 0;
    }

    /** Its share of all, 0 to 1. */
    float share(long key) {
        return total <= 0 ? 0 : count(key) / total;
    }

    void absorb(Tally other, long millis) {
        for (int i = 0; i < other.keys.length; i++) {
            add(other.keys[i], other.counts[i], millis);
        }
    }
}
