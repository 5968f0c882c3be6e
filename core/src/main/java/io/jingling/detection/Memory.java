package io.jingling.detection;

import java.util.Arrays;

/** What is remembered of all callers, and read as {@link Feature}s. It must be told of calls in order of time. */
final class Memory {
    private static final long WEEK_MILLIS = 7L * 24 * 3_600_000;
    private static final long HALF_DAY_MILLIS = 12L * 3_600_000;
    private static final float DAY_SECONDS = 86_400;
    private static final float HOUR_SECONDS = 3_600;
    private static final long CHINA_MILLIS = 8L * 3_600_000;
    private static final long DAY_MILLIS = 24L * 3_600_000;
    private static final float HOUR_MILLIS = 3_600_000;

    private static final Clue[] COPIED = {
        Clue.IS_MOBILE,
        Clue.IS_VIRTUAL,
        Clue.IS_FIXED_LINE,
        Clue.IS_SERVICE,
        Clue.IS_OVERSEAS,
        Clue.AGE,
        Clue.GAPS_SEEN,
        Clue.CALLS_RECEIVED,
        Clue.KNOWN_SHARE,
        Clue.CALLED_BACK_SHARE,
        Clue.CALLEE_CALLED_CALLER,
        Clue.CALLED_CALLEE_BEFORE,
        Clue.STRANGER_SHARE
    };
    /** Each of them has the name of a feature. */
    private static final Feature[] COPIED_FROM =
            Arrays.stream(COPIED).map(clue -> Feature.valueOf(clue.name())).toArray(Feature[]::new);

    private final Slab callers;
    private final Slab groups;
    private final PairMemory pairs;
    private final CallCounts received;
    private final CallCounts strangers;
    private final Caller caller;
    private final Caller called;
    private final Group group;

    Memory(Capacity capacity) {
        callers = new Slab(Caller.WORDS, capacity.callers());
        groups = new Slab(Group.WORDS, capacity.groups());
        pairs = new PairMemory(capacity.pairsAWeek());
        received = new CallCounts(capacity.called(), WEEK_MILLIS);
        strangers = new CallCounts(capacity.called(), HALF_DAY_MILLIS);
        caller = new Caller(callers);
        called = new Caller(callers);
        group = new Group(groups);
    }

    private Memory(Memory shared) {
        callers = shared.callers;
        groups = shared.groups;
        pairs = shared.pairs;
        received = shared.received;
        strangers = shared.strangers;
        caller = Caller.looking(callers);
        called = Caller.looking(callers);
        group = Group.looking(groups);
    }

    /** The same memory, for reading alone: what it is asked changes nothing. */
    Memory looking() {
        return new Memory(this);
    }

    /**
     * What the call can be judged by now; changes nothing but that the caller has a place.
     *
     * @param features of {@link Feature#COUNT}, in the order of {@link Feature}
     */
    void read(TimedCall call, long millis, float[] features) {
        caller.claim(call.caller, millis);
        call.gap = caller.sinceRing(millis);
        call.idle = caller.sinceEnd(millis);
        call.calleeCalledCaller = pairs.has(call.callee, call.caller);
        boolean calledBefore = pairs.has(call.caller, call.callee);
        call.isStranger = !call.calleeCalledCaller && !calledBefore;
        Numbers.read(call, features);
        set(features, Feature.HOUR_OF_DAY, (millis + CHINA_MILLIS) % DAY_MILLIS / HOUR_MILLIS);
        set(features, Feature.CALLEE_CALLED_CALLER, call.calleeCalledCaller ? 1 : 0);
        set(features, Feature.CALLED_CALLEE_BEFORE, calledBefore ? 1 : 0);
        set(features, Feature.CALLS_RECEIVED, Curves.log(received.of(call.caller)));
        set(features, Feature.STRANGERS_CALLING_CALLEE, Curves.log(strangers.of(call.callee)));
        set(features, Feature.AGE, Curves.log(caller.age(millis) / HOUR_SECONDS));
        rates(features);
        rhythm(call, features);
        answers(features);
        set(features, Feature.SEQUENCE, 0);
    }

