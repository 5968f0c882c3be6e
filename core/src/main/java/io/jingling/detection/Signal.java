package io.jingling.detection;

/**
 * What may tell that a call belongs to a campaign. Signals of one {@link Family} come from one cause and count once.
 *
 * <p>Counts are base-2 logarithms of one more; likenesses are in bits, above 0 where the campaign explains it better than
 * the population does.
 */
public enum Signal {
    /** Share of the campaign's calls over this trunk; with this user agent, tenant, and all three of a line. */
    TRUNK(Family.LINE, 1),
    AGENT(Family.LINE, 1),
    TENANT(Family.LINE, 1),
    LINE(Family.LINE, 1),
    /** Share of the new callers' calls there that are the campaign's. */
    TRUNK_MINE(Family.LINE, 1),
    LINE_MINE(Family.LINE, 1),
    /** How many calls the campaign made from numbers that differ in the last two, three or four digits only. */
    BLOCK_100(Family.BLOCK, 1),
    BLOCK_1000(Family.BLOCK, 1),
    BLOCK_10000(Family.BLOCK, 1),
    BLOCK_MINE(Family.BLOCK, 1),
    /** Whether the campaign has called this callee. */
    TARGET(Family.TARGETS, 1),
    TALK(Family.SCRIPT, 1),
    TALKS(Family.NONE, 0),
    TIMEOUT(Family.TIMEOUT, 1),
    TIMEOUTS(Family.NONE, 0),
    IDLE(Family.RHYTHM, 1),
    IDLES(Family.NONE, 0),
    /** How many of the caller's recordings were heard in the campaign. */
    SOUND(Family.SOUND, 1),
    /** Share of the campaign's calls by this kind of number. */
    KIND(Family.NONE, 1),
    /** Seconds since the campaign's last call. */
    SINCE(Family.NONE, 0),
    CAMPAIGN_CALLS(Family.NONE, 0),
    CAMPAIGN_NUMBERS(Family.NONE, 0),
    /** The mean probability of harassment that its calls had by their callers' own behaviour. */
    CAMPAIGN_SUSPICION(Family.NONE, 0),
    /** Hours since the caller first called, and how often it did. */
    AGE(Family.NONE, 0),
    RINGS(Family.NONE, 0),
    IS_STRANGER(Family.NONE, 0),
    CALLS_RECEIVED(Family.NONE, -1),
    /** Log-odds of harassment by the caller's own behaviour. */
    OWN(Family.NONE, 1);

    /** How many there are. */
    public static final int COUNT = values().length;

    private static final float LINE_SHARE = 0.1f;
    private static final float LIKE_BITS = 2;
    private final Family family;
    private final int direction;

    /** What has one cause. */
    public enum Family {
        LINE("同一线路", "the line"),
        BLOCK("同一号段", "the block of numbers"),
        TARGETS("同一被叫名单", "the people called"),
        SCRIPT("相同话术时长", "the lengths of its script"),
        TIMEOUT("相同振铃时长", "how long it lets ring"),
        RHYTHM("相同拨号间隔", "the rhythm of its calls"),
        SOUND("相同录音", "what is heard"),
        NONE("", "");

        private final String chinese;
        private final String english;

        Family(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }

    Signal(Family family, int direction) {
        this.family = family;
        this.direction = direction;
    }

    public Family family() {
        return family;
    }

    /** 1 where more of it must never make a link less likely, -1 the other way, 0 where a model is free. */
    public int direction() {
        return direction;
    }

    /** Which families speak for a link: bit {@code n} is the n-th of {@link Family}. */
    static int families(float[] signals) {
        int said = 0;
        for (Signal signal : ALL) {
            if (signal.family != Family.NONE && signal.speaks(signals[signal.ordinal()])) {
                said |= 1 << signal.family.ordinal();
            }
        }
        return said;
    }

    private static final Signal[] ALL = values();

    private boolean speaks(float value) {
        return switch (this) {
            case TRUNK, TENANT, LINE -> value >= LINE_SHARE;
            case BLOCK_100, BLOCK_1000, TARGET, SOUND -> value > 0;
            case TALK, TIMEOUT, IDLE -> value >= LIKE_BITS;
            case AGENT,
                    TRUNK_MINE,
                    LINE_MINE,
                    BLOCK_10000,
                    BLOCK_MINE,
                    TALKS,
                    TIMEOUTS,
                    IDLES,
                    KIND,
                    SINCE,
                    CAMPAIGN_CALLS,
                    CAMPAIGN_NUMBERS,
                    CAMPAIGN_SUSPICION,
                    AGE,
                    RINGS,
                    IS_STRANGER,
                    CALLS_RECEIVED,
                    OWN -> false;
        };
    }
}
