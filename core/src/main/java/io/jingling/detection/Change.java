package io.jingling.detection;

/**
 * What a call changed about campaigns.
 *
 * @param kind what happened
 * @param campaign which one was founded, joined or left, or goes on after a merger; 0 where nothing happened
 * @param other which one was merged into it, else 0
 */
public record Change(Kind kind, int campaign, int other) {
    static final Change NONE = new Change(Kind.NONE, 0, 0);

    /** What may happen. */
    public enum Kind {
        NONE,
        FOUNDED,
        JOINED,
        LEFT,
        MERGED
    }

    static Change founded(int campaign) {
        return new Change(Kind.FOUNDED, campaign, 0);
    }

    static Change joined(int campaign) {
        return new Change(Kind.JOINED, campaign, 0);
    }

    static Change left(int campaign) {
        return new Change(Kind.LEFT, campaign, 0);
    }

    static Change merged(int from, int into) {
        return new Change(Kind.MERGED, into, from);
    }
}
