package io.jingling.detection;

/** What a call has in common with a campaign, as {@link Signal}s. */
final class Likeness {
    private static final float HOUR_SECONDS = 3_600;

    private final Memory memory;
    private final Population population;
    private final boolean isLooking;
    private float newOverTrunk;
    private float newOverLine;
    private float newFromBlock;

    /** How lengths are distributed over all calls to strangers. */
    record Population(Shape talks, Shape timeouts, Shape idles) {}

    /** @param isLooking whether nothing may be changed by reading */
    Likeness(Memory memory, Population population, boolean isLooking) {
        this.memory = memory;
        this.population = population;
        this.isLooking = isLooking;
    }

    /** A call is to be compared with campaigns; its caller was claimed. */
    void begin(TimedCall call, long millis) {
        newOverTrunk = memory.newCalls(call.trunk, millis);
        newOverLine = memory.newCalls(call.line, millis);
        newFromBlock = memory.newCalls(call.block, millis);
    }

    /** @param into of {@link Signal#COUNT}, is overwritten but for what {@link #own} writes */
    void read(TimedCall call, Campaign campaign, float[] into, long millis) {
        Caller caller = memory.caller();
        set(into, Signal.TRUNK, campaign.trunks.share(call.trunk));
        set(into, Signal.AGENT, campaign.agents.share(call.agent));
        set(into, Signal.TENANT, campaign.tenants.share(call.tenant));
        set(into, Signal.LINE, campaign.lines.share(call.line));
        set(into, Signal.TRUNK_MINE, mine(campaign.trunks, call.trunk, newOverTrunk));
        set(into, Signal.LINE_MINE, mine(campaign.lines, call.line, newOverLine));
        set(into, Signal.BLOCK_100, Curves.log(campaign.blocks100.count(call.block100)));
        set(into, Signal.BLOCK_1000, Curves.log(campaign.blocks1000.count(call.block)));
        set(into, Signal.BLOCK_10000, Curves.log(campaign.blocks10000.count(call.block10000)));
        set(into, Signal.BLOCK_MINE, mine(campaign.blocks1000, call.block, newFromBlock));
        set(into, Signal.TARGET, campaign.hasCalled(call.callee) ? 1 : 0);
        set(into, Signal.TALK, bits(campaign.talks, caller.talks(), population.talks()));
        set(into, Signal.TALKS, caller.talks().count());
        set(into, Signal.TIMEOUT, bits(campaign.timeouts, caller.misses(), population.timeouts()));
        set(into, Signal.TIMEOUTS, caller.misses().count());
        set(into, Signal.IDLE, bits(campaign.idles, caller.idles(), population.idles()));
        set(into, Signal.IDLES, caller.idles().count());
        set(into, Signal.SOUND, Curves.log(caller.heardIn(campaign.id)));
        set(into, Signal.KIND, campaign.kinds.share(call.kind));
        set(into, Signal.SINCE, Curves.log((millis - campaign.lastMillis) / 1000.0));
        set(into, Signal.CAMPAIGN_CALLS, Curves.log(campaign.callsOfHour(millis)));
        set(into, Signal.CAMPAIGN_NUMBERS, Curves.log(campaign.numbers));
        set(into, Signal.CAMPAIGN_SUSPICION, campaign.suspicion());
        set(into, Signal.AGE, Curves.log(caller.age(millis) / HOUR_SECONDS));
        set(into, Signal.RINGS, Curves.log(caller.rings()));
        set(into, Signal.IS_STRANGER, call.isStranger ? 1 : 0);
    }

    private float bits(Shape of, Lengths lengths, Shape usual) {
        return isLooking ? of.look(lengths, usual) : of.bits(lengths, usual);
    }

    /** What is the same of all campaigns: the caller's own. */
    static void own(float own, float[] features, float[] into) {
        set(into, Signal.OWN, own);
        set(into, Signal.CALLS_RECEIVED, features[Feature.CALLS_RECEIVED.ordinal()]);
    }

    private static float mine(Tally of, long key, float newCalls) {
        return key == 0 ? -1 : Math.min(1, of.count(key) / (newCalls + 1));
    }

    private static void set(float[] signals, Signal signal, float value) {
        signals[signal.ordinal()] = value;
    }
}
