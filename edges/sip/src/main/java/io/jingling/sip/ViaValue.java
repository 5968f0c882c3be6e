package io.jingling.sip;

import java.nio.charset.StandardCharsets;

/** The topmost Via (RFC 3261 §20.42) as places in a message, with what an answer must add to it. */
final class ViaValue {
    private static final byte[] SIP = ascii("sip");
    private static final byte[] VERSION = ascii("2.0");
    private static final byte[] BRANCH = ascii("branch");
    private static final byte[] RECEIVED = ascii("received");
    private static final byte[] RPORT = ascii("rport");
    private static final int DEFAULT_PORT = 5060;

    long host = Span.NONE;
    int port;
    long branch = Span.NONE;
    /** The {@code ;received=…} of somebody else, left out of the answer. */
    long received = Span.NONE;
    /** The {@code rport} with whatever value it has (RFC 3581 §4 fills it in). */
    long rport = Span.NONE;

    private int end;

    /** Where the first value ends: at a comma or at the end. */
    int end() {
        return end;
    }

    boolean read(byte[] b, int from, int to) {
        host = Span.NONE;
        port = DEFAULT_PORT;
        branch = Span.NONE;
        received = Span.NONE;
        rport = Span.NONE;
        end = to;
        int p = word(b, from, to, SIP);
        p = p < 0 ? -1 : slash(b, p, to);
        p = p < 0 ? -1 : word(b, p, to, VERSION);
        p = p < 0 ? -1 : slash(b, p, to);
        if (p < 0) {
            return false;
        }
        int transportEnd = Ascii.skipToken(b, p, to);
        int hostStart = Ascii.skipSpace(b, transportEnd, to);
        if (transportEnd == p || hostStart == transportEnd) {
            return false;
        }
        int hostEnd = SipUri.hostEnd(b, hostStart, to);
        if (hostEnd < 0) {
            return false;
        }
        host = Span.of(hostStart, hostEnd);
        p = portEnd(b, Ascii.skipSpace(b, hostEnd, to), to);
        return p >= 0 && parameters(b, p, to);
    }

    private int portEnd(byte[] b, int from, int to) {
        if (from >= to || b[from] != ':') {
            return from;
        }
        int start = Ascii.skipSpace(b, from + 1, to);
        int p = start;
        while (p < to && Ascii.isDigit(b[p])) {
            p++;
        }
        port = (int) Ascii.decimal(b, start, p, 65_535);
        return port < 1 ? -1 : p;
    }

    private boolean parameters(byte[] b, int from, int to) {
        int p = Ascii.skipSpace(b, from, to);
        while (p < to && b[p] == ';') {
            int name = Ascii.skipSpace(b, p + 1, to);
            int nameEnd = Ascii.skipToken(b, name, to);
            if (nameEnd == name) {
                return false;
            }
            int next = Ascii.skipSpace(b, nameEnd, to);
            int value = nameEnd;
            int valueEnd = nameEnd;
            if (next < to && b[next] == '=') {
                value = Ascii.skipSpace(b, next + 1, to);
                valueEnd = NameAddress.valueEnd(b, value, to);
                if (valueEnd <= value) {
                    return false;
                }
            }
            take(b, p, name, nameEnd, value, valueEnd);
            p = Ascii.skipSpace(b, valueEnd, to);
        }
        end = p;
        return p == to || b[p] == ',';
    }

    private void take(byte[] b, int semicolon, int name, int nameEnd, int value, int valueEnd) {
        if (branch == Span.NONE && value > nameEnd && Ascii.matches(b, name, nameEnd, BRANCH)) {
            branch = Span.of(value, valueEnd);
        } else if (rport == Span.NONE && Ascii.matches(b, name, nameEnd, RPORT)) {
            rport = Span.of(nameEnd, valueEnd);
        } else if (received == Span.NONE && Ascii.matches(b, name, nameEnd, RECEIVED)) {
            received = Span.of(semicolon, valueEnd);
        }
    }

    private static int word(byte[] b, int from, int to, byte[] word) {
        int start = Ascii.skipSpace(b, from, to);
        int stop = Ascii.skipToken(b, start, to);
        return Ascii.matches(b, start, stop, word) ? stop : -1;
    }

    private static int slash(byte[] b, int from, int to) {
        int p = Ascii.skipSpace(b, from, to);
        return p < to && b[p] == '/' ? Ascii.skipSpace(b, p + 1, to) : -1;
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
