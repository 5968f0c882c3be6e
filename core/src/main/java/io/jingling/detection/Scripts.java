package io.jingling.detection;

/**
 * The scripts that transcripts repeat: each transcript is given the number of the script that it is of, or a new one.
 *
 * <p>A script is all pairs of words that its transcripts had so far, so that what one of them misheard another one has. A
 * transcript is of the script that explains the largest part of it, if that is half; where the script is shorter, as its
 * recordings were cut, half of the script. A pair counts the less, the more scripts have it (inverse document frequency:
 * Spärck Jones 1972). Bounded: a pair keeps the last {@value #PLACES} scripts that had it, pairs and scripts that were not
 * heard for the longest time go. Whoever tells of the same transcripts in the same order is told the same numbers.
 */
public final class Scripts {
    private static final int PLACES = 8;
    private static final int SEEN_IN = Slab.HEAD_WORDS;
    private static final int FIRST_PLACE = SEEN_IN + 1;
    private static final int WORDS = FIRST_PLACE + PLACES;
    private static final int LOOKED_AT = 16;
    private static final int CANDIDATES = 64;
    private static final float LEAST_PART = 0.5f;

    private final Slab index;
    private final Sketch sketch = new Sketch();
    private final int[] ids;
    private final long[] lastHeard;
    private final float[] weights;
    private final int[] found = new int[CANDIDATES];
    private final float[] shared = new float[CANDIDATES];
    private int candidates;
    private float weight;
    private int last;
    private int count;

    /**
     * @param most scripts, a power of two
     * @param pairs of words that are remembered
     */
    public Scripts(int most, int pairs) {
        index = new Slab(WORDS, pairs);
        ids = new int[most];
        lastHeard = new long[most];
        weights = new float[most];
    }

    /** The script that a transcript is of, 1 and up; 0 where it says too little. */
    public int hear(String transcript, long millis) {
        sketch.read(transcript);
        if (sketch.count() == 0) {
            return 0;
        }
        compare();
        int best = best();
        int script = best < 0 ? found(millis) : found[best];
        int slot = slot(script);
        weights[slot] = Math.max(weights[slot], weight);
        lastHeard[slot] = millis;
        learn(script, (int) (millis / Caller.MINUTE_MILLIS));
        return script;
    }

    private void compare() {
        candidates = 0;
        weight = 0;
        for (int i = 0; i < sketch.count(); i++) {
            int entry = index.find(sketch.pair(i));
            if (entry < 0) {
                weight += 1;
                continue;
            }
            int[] words = index.words(entry);
            int at = index.at(entry);
            float each = weight(words[at + SEEN_IN]);
            weight += each;
            for (int place = 0; place < PLACES; place++) {
                share(words[at + FIRST_PLACE + place], each);
            }
        }
    }

    /** 1 for a pair that one script has, towards 0 for one that all have. */
    private float weight(int seenIn) {
        int all = count + 1;
        return Curves.log(all / (double) Math.max(1, seenIn)) / Curves.log(all);
    }

    private void share(int script, float each) {
        if (!has(script)) {
            return;
        }
        int which = 0;
        while (which < candidates && found[which] != script) {
            which++;
        }
        if (which == CANDIDATES) {
            return;
        }
        if (which == candidates) {
            found[candidates] = script;
            shared[candidates++] = 0;
        }
        shared[which] += each;
    }

    /** The candidate with the largest part in common, the older of two; -1 where none has enough. */
    private int best() {
        int best = -1;
        float most = 0;
        for (int i = 0; i < candidates; i++) {
            float part = shared[i] / Math.min(weight, weights[slot(found[i])]);
            boolean isBetter = part > most || part == most && best >= 0 && found[i] < found[best];
            if (part >= LEAST_PART && isBetter) {
                best = i;
                most = part;
            }
        }
        return best;
    }

    private int found(long millis) {
        int id = last + 1;
        for (int next = id + 1; next < id + LOOKED_AT && quietness(id, millis) < Long.MAX_VALUE; next++) {
            id = quietness(next, millis) > quietness(id, millis) ? next : id;
        }
        last = id;
        count++;
        ids[slot(id)] = id;
        weights[slot(id)] = 0;
        return id;
    }

    private long quietness(int id, long millis) {
        return ids[slot(id)] == 0 ? Long.MAX_VALUE : millis - lastHeard[slot(id)];
    }

    private boolean has(int id) {
        return id != 0 && ids[slot(id)] == id;
    }

    private int slot(int id) {
        return id & ids.length - 1;
    }

    private void learn(int script, int minutes) {
        for (int i = 0; i < sketch.count(); i++) {
            int entry = index.claim(sketch.pair(i), minutes);
            int[] words = index.words(entry);
            int at = index.at(entry) + FIRST_PLACE;
            int place = 0;
            while (place < PLACES && words[at + place] != script) {
                place++;
            }
            if (place == PLACES) {
                words[index.at(entry) + SEEN_IN]++;
                place--;
            }
            System.arraycopy(words, at, words, at + 1, place);
            words[at] = script;
        }
    }

    long bytes() {
        return index.bytes() + (Integer.BYTES + Long.BYTES + Float.BYTES) * (long) ids.length;
    }
}
