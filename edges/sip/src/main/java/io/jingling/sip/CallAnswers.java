package io.jingling.sip;

import io.jingling.domain.Action;
import io.jingling.domain.Decision;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/** Puts a decision into the headers of an answer to an INVITE: what goes after CSeq. */
final class CallAnswers {
    private static final byte[] CONTACT_SIP = ascii("Contact: <sip:");
    private static final byte[] CONTACT_SIPS = ascii("Contact: <sips:");
    private static final byte[] PHONE = ascii(";user=phone>\r\n");
    private static final byte[] CLOSE = ascii(">\r\n");
    private static final byte[] IDENTITY = ascii("P-Asserted-Identity: \"");
    private static final byte[] OPEN_URI = ascii("\" <");
    private static final byte[] ANONYMOUS = ascii("sip:anonymous@anonymous.invalid");
    private static final byte[] CALL_INFO = ascii("Call-Info: <data:,");
    private static final byte[] CALL_REASON = ascii(">;purpose=info;call-reason=\"");
    private static final byte[] CLOSE_QUOTED = ascii("\"\r\n");
    private static final byte[] SILENT = ascii("Alert-Info: <urn:alert:service:silent>, <urn:alert:priority:low>\r\n");
    private static final byte[] COLON = ascii(": ");
    private static final byte[] CRLF = ascii("\r\n");

    private final Phrases phrases = new Phrases();
    private final boolean redirectsClean;
    private final boolean challenges;
    private final Status refusal;
    private final byte[] nextHop;
    private final byte[] challengeHop;
    private final byte[] reason;
    private final RejectionCard card;
    private final LongSupplier millis;

    CallAnswers(SipSettings.Answers settings, RejectionCard card, LongSupplier millis) {
        this.redirectsClean = settings.clean() == 302;
        this.challenges = !settings.challengeHop().isEmpty();
        this.refusal = settings.reject() == 603 ? Status.DECLINE : Status.REJECTED;
        this.nextHop = ascii(settings.nextHop());
        this.challengeHop = ascii(settings.challengeHop());
        this.reason = ascii("Reason: SIP;cause=" + settings.reject() + ";text=\"");
        this.card = card;
        this.millis = millis;
    }

    Status status(Decision decision) {
        return switch (decision.action()) {
            case REJECT -> refusal;
            case PASS -> redirectsClean ? Status.MOVED_TEMPORARILY : Status.NOT_FOUND;
            case LABEL, SILENT, CHALLENGE -> Status.MOVED_TEMPORARILY;
        };
    }

    void put(AnswerBytes out, Decision decision, SipMessage m, Parties parties) {
        Action action = decision.action();
        switch (action) {
            case REJECT -> {
                out.put(reason);
                phrases.refusal(out, decision);
                out.put(CLOSE_QUOTED);
                if (refusal == Status.REJECTED) {
                    out.put(card.header(millis.getAsLong()));
                }
            }
            case PASS -> {
                if (redirectsClean) {
                    redirect(out, m, parties, nextHop);
                }
            }
            case LABEL -> labelled(out, decision, m, parties);
            case SILENT -> {
                redirect(out, m, parties, nextHop);
                out.put(SILENT);
            }
            case CHALLENGE -> {
                if (challenges) {
                    redirect(out, m, parties, challengeHop);
                } else {
                    labelled(out, decision, m, parties);
                }
            }
        }
    }

    private void labelled(AnswerBytes out, Decision decision, SipMessage m, Parties parties) {
        redirect(out, m, parties, nextHop);
        out.put(IDENTITY);
        phrases.display(out, decision);
        out.put(OPEN_URI);
        if (parties.callerUri == Span.NONE) {
            out.put(ANONYMOUS);
        } else {
            out.put(m.bytes, parties.callerUri);
        }
        out.put(CLOSE).put(CALL_INFO);
        phrases.code(out, decision);
        out.put(CALL_REASON);
        phrases.label(out, decision);
        out.put(CLOSE_QUOTED);
    }

    /** The callee as received, at the hop; where the call was diverted before goes with it. */
    private void redirect(AnswerBytes out, SipMessage m, Parties parties, byte[] hop) {
        out.put(m.uri.scheme == SipUri.Scheme.SIPS ? CONTACT_SIPS : CONTACT_SIP);
        if (m.uri.user != Span.NONE) {
            out.put(m.bytes, m.uri.user).put(AT);
        } else if (m.uri.service != EmergencyService.NONE) {
            out.put(m.uri.service.dialled()).put(AT);
        }
        out.put(hop).put(parties.callee.isKnown() ? PHONE : CLOSE);
        for (int i = 0; i < m.keptCount; i++) {
            long value = m.kept[2 * i + 1];
            out.put(m.bytes, m.kept[2 * i])
                    .put(COLON)
                    .unfolded(m.bytes, Span.start(value), Span.end(value))
                    .put(CRLF);
        }
    }

    private static final byte[] AT = ascii("@");

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
