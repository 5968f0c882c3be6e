package io.jingling.detection;

/**
 * What a call is judged by in the end: its caller's own behaviour, the campaign it resembles most, and what else is going
 * on where it comes from.
 */
public enum Clue {
    /** Log-odds of harassment by the caller's own behaviour. */
    OWN(Ground.RATE, 1),
    /** Log-odds that the call belongs to the campaign it resembles most; -10 where there is none. */
    LINK(Ground.CAMPAIGN, 1),
    /** How many independent signals speak for that. */
    FAMILIES(Ground.CAMPAIGN, 1),
    CAMPAIGN_NUMBERS(Ground.CAMPAIGN, 0),
    CAMPAIGN_SUSPICION(Ground.CAMPAIGN, 1),
    CAMPAIGN_CALLS(Ground.CAMPAIGN, 0),
    SINCE(Ground.CAMPAIGN, 0),
    TARGET(Ground.CAMPAIGN, 1),
    /** Of the calls of the last hours by new callers: how many, and their mean probability of harassment. */
    TRUNK_NEW(Ground.LINE, 0),
    TRUNK_SUSPICION(Ground.LINE, 1),
    TRUNK_ANSWER_SHARE(Ground.LINE, 0),
    TRUNK_SHORT_SHARE(Ground.LINE, 0),
    AGENT_SUSPICION(Ground.LINE, 1),
    TENANT_SUSPICION(Ground.LINE, 1),
    LINE_NEW(Ground.LINE, 0),
    LINE_SUSPICION(Ground.LINE, 1),
    LINE_ANSWER_SHARE(Ground.LINE, 0),
    LINE_SHORT_SHARE(Ground.LINE, 0),
    LINE_NEW_SHARE(Ground.LINE, 0),
    BLOCK_NEW(Ground.NUMBER, 0),
    BLOCK_SUSPICION(Ground.NUMBER, 1),
    BLOCK_NEW_SHARE(Ground.NUMBER, 0),
    IS_MOBILE(Ground.NUMBER, 0),
    IS_VIRTUAL(Ground.NUMBER, 0),
    IS_FIXED_LINE(Ground.NUMBER, 0),
    IS_SERVICE(Ground.NUMBER, 0),
    IS_OVERSEAS(Ground.NUMBER, 0),
    AGE(Ground.NUMBER, 0),
    RINGS(Ground.RATE, 0),
    GAPS_SEEN(Ground.RHYTHM, 0),
    CALLS_RECEIVED(Ground.STRANGERS, -1),
    KNOWN_SHARE(Ground.STRANGERS, -1),
    CALLED_BACK_SHARE(Ground.STRANGERS, -1),
    CALLEE_CALLED_CALLER(Ground.CALLEE, -1),
    CALLED_CALLEE_BEFORE(Ground.CALLEE, 0),
    STRANGER_SHARE(Ground.STRANGERS, 0);

    /** How many there are. */
    public static final int COUNT = values().length;

    private final Ground ground;
    private final int direction;

    Clue(Ground ground, int direction) {
        this.ground = ground;
        this.direction = direction;
    }

    /** What it is about, for people. */
    public Ground ground() {
        return ground;
    }

    /** 1 where more of it must never make a caller less suspect, -1 the other way, 0 where a model is free. */
    public int direction() {
        return direction;
    }
}