    private void rates(float[] features) {
        for (int i = 0; i < Caller.RATES; i++) {
            features[Feature.CALLS_IN_5_MINUTES.ordinal() + i] = Curves.log(caller.rate(i));
        }
        float ofDay = caller.rate(2);
        float ofFortnight = caller.rate(3);
        set(features, Feature.STRANGER_SHARE_DAY, share(caller.ofDay(Counter.STRANGER), ofDay));
        set(features, Feature.STRANGER_SHARE, share(caller.ofFortnight(Counter.STRANGER), ofFortnight));
        set(features, Feature.KNOWN_SHARE, share(caller.ofFortnight(Counter.KNOWN), ofFortnight));
        set(features, Feature.CALLED_BACK_SHARE, share(caller.ofFortnight(Counter.CALLED_BACK), ofFortnight));
        float distinct = caller.distinctCallees();
        set(features, Feature.DISTINCT_CALLEES, Curves.log(distinct));
        set(features, Feature.CALLS_A_CALLEE, distinct == 0 ? 0 : caller.rate(3) / distinct);
    }

    private void rhythm(TimedCall call, float[] features) {
        Lengths gaps = caller.gaps();
        Lengths idles = caller.idles();
        Lengths misses = caller.misses();
        float meanGap = gaps.mean();
        float meanIdle = idles.mean();
        float meanMiss = misses.mean();
        set(features, Feature.LAST_GAP, call.gap < 0 ? -1 : Curves.log(call.gap));
        set(features, Feature.MEAN_GAP, meanGap);
        set(features, Feature.GAP_DEVIATION, gaps.deviation(meanGap));
        set(features, Feature.LAST_IDLE, call.idle < 0 ? -1 : Curves.log(call.idle));
        set(features, Feature.MEAN_IDLE, meanIdle);
        set(features, Feature.IDLE_DEVIATION, idles.deviation(meanIdle));
        set(features, Feature.GAPS_SEEN, gaps.count());
        set(features, Feature.OPEN_CALLS, caller.open());
        set(features, Feature.MEAN_MISSED_RING, meanMiss);
        set(features, Feature.MISSED_RING_DEVIATION, misses.deviation(meanMiss));
        set(features, Feature.MISSES_SEEN, misses.count());
    }

    private void answers(float[] features) {
        float ended = caller.ofFortnight(Counter.ENDED);
        float answered = caller.ofFortnight(Counter.ANSWERED);
        float missed = ended - answered;
        Lengths talks = caller.talks();
        float meanTalk = talks.mean();
        set(features, Feature.ENDED, Curves.log(ended));
        set(features, Feature.ANSWER_SHARE_DAY, share(caller.ofDay(Counter.ANSWERED), caller.ofDay(Counter.ENDED)));
        set(features, Feature.ANSWER_SHARE, share(answered, ended));
        set(features, Feature.SHORT_SHARE, share(caller.ofFortnight(Counter.SHORT), answered));
        set(features, Feature.CALLEE_ENDED_SHARE, share(caller.ofFortnight(Counter.CALLEE_ENDED), answered));
        set(features, Feature.LONG_SHARE, share(caller.ofFortnight(Counter.LONG), answered));
        set(features, Feature.REFUSED_SHARE, share(caller.ofFortnight(Counter.REFUSED), missed));
        set(features, Feature.UNREACHABLE_SHARE, share(caller.ofFortnight(Counter.UNREACHABLE), missed));
        set(features, Feature.QUICK_SHARE, share(caller.ofFortnight(Counter.QUICK), missed));
        set(features, Feature.MEAN_TALK, meanTalk);
        set(features, Feature.TALK_DEVIATION, talks.deviation(meanTalk));
        set(features, Feature.TALKS_SEEN, talks.count());
    }

    /**
     * What the call is judged by in the end, but for the caller's own behaviour and its campaign; {@link #read} was asked
     * right before.
     *
     * @param features as read
     * @param clues of {@link Clue#COUNT}, in the order of {@link Clue}
     */
    void readClues(TimedCall call, long millis, float[] features, float[] clues) {
        group.claim(call.trunk, millis);
        set(clues, Clue.TRUNK_NEW, Curves.log(group.newCalls()));
        set(clues, Clue.TRUNK_SUSPICION, group.suspicion());
        set(clues, Clue.TRUNK_ANSWER_SHARE, group.answerShare());
        set(clues, Clue.TRUNK_SHORT_SHARE, group.shortShare());
        set(clues, Clue.AGENT_SUSPICION, group.claim(call.agent, millis).suspicion());
        set(clues, Clue.TENANT_SUSPICION, group.claim(call.tenant, millis).suspicion());
        group.claim(call.line, millis);
        set(clues, Clue.LINE_NEW, Curves.log(group.newCalls()));
        set(clues, Clue.LINE_SUSPICION, group.suspicion());
        set(clues, Clue.LINE_ANSWER_SHARE, group.answerShare());
        set(clues, Clue.LINE_SHORT_SHARE, group.shortShare());
        set(clues, Clue.LINE_NEW_SHARE, group.newCallerShare());
        group.claim(call.block, millis);
        set(clues, Clue.BLOCK_NEW, Curves.log(group.newCalls()));
        set(clues, Clue.BLOCK_SUSPICION, group.suspicion());
        set(clues, Clue.BLOCK_NEW_SHARE, group.newCallerShare());
        set(clues, Clue.RINGS, Curves.log(caller.rings()));
        for (int i = 0; i < COPIED.length; i++) {
            clues[COPIED[i].ordinal()] = features[COPIED_FROM[i].ordinal()];
        }
    }

