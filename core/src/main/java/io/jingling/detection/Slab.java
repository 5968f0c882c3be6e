package io.jingling.detection;

import java.util.Arrays;

/**
 * A bounded map from a key to some {@code int}s of its own, side by side in large arrays.
 *
 * <p>Where all places are taken, a new key gets the place of that one of {@value #LOOKED_AT} neighbours that was used the
 * longest ago; the next search begins behind it. Whoever asks must say the time, so that the same questions in the same
 * order leave the same map.
 */
final class Slab {
    /*
     * Entries are numbered in the order in which they were made. The index is open addressing with linear probing over
     * entry numbers; what is evicted is taken out by shifting what follows back, so that no markers remain.
     */
    static final int LOOKED_AT = 16;
    /** The first words of an entry: its key, and when it was last used, in minutes since 1970. */
    static final int HEAD_WORDS = 3;

    private static final int CHUNK_BITS = 13;
    private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;
    private static final int SMALLEST = 1 << 10;
    private static final int LAST_USED = 2;

    private final int wordsEach;
    private final int entriesMax;
    private int[][] chunks = new int[0][];
    private int[] index = new int[SMALLEST];
    private int entries;
    private int hand;
    private long evicted;

    Slab(int wordsEach, int entriesMax) {
        if (wordsEach < HEAD_WORDS || entriesMax < LOOKED_AT) {
            throw new IllegalArgumentException("slab: got " + wordsEach + " words and " + entriesMax
                    + " entries, want at least " + HEAD_WORDS + " and " + LOOKED_AT);
        }
        this.wordsEach = wordsEach;
        this.entriesMax = entriesMax;
    }

    /** The entry of a key, or -1. */
    int find(long key) {
        int mask = index.length - 1;
        // Bounded: the index is at most three quarters full.
        for (int place = placeOf(key, mask); index[place] != 0; place = place + 1 & mask) {
            if (keyOf(index[place] - 1) == key) {
                return index[place] - 1;
            }
        }
        return -1;
    }

    /** The entry of a key; a new one has only zeros behind its head. */
    int claim(long key, int minutes) {
        int entry = find(key);
        if (entry < 0) {
            entry = entries < entriesMax ? add() : evict();
            int[] words = words(entry);
            int at = at(entry);
            Arrays.fill(words, at, at + wordsEach, 0);
            words[at] = (int) key;
            words[at + 1] = (int) (key >>> Integer.SIZE);
            insert(entry, key);
        }
        words(entry)[at(entry) + LAST_USED] = minutes;
        return entry;
    }

    /** Copies the words of a key where it is known, else the zeros that it would get; changes nothing. */
    void copy(long key, int[] into) {
        int entry = find(key);
        if (entry < 0) {
            Arrays.fill(into, 0);
        } else {
            System.arraycopy(words(entry), at(entry), into, 0, wordsEach);
        }
    }

    /** The array that holds an entry, from {@link #at} on. */
    int[] words(int entry) {
        return chunks[entry >>> CHUNK_BITS];
    }

    int at(int entry) {
        return (entry & CHUNK_MASK) * wordsEach;
    }

    int size() {
        return entries;
    }

    /** How many had to go. */
    long evicted() {
        return evicted;
    }

    /** Bytes held by the arrays. */
    long bytes() {
        return 4L * index.length + 4L * wordsEach * (chunks.length << CHUNK_BITS);
    }

    private int add() {
        if (entries >>> CHUNK_BITS == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunks.length + 1);
            chunks[chunks.length - 1] = new int[wordsEach << CHUNK_BITS];
        }
        if (4L * (entries + 1) > 3L * index.length) {
            grow();
        }
        return entries++;
    }

    private void grow() {
        index = new int[2 * index.length];
        for (int entry = 0; entry < entries; entry++) {
            insert(entry, keyOf(entry));
        }
    }

    private int evict() {
        int oldest = hand;
        for (int i = 1; i < LOOKED_AT; i++) {
            int other = (hand + i) % entries;
            oldest = lastUsed(other) < lastUsed(oldest) ? other : oldest;
        }
        hand = (oldest + 1) % entries;
        remove(keyOf(oldest));
        evicted++;
        return oldest;
    }

    private int lastUsed(int entry) {
        return words(entry)[at(entry) + LAST_USED];
    }

    private void insert(int entry, long key) {
        int mask = index.length - 1;
        int place = placeOf(key, mask);
        while (index[place] != 0) {
            place = place + 1 & mask;
        }
        index[place] = entry + 1;
    }

    private void remove(long key) {
        int mask = index.length - 1;
        int hole = placeOf(key, mask);
        while (keyOf(index[hole] - 1) != key) {
            hole = hole + 1 & mask;
        }
        for (int place = hole + 1 & mask; index[place] != 0; place = place + 1 & mask) {
            int wanted = placeOf(keyOf(index[place] - 1), mask);
            // It may move back only where that is not before its own place.
            if ((place - wanted & mask) >= (place - hole & mask)) {
                index[hole] = index[place];
                hole = place;
            }
        }
        index[hole] = 0;
    }

    private long keyOf(int entry) {
        int[] words = words(entry);
        int at = at(entry);
        return words[at] & 0xFFFF_FFFFL | (long) words[at + 1] << Integer.SIZE;
    }

    private static int placeOf(long key, int mask) {
        return (int) (Mix.of(key) >>> Integer.SIZE) & mask;
    }
}
