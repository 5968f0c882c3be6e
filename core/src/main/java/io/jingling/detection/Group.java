package io.jingling.detection;

/**
 * What is remembered of many callers together, in {@value #WORDS} {@code int}s: all that call over one trunk, with one
 * user agent, for one tenant, or from one block of numbers.
 */
final class Group {
    private static final double HOUR_MILLIS = 60.0 * Caller.MINUTE_MILLIS;
    private static final int COUNTS = 6;
    private static final int RINGS = 0;
    private static final int BY_NEW = 1;
    private static final int ENDED = 2;
    private static final int ANSWERED = 3;
    private static final int SHORT = 4;
    private static final int SUSPICION = 5;

    private static final int TOUCHED = Slab.HEAD_WORDS;
    private static final int OF_HOUR = TOUCHED + 2;
    private static final int OF_DAY = OF_HOUR + COUNTS;
    static final int WORDS = OF_DAY + COUNTS;

    private final Slab slab;
    /** Where it only looks, what it looks at is copied here. */
    private final int[] copy;

    private int[] words = new int[0];
    private int at;
    private boolean isKnown;

    private Group(Slab slab, int[] copy) {
        this.slab = slab;
        this.copy = copy;
    }

    Group(Slab slab) {
        this(slab, new int[0]);
    }

    /** One that changes nothing: it fades a copy, and what it does not know gets no place. */
    static Group looking(Slab slab) {
        return new Group(slab, new int[WORDS]);
    }

    /** Moves to a group, which is made where it is new; 0 is none: all is zero then, and nothing is counted. */
    Group claim(long key, long millis) {
        isKnown = key != 0;
        if (isKnown && copy.length > 0) {
            words = copy;
            at = 0;
            slab.copy(key, copy);
            fade(millis);
        } else if (isKnown) {
            int entry = slab.claim(key, (int) (millis / Caller.MINUTE_MILLIS));
            words = slab.words(entry);
            at = slab.at(entry);
            fade(millis);
        }
        return this;
    }

    private void fade(long millis) {
        int word = at + TOUCHED;
        long touched = words[word] & 0xFFFF_FFFFL | (long) words[word + 1] << Integer.SIZE;
        long passed = millis - touched;
        if (passed <= 0) {
            return;
        }
        float ofHour = Curves.left(passed / HOUR_MILLIS);
        float ofDay = Curves.left(passed / Caller.DAY_MILLIS);
        for (int i = 0; i < COUNTS; i++) {
            scale(OF_HOUR + i, ofHour);
            scale(OF_DAY + i, ofDay);
        }
        words[word] = (int) millis;
        words[word + 1] = (int) (millis >>> Integer.SIZE);
    }

    /** One of its callers begins to call. */
    void rings(boolean isNewCaller) {
        if (isKnown) {
            count(RINGS, true);
            count(BY_NEW, isNewCaller);
        }
    }

    /** A new caller begins to call, harassing with some probability. */
    void suspects(float probability) {
        if (isKnown) {
            add(SUSPICION, probability);
        }
    }

    void ends(boolean wasAnswered, boolean wasShort) {
        if (isKnown) {
            count(ENDED, true);
            count(ANSWERED, wasAnswered);
            count(SHORT, wasShort);
        }
    }

    /** Of a day's calls, those by numbers that are not a day old; drawn to one half where there are few. */
    float newCallerShare() {
        return share(BY_NEW, RINGS);
    }

    /** Calls of a day by numbers that are not a day old. */
    float newCalls() {
        return isKnown ? number(OF_DAY + BY_NEW) : 0;
    }

    /** The mean probability of harassment of an hour's calls by new callers; near 0 where there are few. */
    float suspicion() {
        return isKnown ? number(OF_HOUR + SUSPICION) / (number(OF_HOUR + BY_NEW) + 1) : -1;
    }

    float answerShare() {
        return share(ANSWERED, ENDED);
    }

    /** Of the answered calls of a day. */
    float shortShare() {
        return share(SHORT, ANSWERED);
    }

    private float share(int part, int whole) {
        return isKnown ? (number(OF_DAY + part) + 0.5f) / (number(OF_DAY + whole) + 1) : -1;
    }

    private void count(int which, boolean counts) {
        if (counts) {
            add(which, 1);
        }
    }

    private void add(int which, float count) {
        number(OF_HOUR + which, number(OF_HOUR + which) + count);
        number(OF_DAY + which, number(OF_DAY + which) + count);
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
}
