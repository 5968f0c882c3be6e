package io.jingling.detection;

import java.util.Arrays;

/**
 * What is remembered of one caller, in {@value #WORDS} {@code int}s: a window on its words that is moved from caller to
 * caller.
 */
final class Caller {
    static final int MINUTE_MILLIS = 60_000;
    static final double DAY_MILLIS = 24 * 60.0 * MINUTE_MILLIS;
    static final double FORTNIGHT_MILLIS = 14 * DAY_MILLIS;
    static final int SEQUENCE_WIDTH = 32;

    private static final double[] RATE_HALF_LIVES = {
        5.0 * MINUTE_MILLIS, 60.0 * MINUTE_MILLIS, DAY_MILLIS, FORTNIGHT_MILLIS
    };
    /** How many rates are kept: calls of five minutes, an hour, a day and a fortnight. */
    static final int RATES = RATE_HALF_LIVES.length;

    private static final int BITMAP_WORDS = 8;
    private static final int BITMAP_BITS = BITMAP_WORDS * Integer.SIZE;
    private static final int BITMAP_FULL = BITMAP_BITS - BITMAP_BITS / 8;

    private static final int TOUCHED = Slab.HEAD_WORDS;
    private static final int LAST_RING = TOUCHED + 2;
    private static final int LAST_END = LAST_RING + 2;
    private static final int FIRST = LAST_END + 2;
    private static final int OPEN = FIRST + 2;
    private static final int RINGS = OPEN + 1;
    private static final int IDLES = RINGS + 1;
    private static final int TALKS = IDLES + 1;
    private static final int MISSES = TALKS + 1;
    private static final int RATE = MISSES + 1;
    private static final int OF_DAY = RATE + RATES;
    private static final int OF_FORTNIGHT = OF_DAY + Counter.OF_DAY;
    private static final int BITMAP = OF_FORTNIGHT + Counter.COUNT;
    private static final int GAP_HISTORY = BITMAP + BITMAP_WORDS;
    private static final int IDLE_HISTORY = GAP_HISTORY + History.WORDS;
    private static final int TALK_HISTORY = IDLE_HISTORY + History.WORDS;
    private static final int MISS_HISTORY = TALK_HISTORY + History.WORDS;
    private static final int SEQUENCE = MISS_HISTORY + History.WORDS;
    private static final int CAMPAIGN = SEQUENCE + SEQUENCE_WIDTH;
    private static final int HEARD = CAMPAIGN + 1;
    private static final int HEARD_TIMES = HEARD + 1;
    static final int WORDS = HEARD_TIMES + 1;

    private final Slab slab;
    /** Where it only looks, what it looks at is copied here. */
    private final int[] copy;

    private final Lengths gaps = new Lengths();
    private final Lengths idles = new Lengths();
    private final Lengths talks = new Lengths();
    private final Lengths misses = new Lengths();
    private int[] words = new int[0];
    private int at;

    private Caller(Slab slab, int[] copy) {
        this.slab = slab;
        this.copy = copy;
    }

    Caller(Slab slab) {
        this(slab, new int[0]);
    }

    /** One that changes nothing: it fades a copy, and whom it does not know gets no place. */
    static Caller looking(Slab slab) {
        return new Caller(slab, new int[WORDS]);
    }

    /** Moves to a caller, who is made where it is new, and lets its counts fade until now. */
    Caller claim(long key, long millis) {
        if (copy.length > 0) {
            words = copy;
            at = 0;
            slab.copy(key, copy);
        } else {
            at(slab.claim(key, (int) (millis / MINUTE_MILLIS)));
        }
        if (time(FIRST) == 0) {
            time(FIRST, millis);
            time(TOUCHED, millis);
        }
        fade(millis);
        return this;
    }

    /** Moves to a caller and lets its counts fade until now; false where it is not known. */
    boolean find(long key, long millis) {
        int entry = slab.find(key);
        if (entry >= 0) {
            at(entry);
            fade(millis);
        }
        return entry >= 0;
    }

    private void at(int entry) {
        words = slab.words(entry);
        at = slab.at(entry);
    }

    private void fade(long millis) {
        long passed = millis - time(TOUCHED);
        if (passed <= 0) {
            return;
        }
        for (int i = 0; i < RATES; i++) {
            scale(RATE + i, Curves.left(passed / RATE_HALF_LIVES[i]));
        }
        float ofDay = Curves.left(passed / DAY_MILLIS);
        float ofFortnight = Curves.left(passed / FORTNIGHT_MILLIS);
        for (int i = 0; i < Counter.OF_DAY; i++) {
            scale(OF_DAY + i, ofDay);
        }
        for (int i = 0; i < Counter.COUNT; i++) {
            scale(OF_FORTNIGHT + i, ofFortnight);
        }
        time(TOUCHED, millis);
    }

    /** It begins to ring at somebody. */
    void rings(long callee, long millis) {
        if (rings() > 0) {
            History.add(words, at + GAP_HISTORY, rings() - 1, sinceRing(millis));
        }
        if (sinceEnd(millis) >= 0) {
            History.add(words, at + IDLE_HISTORY, words[at + IDLES]++, sinceEnd(millis));
        }
        words[at + RINGS]++;
        words[at + OPEN]++;
        // In a live feed a call is told when it has ended, so the one before may have begun later.
        time(LAST_RING, Math.max(time(LAST_RING), millis));
        for (int i = 0; i < RATES; i++) {
            add(RATE + i);
        }
        meet(callee);
    }

