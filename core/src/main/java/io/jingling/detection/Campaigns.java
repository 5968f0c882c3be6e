package io.jingling.detection;

/**
 * All campaigns that are known, and where to look for the one that a call may belong to.
 *
 * <p>There is room for a number of them: a new one takes the place of one that has been quiet for days, or of the quietest
 * of some.
 */
final class Campaigns {
    private static final int LOOKED_AT = 16;
    private static final int PLACES = 4;
    private static final int WORDS = Slab.HEAD_WORDS + PLACES;
    private static final int MERGES_MAX = 8;

    private final Campaign[] slots;
    private final Slab index;
    private int last;
    private int count;

    /**
     * @param most a power of two
     * @param keys trunks, blocks, callees and the like, of which it is known who was seen there
     */
    Campaigns(int most, int keys) {
        slots = new Campaign[most];
        index = new Slab(WORDS, keys);
    }

    /** A new one. */
    Campaign found(long millis) {
        int id = last + 1;
        for (int next = id + 1; next < id + LOOKED_AT && quietness(id, millis) < Long.MAX_VALUE; next++) {
            id = quietness(next, millis) > quietness(id, millis) ? next : id;
        }
        last = id;
        count += slots[slot(id)] == null ? 1 : 0;
        slots[slot(id)] = new Campaign(id, millis);
        return slots[slot(id)];
    }

    private long quietness(int id, long millis) {
        Campaign there = slots[slot(id)];
        return there == null ? Long.MAX_VALUE : millis - there.lastMillis;
    }

    private int slot(int id) {
        return id & slots.length - 1;
    }

    boolean has(int id) {
        return id != 0 && slots[slot(id)] != null && slots[slot(id)].id == id;
    }

    /** Which one a campaign is by now, as it may have turned out to be another; 0 where it is forgotten. */
    int now(int id) {
        int found = id;
        for (int i = 0; i < MERGES_MAX && has(found) && get(found).mergedInto != 0; i++) {
            found = get(found).mergedInto;
        }
        return has(found) ? found : 0;
    }

    Campaign get(int id) {
        return slots[slot(id)];
    }

    /** One turns out to be another, which goes on. */
    void merge(Campaign younger, Campaign older, long millis) {
        older.absorb(younger, millis);
        younger.mergedInto = older.id;
    }

    /** How many there are, with those that were merged and not yet forgotten. */
    int count() {
        return count;
    }

    /** A campaign was seen at a trunk, in a block, at a callee. */
    void see(long key, int campaign, long millis) {
        if (key == 0) {
            return;
        }
        int entry = index.claim(key, (int) (millis / Caller.MINUTE_MILLIS));
        int[] words = index.words(entry);
        int at = index.at(entry) + Slab.HEAD_WORDS;
        int place = 0;
        while (place < PLACES - 1 && words[at + place] != campaign) {
            place++;
        }
        System.arraycopy(words, at, words, at + 1, place);
        words[at] = campaign;
    }

    /**
     * Adds those that were seen there, the latest first, to those found already.
     *
     * @param found is filled up to its length
     * @param already how many it has
     * @return how many it has now
     */
    int seen(long key, int[] found, int already) {
        int entry = key == 0 ? -1 : index.find(key);
        if (entry < 0) {
            return already;
        }
        int[] words = index.words(entry);
        int at = index.at(entry) + Slab.HEAD_WORDS;
        int has = already;
        for (int i = 0; i < PLACES && has < found.length; i++) {
            int id = now(words[at + i]);
            if (id != 0 && !isIn(found, has, id)) {
                found[has++] = id;
            }
        }
        return has;
    }

    private static boolean isIn(int[] found, int count, int id) {
        for (int i = 0; i < count; i++) {
            if (found[i] == id) {
                return true;
            }
        }
        return false;
    }

    long bytes() {
        return index.bytes() + 6_000L * count;
    }
}
