package io.jingling.sip;

import java.nio.charset.StandardCharsets;

/** Walks over a message's headers and notes where those lie that an answer needs (RFC 3261 §7.3, §20). */
final class HeaderScan {
    private static final byte[] TO = ascii("to");
    private static final byte[] VIA = ascii("via");
    private static final byte[] FROM = ascii("from");
    private static final byte[] CSEQ = ascii("cseq");
    private static final byte[] CALL_ID = ascii("call-id");
    private static final byte[] REQUIRE = ascii("require");
    private static final byte[] PRIVACY = ascii("privacy");
    private static final byte[] ID = ascii("id");
    private static final byte[] USER = ascii("user");
    private static final byte[] HEADER = ascii("header");
    private static final byte[] DIVERSION = ascii("diversion");
    private static final byte[] HISTORY_INFO = ascii("history-info");
    private static final byte[] CONTENT_LENGTH = ascii("content-length");
    private static final byte[] ASSERTED_IDENTITY = ascii("p-asserted-identity");

    private HeaderScan() {}

    static Defect read(SipMessage m, byte[] b, int from, int to) {
        int p = from;
        while (p < to) {
            int lf = Ascii.indexOf(b, p, to, Ascii.LF);
            int end = lf < 0 ? to : lf;
            if (end == p || end == p + 1 && b[p] == Ascii.CR) {
                m.bodyStart = end + 1;
                return lf < 0 ? Defect.UNENDED : Defect.NONE;
            }
            while (lf >= 0 && lf + 1 < to && (b[lf + 1] == ' ' || b[lf + 1] == '\t')) {
                m.folded = true;
                lf = Ascii.indexOf(b, lf + 1, to, Ascii.LF);
                end = lf < 0 ? to : lf;
            }
            if (!line(m, b, p, end)) {
                return Defect.TOO_MANY_VIAS;
            }
            p = end + 1;
        }
        return Defect.UNENDED;
    }

    /** One header; a line that is none is passed over (RFC 3261 §8.2.2). False where it is one Via too many. */
    private static boolean line(SipMessage m, byte[] b, int from, int to) {
        int nameEnd = Ascii.skipToken(b, from, to);
        int colon = nameEnd < to && b[nameEnd] == ':' ? nameEnd : Ascii.skipSpace(b, nameEnd, to);
        if (nameEnd == from || colon == to || b[colon] != ':') {
            return true;
        }
        int length = nameEnd - from;
        int first = b[from] | 0x20;
        // What is of no use is told by its length and first letter, without comparing.
        if (length == 1) {
            return compact(m, b, first, colon + 1, to);
        }
        if (length > 19 || WANTED[length] == 0 || (WANTED[length] >>> (first - 'a') & 1) == 0) {
            return true;
        }
        return named(m, b, from, nameEnd, value(b, colon + 1, to));
    }

    /** For each length of name, a bit for each first letter that is of use. */
    private static final int[] WANTED = wanted();

    private static boolean named(SipMessage m, byte[] b, int from, int to, long value) {
        switch (to - from) {
            case 2 -> to(m, value, Ascii.matches(b, from, to, TO));
            case 3 -> {
                return !Ascii.matches(b, from, to, VIA) || via(m, value);
            }
            case 4 -> {
                from(m, value, Ascii.matches(b, from, to, FROM));
                cseq(m, value, Ascii.matches(b, from, to, CSEQ));
            }
            case 7 -> {
                callId(m, value, Ascii.matches(b, from, to, CALL_ID));
                require(m, value, Ascii.matches(b, from, to, REQUIRE));
                privacy(m, b, value, Ascii.matches(b, from, to, PRIVACY));
            }
            case 9 -> keep(m, Span.of(from, to), value, Ascii.matches(b, from, to, DIVERSION));
            case 12 -> keep(m, Span.of(from, to), value, Ascii.matches(b, from, to, HISTORY_INFO));
            case 14 -> contentLength(m, value, Ascii.matches(b, from, to, CONTENT_LENGTH));
            case 19 -> identity(m, value, Ascii.matches(b, from, to, ASSERTED_IDENTITY));
            default -> {}
        }
        return true;
    }

