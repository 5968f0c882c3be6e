package io.jingling.sip;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.Decision;
import io.jingling.domain.Rule;
import io.jingling.domain.Verdict;
import io.jingling.sip.SipCounters.Drop;
import java.nio.charset.StandardCharsets;

/**
 * Answers one message after the other: the stateless UAS itself (RFC 3261 §8.2), without a socket.
 *
 * <p>The order is the RFC's: form, method (§8.2.1), request URI and Require (§8.2.2), then the call.
 * Not for several threads; every worker has its own.
 */
final class Responder {
    private static final byte[] UNSUPPORTED = ascii("Unsupported: ");
    private static final byte[] CRLF = ascii("\r\n");
    private static final byte[] ALLOW = ascii("Allow: INVITE, ACK, CANCEL, OPTIONS\r\n");
    private static final byte[] ACCEPT = ascii("Accept: application/sdp\r\nAccept-Language: zh, en\r\n");
    private static final byte[] END = ascii("Content-Length: 0\r\n\r\n");
    private static final int RECENT_CALLS = 1 << 16;

    private final CallScreener screener;
    private final SipCounters counters;
    private final SipClock clock;
    private final KeyedHash callHash;
    private final AnswerHead heads;
    private final RecentCalls recent = new RecentCalls(RECENT_CALLS);
    private final CallAnswers answers;
    private final SipMessage m = new SipMessage();
    private final Parties parties = new Parties();
    private final AnswerBytes out = new AnswerBytes();

    /** @param secret makes To tags and tells retransmissions; the same for all workers of a process */
    Responder(
            CallScreener screener,
            SipSettings.Answers settings,
            RejectionCard card,
            SipCounters counters,
            SipClock clock,
            long secret) {
        this.screener = screener;
        this.counters = counters;
        this.clock = clock;
        this.callHash = new KeyedHash(secret);
        this.heads = new AnswerHead(settings.serverName(), new KeyedHash(~secret * 31));
        this.answers = new CallAnswers(settings, card, clock.millis());
    }

    /** How a message came. */
    enum Arrival {
        /** A datagram, in time. */
        DATAGRAM,
        /** A datagram that waited too long, or found the queue full: a call passes undecided. */
        OVERDUE,
        /** Cut out of a stream. */
        STREAM
    }

    /** Where an answer lies after {@link #answer}, from 0. */
    byte[] bytes() {
        return out.bytes();
    }

    /** The port that the topmost Via wants the answer at (RFC 3261 §18.2.2, RFC 3581 §4). */
    int replyPort(Peer peer) {
        return !m.viaIsSound || m.topVia.rport != Span.NONE ? peer.port() : m.topVia.port;
    }

    /** Answers a message: how long the answer is, 0 where there is none. Nothing leaves but an answer. */
    int answer(byte[] b, int from, int to, Peer peer, Arrival arrival) {
        try {
            return respond(b, from, to, peer, arrival);
        } catch (RuntimeException | Error e) {
            counters.countDrop(Drop.INTERNAL);
            return 0;
        }
    }

    /** The same without the net under it, so that tests see a fall. */
    int respond(byte[] b, int from, int to, Peer peer, Arrival arrival) {
        counters.countReceived();
        out.clear();
        Defect defect = SipParser.read(m, b, from, to, arrival != Arrival.STREAM);
        if (m.method.treatment() == Method.Treatment.IGNORED) {
            counters.countMethod(m.method);
            return dropped(m.method == Method.ACK ? Drop.ACK : Drop.CANCEL);
        }
        if (defect != Defect.NONE) {
            return defective(defect, peer);
        }
        m.hash(callHash);
        counters.countMethod(m.method);
        switch (m.method.treatment()) {
            case SCREENED -> call(peer, arrival);
            case ANSWERED -> options(peer);
            case NEEDS_DIALOG -> plain(Status.NO_DIALOG, peer);
            case NOT_ALLOWED -> listed(Status.METHOD_NOT_ALLOWED, ALLOW, peer);
            case NOT_IMPLEMENTED -> listed(Status.NOT_IMPLEMENTED, ALLOW, peer);
            case IGNORED -> throw new IllegalStateException("method: got " + m.method + ", want it ignored before");
        }
        return out.length() == 0 ? dropped(Drop.ANSWER_TOO_LARGE) : out.length();
    }

    /** Says that a message is larger than a stream may carry (RFC 3261 §21.5.14); only its head is there. */
    int tooLarge(byte[] b, int from, int to, Peer peer) {
        counters.countReceived();
        out.clear();
        Defect defect = SipParser.read(m, b, from, to, false);
        boolean known = m.viaCount > 0 && m.method.treatment() != Method.Treatment.IGNORED;
        return defective(known ? Defect.TOO_LONG : defect, peer);
    }

