package io.jingling.detection;

import java.util.Arrays;

/** One script called from many numbers, as far as it is known: what its calls have in common. */
final class Campaign {
    private static final int CALLEE_WORDS = 256;
    private static final int CALLEES_MAX = CALLEE_WORDS * Long.SIZE / 8;
    private static final double HOUR_MILLIS = 60.0 * Caller.MINUTE_MILLIS;

    final int id;
    final long founded;
    final Tally trunks = new Tally(8);
    final Tally agents = new Tally(4);
    final Tally tenants = new Tally(8);
    final Tally lines = new Tally(8);
    final Tally kinds = new Tally(4);
    final Tally blocks100 = new Tally(48);
    final Tally blocks1000 = new Tally(48);
    final Tally blocks10000 = new Tally(32);
    final Tally sounds = new Tally(16);
    final Shape talks = Shape.ofTalks();
    final Shape timeouts = Shape.ofTimeouts();
    final Shape idles = Shape.ofIdles();
    private long[] callees = new long[CALLEE_WORDS];
    private long[] calleesBefore = new long[CALLEE_WORDS];
    private int calleesSeen;
    private float calls;
    private float suspicion;
    private float settledCalls;
    private float settledSuspicion;
    private float callsOfHour;
    long lastMillis;
    int numbers;
    /** Another campaign to which numbers of this one were linked, and how many in a row. */
    int bridge;

    int bridges;
    /** The campaign that this one turned out to be; 0 while it is its own. */
    int mergedInto;

    Campaign(int id, long millis) {
        this.id = id;
        this.founded = millis;
        this.lastMillis = millis;
    }

    /**
     * One of its numbers begins to call.
     *
     * @param isSettled whether it has called often enough for its own behaviour to say something
     */
    void rings(TimedCall call, float probability, boolean isSettled, long millis) {
        callsOfHour = callsOfHour(millis) + 1;
        lastMillis = Math.max(lastMillis, millis);
        calls++;
        suspicion += probability;
        if (isSettled) {
            settledCalls++;
            settledSuspicion += probability;
        }
        trunks.add(call.trunk, millis);
        agents.add(call.agent, millis);
        tenants.add(call.tenant, millis);
        lines.add(call.line, millis);
        kinds.add(call.kind, millis);
        blocks100.add(call.block100, millis);
        blocks1000.add(call.block, millis);
        blocks10000.add(call.block10000, millis);
        if (call.idle >= 0) {
            idles.add(Curves.log(call.idle * 1000));
        }
        meet(call.callee);
    }

    /** A call of one of its numbers has ended. */
    void ends(TimedCall call, long millis) {
        if (call.record.answered()) {
            talks.add(Curves.log(call.talkSeconds() * 1000));
            sounds.add(call.sound, millis);
            sounds.add(call.script, millis);
        } else if (call.rangOut()) {
            timeouts.add(Curves.log(call.ringSeconds() * 1000));
        }
    }

    /** A number joins, with what it did before. */
    void joins(Caller caller) {
        numbers++;
        talks.add(caller.talks());
        timeouts.add(caller.misses());
        idles.add(caller.idles());
    }

    private void meet(long callee) {
        if (calleesSeen++ >= CALLEES_MAX) {
            long[] emptied = calleesBefore;
            calleesBefore = callees;
            callees = emptied;
            Arrays.fill(callees, 0);
            calleesSeen = 1;
        }
        long hash = Mix.of(callee);
        set(callees, (int) hash);
        set(callees, (int) (hash >>> Integer.SIZE));
    }

    private static void set(long[] bits, int hash) {
        bits[hash >>> 6 & CALLEE_WORDS - 1] |= 1L << hash;
    }

    private static boolean isSet(long[] bits, int hash) {
        return (bits[hash >>> 6 & CALLEE_WORDS - 1] & 1L << hash) != 0;
    }

    /** Whether it has called somebody among its last two to four thousand; wrong for one in fifty who were not. */
    boolean hasCalled(long callee) {
        long hash = Mix.of(callee);
        int one = (int) hash;
        int other = (int) (hash >>> Integer.SIZE);
        return isSet(callees, one) && isSet(callees, other) || isSet(calleesBefore, one) && isSet(calleesBefore, other);
    }

    /**
     * The mean probability of harassment of its calls, by their callers' own behaviour: of calls of numbers that have called
     * often enough for that to say something, where there are such.
     */
    float suspicion() {
        if (settledCalls > 0) {
            return settledSuspicion / settledCalls;
        }
        return calls == 0 ? 0 : suspicion / calls;
    }

    float callsOfHour(long millis) {
        return callsOfHour * Curves.left((millis - lastMillis) / HOUR_MILLIS);
    }

    /** Another one turns out to be the same. */
    void absorb(Campaign other, long millis) {
        numbers += other.numbers;
        calls += other.calls;
        suspicion += other.suspicion;
        settledCalls += other.settledCalls;
        settledSuspicion += other.settledSuspicion;
        callsOfHour = callsOfHour(millis) + other.callsOfHour(millis);
        lastMillis = millis;
        trunks.absorb(other.trunks, millis);
        agents.absorb(other.agents, millis);
        tenants.absorb(other.tenants, millis);
        lines.absorb(other.lines, millis);
        kinds.absorb(other.kinds, millis);
        blocks100.absorb(other.blocks100, millis);
        blocks1000.absorb(other.blocks1000, millis);
        blocks10000.absorb(other.blocks10000, millis);
        sounds.absorb(other.sounds, millis);
        talks.absorb(other.talks);
        timeouts.absorb(other.timeouts);
        idles.absorb(other.idles);
        for (int i = 0; i < CALLEE_WORDS; i++) {
            callees[i] |= other.callees[i];
            calleesBefore[i] |= other.calleesBefore[i];
        }
    }
}
