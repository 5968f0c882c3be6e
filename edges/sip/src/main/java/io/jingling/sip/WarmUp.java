package io.jingling.sip;

import io.jingling.sip.Responder.Arrival;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Plays made-up calls to a responder until the compiler has seen enough, or the time is over. */
final class WarmUp {
    private static final int CALLS = 60_000;
    private static final int CALLS_BETWEEN_LOOKS = 500;
    private static final int OVERDUE_EVERY = 31;
    private static final String BODY = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n"
            + "m=audio 40000 RTP/AVP 8 0\r\na=rtpmap:8 PCMA/8000\r\n";

    private WarmUp() {}

    static void run(Responder responder, SipClock clock, Duration atMost) {
        Peer peer = new Peer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 5060), true, true);
        List<byte[]> calls = List.of(
                invite("\"A\" <sip:+8613000000000@192.0.2.1;user=phone>", "P-Asserted-Identity: <tel:+8613000000000>"),
                invite("<sip:02155550000@192.0.2.1>", "Supported: timer, 100rel"),
                invite("<sip:anonymous@anonymous.invalid>", "Privacy: id"),
                invite("sip:95550@192.0.2.1", "Diversion: <sip:13000000001@192.0.2.1>;reason=unconditional"));
        long start = clock.nanos().getAsLong();
        for (int i = 0; i < CALLS; i++) {
            byte[] call = calls.get(i % calls.size());
            number(call, i);
            // What is never seen is compiled as never happening, and would be undone just when there is too much to do.
            responder.answer(call, 0, call.length, peer, i % OVERDUE_EVERY == 0 ? Arrival.OVERDUE : Arrival.DATAGRAM);
            boolean look = i % CALLS_BETWEEN_LOOKS == 0;
            if (look && clock.nanos().getAsLong() - start > atMost.toNanos()) {
                return;
            }
        }
    }

    private static byte[] invite(String from, String more) {
        return ("INVITE sip:13000000009@192.0.2.1;user=phone SIP/2.0\r\n"
                        + "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK00000000;rport\r\nMax-Forwards: 70\r\n"
                        + "From: " + from + ";tag=w\r\nTo: <sip:13000000009@192.0.2.1;user=phone>\r\n"
                        + "Call-ID: 00000000@192.0.2.1\r\nCSeq: 1 INVITE\r\nContact: <sip:w@192.0.2.1>\r\n"
                        + more + "\r\nContent-Type: application/sdp\r\nContent-Length: " + BODY.length()
                        + "\r\n\r\n" + BODY)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Gives the branch another number, so that it is not a retransmission. */
    private static void number(byte[] call, int number) {
        int p = Ascii.indexOf(call, 0, call.length, (byte) 'z') + "z9hG4bK00000000".length();
        int rest = number;
        for (int i = 0; i < 8; i++) {
            call[--p] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
