package io.jingling.sip;

import java.nio.charset.StandardCharsets;

/** A {@code name-addr} or {@code addr-spec} with its parameters (RFC 3261 §20.10, §25.1) as places in a message. */
final class NameAddress {
    private static final byte[] TAG = "tag".getBytes(StandardCharsets.US_ASCII);

    long uri = Span.NONE;
    long tag = Span.NONE;
    /** Where this value ends: at a comma or at the end. */
    int end;

    void clear() {
        uri = Span.NONE;
        tag = Span.NONE;
        end = 0;
    }

    /** Reads the first value of a list; false where it is none. */
    boolean read(byte[] b, int from, int to) {
        clear();
        end = to;
        int p = Ascii.skipSpace(b, from, to);
        if (p < to && b[p] == '"') {
            int quoted = afterQuoted(b, p, to);
            p = quoted < 0 ? to : Ascii.skipSpace(b, quoted, to);
            return p < to && b[p] == '<' && bracketed(b, p, to);
        }
        int q = p;
        while (q < to && isDisplay(b[q])) {
            q++;
        }
        return q < to && b[q] == '<' ? bracketed(b, q, to) : bare(b, p, to);
    }

    /**
     * Whether it may stand in a name without quotation marks: more than RFC 3261's tokens, as many write
     * 张三 or an address there; nothing that parts values from one another.
     */
    private static boolean isDisplay(byte b) {
        return Ascii.isSpace(b) || (b & 0xFF) > ' ' && b != '<' && b != '"' && b != ',' && b != ';';
    }

    /** Where the quoted string that begins here is over, or -1. */
    static int afterQuoted(byte[] b, int from, int to) {
        for (int p = from + 1; p < to; p++) {
            if (b[p] == '"') {
                return p + 1;
            }
            p += b[p] == '\\' ? 1 : 0;
        }
        return -1;
    }

    /** Without brackets what follows a semicolon belongs to the header, and a question mark may not be. */
    private boolean bare(byte[] b, int from, int to) {
        int p = from;
        while (p < to && Ascii.isUri(b[p]) && b[p] != ';' && b[p] != ',' && b[p] != '?') {
            p++;
        }
        uri = Span.of(from, p);
        return SipUri.schemeEnd(b, from, p) > 0 && parameters(b, p, to);
    }

    private boolean bracketed(byte[] b, int from, int to) {
        int p = from + 1;
        while (p < to && Ascii.isUri(b[p])) {
            p++;
        }
        uri = Span.of(from + 1, p);
        return p < to && b[p] == '>' && SipUri.schemeEnd(b, from + 1, p) > 0 && parameters(b, p + 1, to);
    }

    private boolean parameters(byte[] b, int from, int to) {
        int p = Ascii.skipSpace(b, from, to);
        while (p < to && b[p] == ';') {
            int name = Ascii.skipSpace(b, p + 1, to);
            int nameEnd = Ascii.skipToken(b, name, to);
            p = Ascii.skipSpace(b, nameEnd, to);
            if (nameEnd == name) {
                return false;
            }
            if (p < to && b[p] == '=') {
                int value = Ascii.skipSpace(b, p + 1, to);
                int valueEnd = valueEnd(b, value, to);
                if (valueEnd <= value) {
                    return false;
                }
                if (tag == Span.NONE && Ascii.matches(b, name, nameEnd, TAG)) {
                    tag = Span.of(value, valueEnd);
                }
                p = Ascii.skipSpace(b, valueEnd, to);
            }
        }
        end = p;
        return p == to || b[p] == ',';
    }

    /** A token, a host or a quoted string. */
    static int valueEnd(byte[] b, int from, int to) {
        if (from < to && b[from] == '"') {
            return afterQuoted(b, from, to);
        }
        int p = from;
        while (p < to && Ascii.isValue(b[p])) {
            p++;
        }
        return p;
    }
}
