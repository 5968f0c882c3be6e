package io.jingling.text;

/** Which place a feature has among a view's: a table with open addressing, at most half full. */
final class GramTable {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] slots;
    private final int[] places;
    private final int shift;

    /** @param keys each one once, none of them 0; a key's place is where it stands */
    GramTable(long[] keys) {
        int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(2 * keys.length));
        slots = new long[1 << bits];
        places = new int[slots.length];
        shift = Long.SIZE - bits;
        for (int place = 0; place < keys.length; place++) {
            int slot = slot(keys[place]);
            if (keys[place] == 0 || slots[slot] != 0) {
                throw new IllegalArgumentException(
                        "gram: got key " + keys[place] + " that is 0 or there twice, want each once");
            }
            slots[slot] = keys[place];
            places[slot] = place;
        }
    }

    /** -1 where there is none. */
    int of(long key) {
        int slot = slot(key);
        return slots[slot] == 0 ? -1 : places[slot];
    }

    /** Where it is, or would be. */
    private int slot(long key) {
        int slot = (int) (key * SPREAD >>> shift);
        while (slots[slot] != key && slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