    private static boolean compact(SipMessage m, byte[] b, int letter, int from, int to) {
        switch (letter) {
            case 'v' -> {
                return via(m, value(b, from, to));
            }
            case 'f' -> from(m, value(b, from, to), true);
            case 't' -> to(m, value(b, from, to), true);
            case 'i' -> callId(m, value(b, from, to), true);
            case 'l' -> contentLength(m, value(b, from, to), true);
            default -> {}
        }
        return true;
    }

    private static long value(byte[] b, int from, int to) {
        int start = Ascii.skipSpace(b, from, to);
        return Span.of(start, Ascii.trimEnd(b, start, to));
    }

    private static boolean via(SipMessage m, long value) {
        if (m.viaCount == SipMessage.VIAS_MAX) {
            return false;
        }
        m.vias[m.viaCount++] = value;
        return true;
    }

    private static void to(SipMessage m, long value, boolean is) {
        if (is) {
            m.repeated |= m.to != Span.NONE;
            m.to = m.to == Span.NONE ? value : m.to;
        }
    }

    private static void from(SipMessage m, long value, boolean is) {
        if (is) {
            m.repeated |= m.from != Span.NONE;
            m.from = m.from == Span.NONE ? value : m.from;
        }
    }

    private static void cseq(SipMessage m, long value, boolean is) {
        if (is) {
            m.repeated |= m.cseq != Span.NONE;
            m.cseq = m.cseq == Span.NONE ? value : m.cseq;
        }
    }

    private static void callId(SipMessage m, long value, boolean is) {
        if (is) {
            m.repeated |= m.callId != Span.NONE;
            m.callId = m.callId == Span.NONE ? value : m.callId;
        }
    }

    private static void contentLength(SipMessage m, long value, boolean is) {
        if (is) {
            m.repeated |= m.contentLengthSpan != Span.NONE;
            m.contentLengthSpan = value;
        }
    }

    /** Id, user or header: the caller's number is withheld (RFC 3323 §4.2, RFC 3325 §9.3). */
    private static void privacy(SipMessage m, byte[] b, long value, boolean is) {
        int end = is ? Span.end(value) : 0;
        int p = is ? Span.start(value) : 0;
        while (p < end) {
            int word = p;
            p = Ascii.skipToken(b, p, end);
            m.withheld |= Ascii.matches(b, word, p, ID)
                    || Ascii.matches(b, word, p, USER)
                    || Ascii.matches(b, word, p, HEADER);
            p = p == word ? p + 1 : p;
        }
    }

    private static void require(SipMessage m, long value, boolean is) {
        if (is && m.requireCount < SipMessage.KEPT_MAX) {
            m.requires[m.requireCount++] = value;
        }
    }

    private static void identity(SipMessage m, long value, boolean is) {
        if (is && m.identityCount < SipMessage.IDENTITIES_MAX) {
            m.identities[m.identityCount++] = value;
        }
    }

    private static void keep(SipMessage m, long name, long value, boolean is) {
        if (is && m.keptCount < SipMessage.KEPT_MAX) {
            m.kept[2 * m.keptCount] = name;
            m.kept[2 * m.keptCount++ + 1] = value;
        }
    }

    private static int[] wanted() {
        int[] wanted = new int[20];
        byte[][] names = {
            TO, VIA, FROM, CSEQ, CALL_ID, REQUIRE, PRIVACY, DIVERSION, HISTORY_INFO, CONTENT_LENGTH, ASSERTED_IDENTITY
        };
        for (byte[] name : names) {
            wanted[name.length] |= 1 << name[0] - 'a';
        }
        return wanted;
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
