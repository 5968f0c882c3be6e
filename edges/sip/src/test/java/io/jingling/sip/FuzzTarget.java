package io.jingling.sip;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Decision;
import io.jingling.domain.Rule;
import io.jingling.sip.Responder.Arrival;
import io.jingling.sip.StreamBuffer.Found;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The responder and the stream cutter, with all actions in turn; whatever goes wrong in them is thrown. */
final class FuzzTarget {
    private static final byte[] START = "SIP/2.0 ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final SipCounters counters = new SipCounters();
    private final Peer peer = new Peer(Desk.PEER, true, true);
    private final Responder responder;
    private long nanos;
    private long answered;

    FuzzTarget() {
        SipSettings.Answers answers = new SipSettings.Answers(
                "192.0.2.9:5070", "192.0.2.8:5080", 302, 603, SipSettings.CallbackCard.NONE, "jingling");
        SipClock clock = new SipClock(() -> nanos / 1_000_000, () -> nanos += 1_000_000_000L);
        responder = new Responder(new InTurn(), answers, RejectionCard.of(answers.card(), 0), counters, clock, 7);
    }

    /** How many messages got an answer. */
    long answered() {
        return answered;
    }

    SipCounters counters() {
        return counters;
    }

    /** One message, as a datagram or cut out of a stream. */
    void message(byte[] bytes, int from, int to, Arrival arrival) {
        check(responder.respond(bytes, from, to, peer, arrival));
    }

    /** Bytes as a stream, in pieces. */
    void stream(byte[] bytes, int piece) {
        StreamBuffer buffer = new StreamBuffer();
        for (int at = 0; at < bytes.length; at += piece) {
            int length = Math.min(piece, bytes.length - at);
            int to = buffer.grow(length);
            System.arraycopy(bytes, at, buffer.bytes(), to, length);
            for (Found found = buffer.next(); found != Found.NOTHING; found = buffer.next()) {
                if (found == Found.TOO_LARGE) {
                    check(responder.tooLarge(buffer.bytes(), buffer.from(), buffer.to(), peer));
                    return;
                }
                if (found != Found.PING) {
                    message(buffer.bytes(), buffer.from(), buffer.to(), Arrival.STREAM);
                }
                if (found == Found.BROKEN) {
                    return;
                }
            }
        }
    }

    private void check(int length) {
        if (length == 0) {
            return;
        }
        answered++;
        byte[] answer = responder.bytes();
        boolean sound = length > START.length + END.length
                && Arrays.equals(answer, 0, START.length, START, 0, START.length)
                && Arrays.equals(answer, length - END.length, length, END, 0, END.length)
                && responder.replyPort(peer) > 0;
        if (!sound) {
            throw new AssertionError("answer: got " + new String(answer, 0, length, StandardCharsets.ISO_8859_1));
        }
    }

    private static final class InTurn implements CallScreener {
        private static final List<Decision> DECISIONS = Arrays.stream(Action.values())
                .map(action -> FakeScreener.suspected(action, Rule.OWN_CATEGORY))
                .toList();
        private int turn;

        @Override
        public Decision screen(CallAttempt call) {
            turn = (turn + 1) % DECISIONS.size();
            return DECISIONS.get(turn);
        }

        @Override
        public Decision failOpen(CallAttempt call) {
            return FakeScreener.PASS;
        }
    }
}