    /** How many calls new callers made over a trunk, a line or from a block within about a day. */
    float newCalls(long group, long millis) {
        return this.group.claim(group, millis).newCalls();
    }

    /** A new caller's call, and how likely it is harassment by the caller's own behaviour. */
    void suspects(TimedCall call, float probability, long millis) {
        if (caller.age(millis) < DAY_SECONDS) {
            group.claim(call.trunk, millis).suspects(probability);
            group.claim(call.agent, millis).suspects(probability);
            group.claim(call.tenant, millis).suspects(probability);
            group.claim(call.line, millis).suspects(probability);
            group.claim(call.block, millis).suspects(probability);
        }
    }

    /** It begins to ring; {@link #read} was asked right before. */
    void rings(TimedCall call, long millis) {
        caller.claim(call.caller, millis);
        boolean isNew = caller.age(millis) < DAY_SECONDS;
        caller.rings(call.callee, millis);
        if (call.calleeCalledCaller) {
            caller.count(Counter.KNOWN);
        } else if (call.isStranger) {
            caller.count(Counter.STRANGER);
            strangers.add(call.callee, millis);
        }
        boolean hasPlace = called.find(call.callee, millis);
        if (hasPlace && call.calleeCalledCaller) {
            called.count(Counter.CALLED_BACK);
        }
        received.add(call.callee, millis);
        pairs.add(call.caller, call.callee, millis);
        group.claim(call.trunk, millis).rings(isNew);
        group.claim(call.agent, millis).rings(isNew);
        group.claim(call.tenant, millis).rings(isNew);
        group.claim(call.line, millis).rings(isNew);
        group.claim(call.block, millis).rings(isNew);
    }

    /** It ended; the caller's place may have gone to another meanwhile, and is then made anew. */
    void ends(TimedCall call, long millis) {
        boolean answered = call.record.answered();
        caller.claim(call.caller, millis);
        caller.ends(millis, call.ringSeconds(), call.talkSeconds(), answered, call.rangOut());
        count(Counter.ENDED, true);
        count(Counter.ANSWERED, answered);
        count(Counter.SHORT, call.isShort());
        count(Counter.LONG, call.isLong());
        count(Counter.CALLEE_ENDED, call.calleeEnded());
        count(Counter.REFUSED, call.isRefused());
        count(Counter.UNREACHABLE, call.isUnreachable());
        count(Counter.QUICK, call.isQuick());
        group.claim(call.trunk, millis).ends(answered, call.isShort());
        group.claim(call.agent, millis).ends(answered, call.isShort());
        group.claim(call.tenant, millis).ends(answered, call.isShort());
        group.claim(call.block, millis).ends(answered, call.isShort());
    }

    private void count(Counter counter, boolean counts) {
        if (counts) {
            caller.count(counter);
        }
    }

    /** The caller of the call that was last told of. */
    Caller caller() {
        return caller;
    }

    /** Bytes of all that is held. */
    long bytes() {
        return callers.bytes() + groups.bytes() + pairs.bytes() + received.bytes() + strangers.bytes();
    }

    /** How many callers are remembered. */
    int callers() {
        return callers.size();
    }

    /** How many callers had to be forgotten. */
    long forgotten() {
        return callers.evicted();
    }

    private static float share(float part, float whole) {
        return (part + 0.5f) / (whole + 1);
    }

    private static void set(float[] clues, Clue clue, float value) {
        clues[clue.ordinal()] = value;
    }

    private static void set(float[] features, Feature feature, float value) {
        features[feature.ordinal()] = value;
    }
}
