package io.jingling.sip;

import java.nio.charset.StandardCharsets;

/**
 * Reads a SIP request where it lies (RFC 3261 §7 and §25), looking only at what an answer needs.
 *
 * <p>It throws nothing and makes no object. What it does not need it does not judge (§8.2.2): a
 * malformed Date or Contact does not keep a call from being screened. A bare LF ends a line as CRLF
 * does. Every byte is looked at a bounded number of times.
 */
final class SipParser {
    private static final long INVITE_ = eight("INVITE s");
    private static final long SIP_2_0 = eight(" SIP/2.0");
    private static final long CSEQ_MAX = (1L << 31) - 1;
    private static final byte[] INVITE = ascii("INVITE");
    private static final byte[] SIP = ascii("sip/");
    private static final byte[] TWO = ascii("2.0");

    private SipParser() {}

    /**
     * Reads one message.
     *
     * @param whole true where the bytes are all there is, as in a datagram; false where they were cut
     *     out of a stream by their Content-Length
     */
    static Defect read(SipMessage m, byte[] b, int from, int to, boolean whole) {
        m.clear(b);
        int start = from;
        while (start < to && (b[start] == Ascii.CR || b[start] == Ascii.LF)) {
            start++;
        }
        if (start == to) {
            return Defect.KEEP_ALIVE;
        }
        int lineEnd = Ascii.indexOf(b, start, to, Ascii.LF);
        if (lineEnd < 0) {
            return Defect.NOT_SIP;
        }
        Defect line = requestLine(m, b, start, lineEnd > start && b[lineEnd - 1] == Ascii.CR ? lineEnd - 1 : lineEnd);
        if (line == Defect.NOT_SIP || line == Defect.RESPONSE) {
            return line;
        }
        Defect headers = HeaderScan.read(m, b, lineEnd + 1, to);
        if (m.viaCount == 0) {
            return Defect.NO_VIA;
        }
        // All are read even where the first line is bad, because the answer repeats them.
        Defect values = values(m, b);
        Defect length = length(m, b, to, whole);
        return headers == Defect.TOO_MANY_VIAS ? headers : first(line, headers, values, length);
    }

    private static Defect first(Defect line, Defect headers, Defect values, Defect length) {
        if (line != Defect.NONE) {
            return line;
        }
        if (headers != Defect.NONE) {
            return headers;
        }
        return values != Defect.NONE ? values : length;
    }

    private static Defect requestLine(SipMessage m, byte[] b, int from, int to) {
        if (isPlainInvite(b, from, to)) {
            m.method = Method.INVITE;
            m.methodSpan = Span.of(from, from + INVITE.length);
            m.uriSpan = Span.of(from + 7, to - 8);
            return m.uri.read(b, from + 7, to - 8) && !m.uri.hasHeaders ? Defect.NONE : Defect.REQUEST_URI;
        }
        if (Ascii.matches(b, from, Math.min(to, from + SIP.length), SIP)) {
            return Defect.RESPONSE;
        }
        int methodEnd = Ascii.skipToken(b, from, to);
        int end = Ascii.trimEnd(b, from, to);
        int version = end;
        while (version > methodEnd && b[version - 1] != ' ') {
            version--;
        }
        if (methodEnd == from || version <= methodEnd || b[methodEnd] != ' ' || !isVersion(b, version, end)) {
            return Defect.NOT_SIP;
        }
        m.method = Method.of(b, from, methodEnd);
        m.methodSpan = Span.of(from, methodEnd);
        if (!Ascii.matches(b, version + 4, end, TWO)) {
            return Defect.VERSION;
        }
        if (version - 1 <= methodEnd + 1 || end != to) {
            return Defect.REQUEST_LINE;
        }
        m.uriSpan = Span.of(methodEnd + 1, version - 1);
        return m.uri.read(b, methodEnd + 1, version - 1) && !m.uri.hasHeaders ? Defect.NONE : Defect.REQUEST_URI;
    }

