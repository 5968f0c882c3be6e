package io.jingling.sip;

/** An answer being written, into bytes that are used again for the next. */
final class AnswerBytes {
    /** More than the largest request, as an answer repeats no more than its headers. */
    private static final int CAPACITY = (64 << 10) + (8 << 10);

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final byte[] bytes = new byte[CAPACITY];
    private final byte[] decimal = new byte[20];
    private int length;
    private boolean overflowing;

    void clear() {
        length = 0;
        overflowing = false;
    }

    byte[] bytes() {
        return bytes;
    }

    /** How many bytes are written; 0 where they did not fit. */
    int length() {
        return overflowing ? 0 : length;
    }

    AnswerBytes put(byte[] more) {
        return put(more, 0, more.length);
    }

    AnswerBytes put(byte[] more, int from, int to) {
        if (fits(to - from)) {
            System.arraycopy(more, from, bytes, length, to - from);
            length += to - from;
        }
        return this;
    }

    AnswerBytes put(byte[] more, long span) {
        return put(more, Span.start(span), Span.end(span));
    }

    /** The same, where line ends inside a folded value become spaces (RFC 3261 §7.3.1). */
    AnswerBytes unfolded(byte[] more, int from, int to) {
        int start = length;
        put(more, from, to);
        for (int p = start; p < length; p++) {
            if (bytes[p] == Ascii.CR || bytes[p] == Ascii.LF) {
                bytes[p] = ' ';
            }
        }
        return this;
    }

    AnswerBytes put(int value) {
        int p = decimal.length;
        int rest = value;
        do {
            decimal[--p] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        return put(decimal, p, decimal.length);
    }

    /** Sixteen hexadecimal digits. */
    AnswerBytes hex(long value) {
        if (fits(16)) {
            for (int shift = 60; shift >= 0; shift -= 4) {
                bytes[length++] = DIGITS[(int) (value >>> shift) & 15];
            }
        }
        return this;
    }

    private boolean fits(int more) {
        overflowing |= more > CAPACITY - length;
        return !overflowing;
    }
}
