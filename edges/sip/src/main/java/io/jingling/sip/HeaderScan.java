package io.jingling.sip;

import java.nio.charset.StandardCharsets;

/** Walks over a message's headers and notes where those lie that an answer needs (RFC 3261 §7.3, §20). */
final class HeaderScan {
    private static final long TO = word("to");
    private static final long VIA = word("via");
    private static final long FROM = word("from");
    private static final long CSEQ = word("cseq");
    private static final long CALL_ID = word("call-id");
    private static final long REQUIRE = word("require");
    private static final long PRIVACY = word("privacy");
    private static final long DIVERSION = word("diversion");
    private static final long HISTORY_INFO = word("history-info");
    private static final long CONTENT_LENGTH = word("content-length");
    private static final long ASSERTED_IDENTITY = word("p-asserted-identity");
    private static final byte[] DIVERSION_NAME = ascii("diversion");
    private static final byte[] HISTORY_INFO_NAME = ascii("history-info");
    private static final byte[] CONTENT_LENGTH_NAME = ascii("content-length");
    private static final byte[] ASSERTED_IDENTITY_NAME = ascii("p-asserted-identity");
    private static final byte[] ID = ascii("id");
    private static final byte[] USER = ascii("user");
    private static final byte[] HEADER = ascii("header");
    /** A bit for each letter that a header of use begins with; what begins otherwise is not looked into. */
    private static final int FIRST_LETTERS = letters("vftilcrpdh");

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
        int letter = (b[from] | 0x20) - 'a';
        if (letter < 0 || letter > 25 || (FIRST_LETTERS >>> letter & 1) == 0) {
            return true;
        }
        int nameEnd = Ascii.skipToken(b, from, to);
        int colon = nameEnd < to && b[nameEnd] == ':' ? nameEnd : Ascii.skipSpace(b, nameEnd, to);
        if (nameEnd == from || colon == to || b[colon] != ':') {
            return true;
        }
        return nameEnd - from == 1
                ? compact(m, b, letter + 'a', colon + 1, to)
                : named(m, b, from, nameEnd, colon + 1, to);
    }

    private static boolean named(SipMessage m, byte[] b, int from, int to, int valueFrom, int valueTo) {
        long word = Ascii.eightLower(b, from, to - from);
        switch (to - from) {
            case 2 -> to(m, b, valueFrom, valueTo, word == TO);
            case 3 -> {
                return word != VIA || via(m, value(b, valueFrom, valueTo));
            }
            case 4 -> {
                from(m, b, valueFrom, valueTo, word == FROM);
                cseq(m, b, valueFrom, valueTo, word == CSEQ);
            }
            case 7 -> {
                callId(m, b, valueFrom, valueTo, word == CALL_ID);
                require(m, b, valueFrom, valueTo, word == REQUIRE);
                privacy(m, b, valueFrom, valueTo, word == PRIVACY);
            }
            case 9 -> keep(m, b, from, to, valueTo, word == DIVERSION && Ascii.matches(b, from, to, DIVERSION_NAME));
            case 12 ->
                keep(m, b, from, to, valueTo, word == HISTORY_INFO && Ascii.matches(b, from, to, HISTORY_INFO_NAME));
            case 14 ->
                contentLength(
                        m,
                        b,
                        valueFrom,
                        valueTo,
                        word == CONTENT_LENGTH && Ascii.matches(b, from, to, CONTENT_LENGTH_NAME));
            case 19 ->
                identity(
                        m,
                        b,
                        valueFrom,
                        valueTo,
                        word == ASSERTED_IDENTITY && Ascii.matches(b, from, to, ASSERTED_IDENTITY_NAME));
            default -> {}
        }
        return true;
    }

    private static boolean compact(SipMessage m, byte[] b, int letter, int from, int to) {
        switch (letter) {
            case 'v' -> {
                return via(m, value(b, from, to));
            }
            case 'f' -> from(m, b, from, to, true);
            case 't' -> to(m, b, from, to, true);
            case 'i' -> callId(m, b, from, to, true);
            case 'l' -> contentLength(m, b, from, to, true);
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

    private static void to(SipMessage m, byte[] b, int from, int to, boolean is) {
        if (is) {
            m.repeated |= m.to != Span.NONE;
            m.to = m.to == Span.NONE ? value(b, from, to) : m.to;
        }
    }

    private static void from(SipMessage m, byte[] b, int from, int to, boolean is) {
        if (is) {
            m.repeated |= m.from != Span.NONE;
            m.from = m.from == Span.NONE ? value(b, from, to) : m.from;
        }
    }

    private static void cseq(SipMessage m, byte[] b, int from, int to, boolean is) {
        if (is) {
            m.repeated |= m.cseq != Span.NONE;
            m.cseq = m.cseq == Span.NONE ? value(b, from, to) : m.cseq;
        }
    }

    private static void callId(SipMessage m, byte[] b, int from, int to, boolean is) {
        if (is) {
            m.repeated |= m.callId != Span.NONE;
            m.callId = m.callId == Span.NONE ? value(b, from, to) : m.callId;
        }
    }

    private static void contentLength(SipMessage m, byte[] b, int from, int to, boolean is) {
        if (is) {
            m.repeated |= m.contentLengthSpan != Span.NONE;
            m.contentLengthSpan = value(b, from, to);
        }
    }

    private static void require(SipMessage m, byte[] b, int from, int to, boolean is) {
        if (is && m.requireCount < SipMessage.KEPT_MAX) {
            m.requires[m.requireCount++] = value(b, from, to);
        }
    }

    private static void identity(SipMessage m, byte[] b, int from, int to, boolean is) {
        if (is && m.identityCount < SipMessage.IDENTITIES_MAX) {
            m.identities[m.identityCount++] = value(b, from, to);
        }
    }

    /** Diversion and History-Info are kept with their names. */
    private static void keep(SipMessage m, byte[] b, int from, int nameEnd, int to, boolean is) {
        if (is && m.keptCount < SipMessage.KEPT_MAX) {
            int colon = Ascii.indexOf(b, nameEnd, to, (byte) ':');
            m.kept[2 * m.keptCount] = Span.of(from, nameEnd);
            m.kept[2 * m.keptCount++ + 1] = value(b, colon + 1, to);
        }
    }

    /** Id, user or header: the caller's number is withheld (RFC 3323 §4.2, RFC 3325 §9.3). */
    private static void privacy(SipMessage m, byte[] b, int from, int to, boolean is) {
        int p = is ? from : to;
        while (p < to) {
            int word = p;
            p = Ascii.skipToken(b, p, to);
            m.withheld |= Ascii.matches(b, word, p, ID)
                    || Ascii.matches(b, word, p, USER)
                    || Ascii.matches(b, word, p, HEADER);
            p = p == word ? p + 1 : p;
        }
    }

    private static int letters(String letters) {
        return letters.chars().reduce(0, (bits, letter) -> bits | 1 << letter - 'a');
    }

    private static long word(String word) {
        return Ascii.eightLower(ascii(word), 0, word.length());
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
