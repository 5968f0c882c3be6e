package io.jingling.sip;

import java.nio.charset.StandardCharsets;

/** Writes what every answer repeats of its request (RFC 3261 §8.2.6.2): Via, From, To, Call-ID, CSeq. */
final class AnswerHead {
    private static final byte[] VIA = ascii("Via: ");
    private static final byte[] EQUALS = ascii("=");
    private static final byte[] RECEIVED = ascii(";received=");
    private static final byte[] FROM = ascii("From: ");
    private static final byte[] TO = ascii("To: ");
    private static final byte[] TAG = ascii(";tag=");
    private static final byte[] CALL_ID = ascii("Call-ID: ");
    private static final byte[] CSEQ = ascii("CSeq: ");
    private static final byte[] CRLF = ascii("\r\n");

    private final byte[] server;
    private final KeyedHash hash;

    AnswerHead(String serverName, KeyedHash hash) {
        this.server = ascii("Server: " + serverName + "\r\n");
        this.hash = hash;
    }

    void put(AnswerBytes out, byte[] statusLine, SipMessage m, Peer peer) {
        out.put(statusLine);
        topVia(out, m, peer);
        for (int i = 1; i < m.viaCount; i++) {
            header(out, VIA, m, m.vias[i]);
        }
        header(out, FROM, m, m.from);
        to(out, m);
        header(out, CALL_ID, m, m.callId);
        header(out, CSEQ, m, m.cseq);
        out.put(server);
    }

    private static void header(AnswerBytes out, byte[] name, SipMessage m, long value) {
        if (value != Span.NONE) {
            value(out.put(name), m, Span.start(value), Span.end(value));
            out.put(CRLF);
        }
    }

    private static void value(AnswerBytes out, SipMessage m, int from, int to) {
        if (m.folded) {
            out.unfolded(m.bytes, from, to);
        } else {
            out.put(m.bytes, from, to);
        }
    }

    /** The same tag for the same request, without remembering any (§8.2.7). */
    private void to(AnswerBytes out, SipMessage m) {
        if (m.to == Span.NONE) {
            return;
        }
        value(out.put(TO), m, Span.start(m.to), Span.end(m.to));
        if (m.toIsSound && !m.hasToTag()) {
            long tag = hash.join(hash.join(m.callHash, m.branchHash), hash.of(m.bytes, m.fromAddress.tag));
            out.put(TAG).hex(tag);
        }
        out.put(CRLF);
    }

    /** With {@code received} where the sender is not who it says (§18.2.1), or asks by rport (RFC 3581 §4). */
    private static void topVia(AnswerBytes out, SipMessage m, Peer peer) {
        int from = Span.start(m.vias[0]);
        int to = Span.end(m.vias[0]);
        out.put(VIA);
        if (!m.viaIsSound) {
            value(out, m, from, to);
            out.put(CRLF);
            return;
        }
        ViaValue via = m.topVia;
        boolean receivedFirst = via.received != Span.NONE && (via.rport == Span.NONE || via.received < via.rport);
        int p = receivedFirst ? withoutReceived(out, m, from) : from;
        p = via.rport == Span.NONE ? p : withRport(out, m, p, peer);
        p = via.received == Span.NONE || receivedFirst ? p : withoutReceived(out, m, p);
        int end = Ascii.trimEnd(m.bytes, p, via.end());
        value(out, m, p, end);
        if (via.rport != Span.NONE || !isAt(m, via.host, peer)) {
            out.put(RECEIVED).put(peer.host());
        }
        value(out, m, via.end(), to);
        out.put(CRLF);
    }

    private static int withoutReceived(AnswerBytes out, SipMessage m, int from) {
        value(out, m, from, Span.start(m.topVia.received));
        return Span.end(m.topVia.received);
    }

    private static int withRport(AnswerBytes out, SipMessage m, int from, Peer peer) {
        value(out, m, from, Span.start(m.topVia.rport));
        out.put(EQUALS).put(peer.port());
        return Span.end(m.topVia.rport);
    }

    private static boolean isAt(SipMessage m, long host, Peer peer) {
        int brackets = m.bytes[Span.start(host)] == '[' ? 1 : 0;
        return Ascii.matches(m.bytes, Span.start(host) + brackets, Span.end(host) - brackets, peer.host());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
