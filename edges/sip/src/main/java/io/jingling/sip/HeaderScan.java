package io.jingling.sip;

import java.nio.charset.StandardCharsets;

/** Walks over a message's headers and notes where those lie that an answer needs (RFC 3261 §7.3, §20). */
final class HeaderScan {
    private static final byte[] ID = ascii("id");
    private static final byte[] USER = ascii("user");
    private static final byte[] HEADER = ascii("header");

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
            // A line that is no header is passed over (§8.2.2).
            HeaderName name = HeaderName.of(b, p, end);
            if (name != HeaderName.OTHER && !note(m, b, name, p, end)) {
                return Defect.TOO_MANY_VIAS;
            }
            p = end + 1;
        }
        return Defect.UNENDED;
    }

    /** False where it is one Via too many. */
    private static boolean note(SipMessage m, byte[] b, HeaderName name, int from, int to) {
        int colon = from;
        while (b[colon] != ':') {
            colon++;
        }
        int start = Ascii.skipSpace(b, colon + 1, to);
        long value = Span.of(start, Ascii.trimEnd(b, start, to));
        switch (name) {
            case VIA -> {
                return via(m, value);
            }
            case FROM -> m.from = single(m, m.from, value);
            case TO -> m.to = single(m, m.to, value);
            case CALL_ID -> m.callId = single(m, m.callId, value);
            case CSEQ -> m.cseq = single(m, m.cseq, value);
            case CONTENT_LENGTH -> m.contentLength = single(m, m.contentLength, value);
            case ASSERTED_IDENTITY -> identity(m, value);
            case PRIVACY -> privacy(m, b, value);
            case REQUIRE -> require(m, value);
            case DIVERSION, HISTORY_INFO -> keep(m, Span.of(from, Ascii.trimEnd(b, from, colon)), value);
            case USER_AGENT -> m.userAgent = m.userAgent == Span.NONE ? value : m.userAgent;
            case OTHER -> {}
        }
        return true;
    }

    private static boolean via(SipMessage m, long value) {
        if (m.viaCount == SipMessage.VIAS_MAX) {
            return false;
        }
        m.vias[m.viaCount++] = value;
        return true;
    }

    /** The first holds; that there are more is noted (§7.3.1). */
    private static long single(SipMessage m, long before, long value) {
        m.repeated |= before != Span.NONE;
        return before == Span.NONE ? value : before;
    }

    private static void require(SipMessage m, long value) {
        if (m.requireCount < SipMessage.KEPT_MAX) {
            m.requires[m.requireCount++] = value;
        }
    }

    private static void identity(SipMessage m, long value) {
        if (m.identityCount < SipMessage.IDENTITIES_MAX) {
            m.identities[m.identityCount++] = value;
        }
    }

    private static void keep(SipMessage m, long name, long value) {
        if (m.keptCount < SipMessage.KEPT_MAX) {
            m.kept[2 * m.keptCount] = name;
            m.kept[2 * m.keptCount++ + 1] = value;
        }
    }

    /** Id, user or header: the caller's number is withheld (RFC 3323 §4.2, RFC 3325 §9.3). */
    private static void privacy(SipMessage m, byte[] b, long value) {
        int to = Span.end(value);
        int p = Span.start(value);
        while (p < to) {
            int word = p;
            p = Ascii.skipToken(b, p, to);
            m.withheld |= Ascii.matches(b, word, p, ID)
                    || Ascii.matches(b, word, p, USER)
                    || Ascii.matches(b, word, p, HEADER);
            p = p == word ? p + 1 : p;
        }
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
