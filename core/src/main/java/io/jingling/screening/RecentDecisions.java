package io.jingling.screening;

import io.jingling.domain.Decision;

/** Hands out the same object for the same decision, so that most calls make none. Bounded; races only cost an object. */
final class RecentDecisions {
    private static final int SIZE = 1 << 12;

    private final Decision[] recent = new Decision[SIZE];

    Decision of(long verdict, long listVersion) {
        long mixed = (verdict ^ listVersion << 40) * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 52);
        Decision known = recent[at];
        if (known != null && known.verdict() == verdict && known.listVersion() == listVersion) {
            return known;
        }
        Decision made = new Decision(verdict, listVersion);
        recent[at] = made;
        return made;
    }
}