    private int defective(Defect defect, Peer peer) {
        counters.countDefect(defect);
        if (!defect.isAnswerable()) {
            return dropped(SipCounters.dropOf(defect));
        }
        counters.countAnswer(Status.of(defect));
        m.hash(callHash);
        heads.put(out, defect.statusLine(), m, peer);
        out.put(END);
        return out.length() == 0 ? dropped(Drop.ANSWER_TOO_LARGE) : out.length();
    }

    private void call(Peer peer, Arrival arrival) {
        if (isRefusedByHeaders(peer)) {
            return;
        }
        if (m.hasToTag()) {
            plain(Status.NO_DIALOG, peer);
            return;
        }
        parties.read(m, peer);
        Decision decision = decided(peer, arrival);
        Status status = answers.status(decision);
        counters.countAnswer(status);
        heads.put(out, status.line(), m, peer);
        answers.put(out, decision, m, parties);
        out.put(END);
    }

    private Decision decided(Peer peer, Arrival arrival) {
        long callId = m.callHash;
        // The parties too: else a caller could call others unscreened by repeating the ids of a call that passed.
        long parted = callHash.join(parties.caller.key(), parties.callee.key());
        long key = callHash.join(callHash.join(callId + m.cseqNumber, m.branchHash), parted);
        long now = clock.nanos().getAsLong();
        if (recent.find(key, now)) {
            counters.countRetransmission();
            return new Decision(recent.verdict(), recent.listVersion());
        }
        CallAttempt attempt = new CallAttempt(
                parties.caller,
                parties.callee,
                clock.millis().getAsLong(),
                peer.isEntitled(),
                callId == 0 ? 1 : callId,
                peer.trunk(),
                userAgent());
        Decision decision = arrival == Arrival.OVERDUE ? passedForOverload(attempt) : screened(attempt);
        recent.put(key, decision.verdict(), decision.listVersion(), now);
        return decision;
    }

    /** As in the records of its calls; unknown where it is written over several lines. */
    private long userAgent() {
        return m.userAgent == Span.NONE || m.folded
                ? 0
                : CallAttempt.nameOf(m.bytes, Span.start(m.userAgent), Span.end(m.userAgent));
    }

    private Decision passedForOverload(CallAttempt attempt) {
        counters.countOverloadPass();
        return failedOpen(attempt);
    }

    /** Whatever the screener throws, a call is not kept from ringing by it. */
    private Decision screened(CallAttempt attempt) {
        counters.countScreened();
        try {
            Decision decision = screener.screen(attempt);
            if (decision != null) {
                return decision;
            }
        } catch (Exception | Error e) {
            // Counted below; the edge has no log of its own.
        }
        counters.countScreenerFailure();
        return failedOpen(attempt);
    }

    private Decision failedOpen(CallAttempt attempt) {
        try {
            Decision decision = screener.failOpen(attempt);
            if (decision != null && decision.action().rings()) {
                return decision;
            }
        } catch (Exception | Error e) {
            // The call passes all the same.
        }
        long verdict = Verdict.of(
                io.jingling.domain.Action.PASS, Rule.FAIL_OPEN, attempt.caller().kind());
        return new Decision(verdict, 0);
    }

    private void options(Peer peer) {
        if (!isRefusedByHeaders(peer)) {
            counters.countAnswer(Status.OK);
            heads.put(out, Status.OK.line(), m, peer);
            out.put(ALLOW).put(ACCEPT).put(END);
        }
    }

    /** 416 for a URI of another kind (§8.2.2.1), 420 for an extension that must be known and is not (§8.2.2.3). */
    private boolean isRefusedByHeaders(Peer peer) {
        boolean unsupported = m.uri.scheme == SipUri.Scheme.OTHER;
        if (!unsupported && (m.requireCount == 0 || Extensions.areAllKnown(m)) || isEmergencyCall()) {
            return false;
        }
        if (unsupported) {
            plain(Status.UNSUPPORTED_URI_SCHEME, peer);
            return true;
        }
        counters.countAnswer(Status.BAD_EXTENSION);
        heads.put(out, Status.BAD_EXTENSION.line(), m, peer);
        out.put(UNSUPPORTED);
        Extensions.putUnknown(out, m);
        out.put(CRLF).put(END);
        return true;
    }

    /** Such a call goes on whatever URI names the service (RFC 5031) and whatever it requires. */
    private boolean isEmergencyCall() {
        return m.method == Method.INVITE && m.uri.called(m.bytes).isEmergency();
    }

    private void plain(Status status, Peer peer) {
        counters.countAnswer(status);
        heads.put(out, status.line(), m, peer);
        out.put(END);
    }

    private void listed(Status status, byte[] header, Peer peer) {
        counters.countAnswer(status);
        heads.put(out, status.line(), m, peer);
        out.put(header).put(END);
    }

    private int dropped(Drop drop) {
        counters.countDrop(drop);
        return 0;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
