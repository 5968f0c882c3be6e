package io.jingling.sip;

import java.util.Arrays;

/**
 * Cuts a stream of bytes into messages by their Content-Length (RFC 3261 §18.3), however they were
 * split or put together on the way.
 *
 * <p>Holds at most {@link #MESSAGE_MAX} bytes and what came with them. No byte is looked at again
 * because the rest came late.
 */
final class StreamBuffer {
    static final int MESSAGE_MAX = 64 << 10;

    private static final int FIRST_CAPACITY = 4 << 10;

    /** What {@link #next} found. */
    enum Found {
        /** Nothing whole yet. */
        NOTHING,
        /** From {@link #from} to {@link #to} lies a message. */
        MESSAGE,
        /** Two line ends between messages: a ping that wants a pong (RFC 5626 §4.4.1). */
        PING,
        /** The message is, or will be, too large; what has come of it lies from {@link #from} to {@link #to}. */
        TOO_LARGE,
        /** Where the message ends cannot be told; its head lies from {@link #from} to {@link #to}. */
        BROKEN
    }

    private final SipMessage head = new SipMessage();
    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int start;
    private int end;
    /** Up to here there is no empty line. */
    private int searched;
    /** Where the message ends whose head is there; {@code start} where that is not known. */
    private int whole;

    private int lineEnds;
    private int messageFrom;
    private int messageTo;

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return messageFrom;
    }

    int to() {
        return messageTo;
    }

    /** Makes room at the end, where {@code length} bytes are then written by the caller. */
    int grow(int length) {
        if (bytes.length - end < length) {
            System.arraycopy(bytes, start, bytes, 0, end - start);
            searched -= start;
            whole -= start;
            end -= start;
            start = 0;
            if (bytes.length - end < length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + length));
            }
        }
        int at = end;
        end += length;
        return at;
    }

    Found next() {
        if (skippedPing()) {
            return Found.PING;
        }
        if (whole > end) {
            return Found.NOTHING;
        }
        if (whole > start) {
            return found(Found.MESSAGE, whole);
        }
        int headEnd = headEnd();
        if (headEnd < 0) {
            searched = Math.max(start, end - 2);
            return end - start > MESSAGE_MAX ? found(Found.TOO_LARGE, end) : nothing();
        }
        long length = contentLength(headEnd);
        if (length < 0) {
            return found(Found.BROKEN, headEnd);
        }
        if (headEnd - start + length > MESSAGE_MAX) {
            return found(Found.TOO_LARGE, headEnd);
        }
        whole = headEnd + (int) length;
        return whole > end ? Found.NOTHING : found(Found.MESSAGE, whole);
    }

    private Found nothing() {
        if (start == end) {
            start = 0;
            end = 0;
            searched = 0;
            whole = 0;
        }
        return Found.NOTHING;
    }

    private Found found(Found what, int to) {
        messageFrom = start;
        messageTo = to;
        start = to;
        searched = to;
        whole = to;
        lineEnds = 0;
        return what;
    }

    private boolean skippedPing() {
        while (start < end && (bytes[start] == Ascii.CR || bytes[start] == Ascii.LF)) {
            lineEnds += bytes[start] == Ascii.LF ? 1 : 0;
            start++;
            searched = start;
            whole = start;
            if (lineEnds == 2) {
                lineEnds = 0;
                return true;
            }
        }
        return false;
    }

    /** Behind the first empty line, or -1. */
    private int headEnd() {
        int lf = Ascii.indexOf(bytes, Math.max(start, searched - 2), end, Ascii.LF);
        while (lf >= 0 && lf + 1 < end) {
            if (bytes[lf + 1] == Ascii.LF) {
                return lf + 2;
            }
            if (bytes[lf + 1] == Ascii.CR && lf + 2 < end && bytes[lf + 2] == Ascii.LF) {
                return lf + 3;
            }
            lf = Ascii.indexOf(bytes, lf + 1, end, Ascii.LF);
        }
        return -1;
    }

    /** On a stream it must be there (RFC 3261 §20.14); -1 where it is not, or is no number. */
    private long contentLength(int headEnd) {
        head.clear(bytes);
        int firstLine = Ascii.indexOf(bytes, start, headEnd, Ascii.LF);
        HeaderScan.read(head, bytes, firstLine + 1, headEnd);
        long span = head.contentLength;
        return span == Span.NONE ? -1 : Ascii.decimal(bytes, Span.start(span), Span.end(span), Integer.MAX_VALUE);
    }
}