    /** A call of it has ended; the counters are told apart. */
    void ends(long millis, float ringSeconds, float talkSeconds, boolean wasAnswered, boolean rangOut) {
        words[at + OPEN] = Math.max(0, words[at + OPEN] - 1);
        time(LAST_END, Math.max(time(LAST_END), millis));
        if (wasAnswered) {
            History.add(words, at + TALK_HISTORY, words[at + TALKS]++, talkSeconds);
        } else if (rangOut) {
            History.add(words, at + MISS_HISTORY, words[at + MISSES]++, ringSeconds);
        }
    }

    void count(Counter counter) {
        if (counter.ordinal() < Counter.OF_DAY) {
            add(OF_DAY + counter.ordinal());
        }
        add(OF_FORTNIGHT + counter.ordinal());
    }

    private void meet(long callee) {
        long hash = Mix.of(callee);
        if (bitsSet() >= BITMAP_FULL) {
            Arrays.fill(words, at + BITMAP, at + BITMAP + BITMAP_WORDS, 0);
        }
        int bit = (int) hash & BITMAP_BITS - 1;
        words[at + BITMAP + bit / Integer.SIZE] |= 1 << bit;
    }

    /** How many different ones it called, by linear counting (Whang et al. 1990); begins again beyond about 500. */
    float distinctCallees() {
        return Curves.countedBy(bitsSet(), BITMAP_BITS);
    }

    private int bitsSet() {
        int set = 0;
        for (int i = 0; i < BITMAP_WORDS; i++) {
            set += Integer.bitCount(words[at + BITMAP + i]);
        }
        return set;
    }

    /** Calls that began within about so long; see {@link #RATES}. */
    float rate(int which) {
        return number(RATE + which);
    }

    /** @param counter one of the first {@link Counter#OF_DAY} */
    float ofDay(Counter counter) {
        return number(OF_DAY + counter.ordinal());
    }

    float ofFortnight(Counter counter) {
        return number(OF_FORTNIGHT + counter.ordinal());
    }

    int rings() {
        return words[at + RINGS];
    }

    /** Calls that have begun and not ended. */
    int open() {
        return words[at + OPEN];
    }

    /** Seconds since it first called. */
    float age(long millis) {
        return seconds(millis - time(FIRST));
    }

    /** Seconds since it last began to call; -1 where it never has. */
    float sinceRing(long millis) {
        return rings() == 0 ? -1 : seconds(millis - time(LAST_RING));
    }

    /** Seconds since its last call ended; -1 where none has, or one is still open. */
    float sinceEnd(long millis) {
        return time(LAST_END) == 0 || open() > 0 ? -1 : seconds(millis - time(LAST_END));
    }

    Lengths gaps() {
        return gaps.at(words, at + GAP_HISTORY, Math.max(0, rings() - 1));
    }

    Lengths idles() {
        return idles.at(words, at + IDLE_HISTORY, words[at + IDLES]);
    }

    Lengths talks() {
        return talks.at(words, at + TALK_HISTORY, words[at + TALKS]);
    }

    Lengths misses() {
        return misses.at(words, at + MISS_HISTORY, words[at + MISSES]);
    }

    /** The sequence model's state, read. */
    void sequence(float[] into) {
        for (int i = 0; i < SEQUENCE_WIDTH; i++) {
            into[i] = number(SEQUENCE + i);
        }
    }

    void keepSequence(float[] state) {
        for (int i = 0; i < SEQUENCE_WIDTH; i++) {
            number(SEQUENCE + i, state[i]);
        }
    }

    /** The campaign it belongs to; 0 is none. */
    int campaign() {
        return words[at + CAMPAIGN];
    }

    void campaign(int id) {
        words[at + CAMPAIGN] = id;
    }

    /** Something was heard in a call of it that was heard in a campaign before. */
    void wasHeardIn(int campaign) {
        words[at + HEARD_TIMES] = words[at + HEARD] == campaign ? words[at + HEARD_TIMES] + 1 : 1;
        words[at + HEARD] = campaign;
    }

    /** How many of its calls sounded like the campaign's. */
    int heardIn(int campaign) {
        return words[at + HEARD] == campaign ? words[at + HEARD_TIMES] : 0;
    }

    private static float seconds(long millis) {
        return Math.max(0, millis) / 1000f;
    }

    private void add(int word) {
        number(word, number(word) + 1);
    }

    private void scale(int word, float factor) {
        number(word, number(word) * factor);
    }

    private float number(int word) {
        return Float.intBitsToFloat(words[at + word]);
    }

    private void number(int word, float value) {
        words[at + word] = Float.floatToRawIntBits(value);
    }

    private long time(int word) {
        return words[at + word] & 0xFFFF_FFFFL | (long) words[at + word + 1] << Integer.SIZE;
    }

    private void time(int word, long millis) {
        words[at + word] = (int) millis;
        words[at + word + 1] = (int) (millis >>> Integer.SIZE);
    }
}