    private static boolean isPlainInvite(byte[] b, int from, int to) {
        return to - from > 16
                && (Ascii.eight(b, from) & 0xFFFFFFFFFFFFFFL) == (INVITE_ & 0xFFFFFFFFFFFFFFL)
                && Ascii.eight(b, to - 8) == SIP_2_0;
    }

    /** {@code SIP/} and two numbers with a point between. */
    private static boolean isVersion(byte[] b, int from, int to) {
        int point = from + SIP.length;
        while (point < to && Ascii.isDigit(b[point])) {
            point++;
        }
        return to - from > SIP.length
                && Ascii.matches(b, from, from + SIP.length, SIP)
                && point > from + SIP.length
                && point < to
                && b[point] == '.'
                && Ascii.decimal(b, point + 1, to, Integer.MAX_VALUE) >= 0;
    }

    private static Defect values(SipMessage m, byte[] b) {
        m.viaIsSound = m.topVia.read(b, Span.start(m.vias[0]), Span.end(m.vias[0]));
        m.toIsSound = single(m.toAddress, b, m.to);
        if (!m.viaIsSound) {
            return Defect.VIA;
        }
        if (m.repeated) {
            return Defect.REPEATED;
        }
        if (!single(m.fromAddress, b, m.from)) {
            return Defect.FROM;
        }
        if (!m.toIsSound) {
            return Defect.TO;
        }
        return isCallId(b, m.callId) ? cseq(m, b) : Defect.CALL_ID;
    }

    private static boolean single(NameAddress address, byte[] b, long span) {
        return span != Span.NONE && address.read(b, Span.start(span), Span.end(span)) && address.end == Span.end(span);
    }

    /** It is opaque here (RFC 3261 §20.8), so only what could end it is refused. */
    private static boolean isCallId(byte[] b, long span) {
        if (Span.length(span) == 0) {
            return false;
        }
        for (int p = Span.start(span); p < Span.end(span); p++) {
            if ((b[p] & 0xFF) <= ' ') {
                return false;
            }
        }
        return true;
    }

    private static Defect cseq(SipMessage m, byte[] b) {
        if (m.cseq == Span.NONE) {
            return Defect.CSEQ;
        }
        int from = Span.start(m.cseq);
        int to = Span.end(m.cseq);
        int digitsEnd = from;
        while (digitsEnd < to && Ascii.isDigit(b[digitsEnd])) {
            digitsEnd++;
        }
        m.cseqNumber = Ascii.decimal(b, from, digitsEnd, CSEQ_MAX);
        int method = Ascii.skipSpace(b, digitsEnd, to);
        if (m.cseqNumber < 0 || method == digitsEnd || Ascii.skipToken(b, method, to) != to || method == to) {
            return Defect.CSEQ;
        }
        return same(b, method, to, m.methodSpan) ? Defect.NONE : Defect.CSEQ_METHOD;
    }

    private static boolean same(byte[] b, int from, int to, long span) {
        if (to - from != Span.length(span)) {
            return false;
        }
        for (int i = 0; i < to - from; i++) {
            if (b[from + i] != b[Span.start(span) + i]) {
                return false;
            }
        }
        return true;
    }

    /** In a datagram the body may be shorter than what came, never longer; a stream needs to be told (RFC 3261 §18.3). */
    private static Defect length(SipMessage m, byte[] b, int to, boolean whole) {
        if (m.contentLength == Span.NONE) {
            return whole ? Defect.NONE : Defect.CONTENT_LENGTH;
        }
        long length = Ascii.decimal(b, Span.start(m.contentLength), Span.end(m.contentLength), Integer.MAX_VALUE);
        boolean fits = m.bodyStart < 0 || length <= to - m.bodyStart;
        return length >= 0 && (fits || !whole) ? Defect.NONE : Defect.CONTENT_LENGTH;
    }

    private static long eight(String word) {
        return Ascii.eight(ascii(word), 0);
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
