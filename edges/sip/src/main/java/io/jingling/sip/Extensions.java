package io.jingling.sip;

import java.nio.charset.StandardCharsets;

/**
 * The option tags a request may require of this edge (RFC 3261 §8.2.2.3).
 *
 * <p>Known are those that only bind who sends provisional answers, 2xx or session descriptions, which
 * this edge never does: 100rel (RFC 3262), timer (RFC 4028), precondition (RFC 3312); and histinfo
 * (RFC 7044), as History-Info is copied.
 */
final class Extensions {
    private static final byte[][] KNOWN = {ascii("100rel"), ascii("timer"), ascii("precondition"), ascii("histinfo")};
    private static final byte[] COMMA = ascii(", ");

    private Extensions() {}

    static boolean areAllKnown(SipMessage m) {
        for (int i = 0; i < m.requireCount; i++) {
            int end = Span.end(m.requires[i]);
            for (int p = next(m.bytes, Span.start(m.requires[i]), end); p < end; ) {
                int stop = stop(m.bytes, p, end);
                if (!isKnown(m.bytes, p, stop)) {
                    return false;
                }
                p = next(m.bytes, stop, end);
            }
        }
        return true;
    }

    static void putUnknown(AnswerBytes out, SipMessage m) {
        boolean first = true;
        for (int i = 0; i < m.requireCount; i++) {
            int end = Span.end(m.requires[i]);
            for (int p = next(m.bytes, Span.start(m.requires[i]), end); p < end; ) {
                int stop = stop(m.bytes, p, end);
                if (!isKnown(m.bytes, p, stop)) {
                    out.put(first ? NOTHING : COMMA).put(m.bytes, p, stop);
                    first = false;
                }
                p = next(m.bytes, stop, end);
            }
        }
    }

    private static final byte[] NOTHING = {};

    private static int next(byte[] b, int from, int to) {
        int p = from;
        while (p < to && (b[p] == ',' || Ascii.isSpace(b[p]))) {
            p++;
        }
        return p;
    }

    private static int stop(byte[] b, int from, int to) {
        int p = from;
        while (p < to && b[p] != ',' && !Ascii.isSpace(b[p])) {
            p++;
        }
        return p;
    }

    private static boolean isKnown(byte[] b, int from, int to) {
        for (byte[] tag : KNOWN) {
            if (Ascii.matches(b, from, to, tag)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
