package io.jingling.screening;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A map from a number's key to a {@code long} that is never 0, in one array.
 *
 * <p>One writer at a time (writing methods are synchronized), any number of readers without a lock.
 */
final class NumberTable {
    /*
     * Open addressing, linear probing; key and value lie side by side, so a look-up is one cache line.
     * The writer stores the value before it publishes the key, and grows into a fresh array before it
     * publishes that: a reader sees an entry whole or not at all. A removed entry keeps its key with
     * value 0 until the next growth, so that no probe chain is cut. Load stays under 3/4.
     */
    private static final VarHandle CELLS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle SLOTS;
    private static final int SMALLEST = 1 << 4;
    private static final int LARGEST = 1 << 29;

    static {
        try {
            SLOTS = MethodHandles.lookup().findVarHandle(NumberTable.class, "slots", long[].class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private long[] slots;
    private int used;
    private int live;

    NumberTable(int expected) {
        slots = new long[2 * capacityFor(expected)];
    }

    private static int capacityFor(long expected) {
        long wanted = Math.max(SMALLEST, expected + expected / 2);
        if (wanted > LARGEST) {
            throw new IllegalArgumentException("table: got " + expected + " numbers, want at most " + LARGEST / 3 * 2);
        }
        return Integer.highestOneBit((int) wanted - 1) << 1;
    }

    /** Begins the memory read that a {@link #get} of this key needs; what it returns means nothing. */
    long touch(long key) {
        long[] table = (long[]) SLOTS.getAcquire(this);
        return table[2 * slotOf(key, (table.length >>> 1) - 1)];
    }

    /** The value, or 0 where there is none. */
    long get(long key) {
        long[] table = (long[]) SLOTS.getAcquire(this);
        int mask = (table.length >>> 1) - 1;
        int slot = slotOf(key, mask);
        // Bounded: the load stays under 3/4, so an empty slot ends every probe.
        while (true) {
            long found = (long) CELLS.getAcquire(table, 2 * slot);
            // First, for a hidden number's key is 0 too.
            if (found == 0) {
                return 0;
            }
            if (found == key) {
                return (long) CELLS.getAcquire(table, 2 * slot + 1);
            }
            slot = slot + 1 & mask;
        }
    }

    /** Sets the value; 0 removes it. */
    synchronized void put(long key, long value) {
        int mask = (slots.length >>> 1) - 1;
        int slot = slotOf(key, mask);
        while (slots[2 * slot] != 0 && slots[2 * slot] != key) {
            slot = slot + 1 & mask;
        }
        boolean isNew = slots[2 * slot] == 0;
        if (isNew && value == 0) {
            return;
        }
        live += (value == 0 ? 0 : 1) - (isNew || slots[2 * slot + 1] == 0 ? 0 : 1);
        CELLS.setRelease(slots, 2 * slot + 1, value);
        if (isNew) {
            CELLS.setRelease(slots, 2 * slot, key);
            used++;
            if (used > (slots.length >>> 1) / 4 * 3) {
                grow();
            }
        }
    }

    synchronized int size() {
        return live;
    }

    /** Bytes held by the array. */
    synchronized long bytes() {
        return 8L * slots.length;
    }

    /** Calls for every entry as it stands; entries written meanwhile may be missed. */
    void forEach(Entries entries) {
        long[] table = (long[]) SLOTS.getAcquire(this);
        for (int i = 0; i < table.length; i += 2) {
            if (table[i] != 0 && table[i + 1] != 0) {
                entries.entry(table[i], table[i + 1]);
            }
        }
    }

    /** Takes an entry. */
    interface Entries {
        void entry(long key, long value);
    }

    private void grow() {
        long[] old = slots;
        long[] next = new long[2 * capacityFor(Math.max(live, SMALLEST) * 2L - live / 2L)];
        int mask = (next.length >>> 1) - 1;
        int moved = 0;
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                int slot = slotOf(old[i], mask);
                while (next[2 * slot] != 0) {
                    slot = slot + 1 & mask;
                }
                next[2 * slot] = old[i];
                next[2 * slot + 1] = old[i + 1];
                moved++;
            }
        }
        used = moved;
        SLOTS.setRelease(this, next);
    }

    private static int slotOf(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 32;
        mixed *= 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> 32) & mask;
    }
}
