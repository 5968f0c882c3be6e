package io.jingling.sip;

/** A stretch of a message's bytes packed in one {@code long}, so that parsing makes no objects. */
final class Span {
    static final long NONE = -1;

    private Span() {}

    static long of(int start, int end) {
        return (long) start << 32 | end;
    }

    static int start(long span) {
        return (int) (span >>> 32);
    }

    static int end(long span) {
        return (int) span;
    }

    static int length(long span) {
        return span == NONE ? 0 : end(span) - start(span);
    }
}
