package io.jingling.sip;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.javax.sip.address.GenericURI;
import gov.nist.javax.sip.address.SipUri;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Rule;
import io.jingling.sip.Responder.Arrival;
import io.jingling.sip.WrittenCalls.Written;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sip.header.ContactHeader;
import javax.sip.header.ReasonHeader;
import org.junit.jupiter.api.Test;

/** The same messages read by us and by JAIN-SIP; our answers read by JAIN-SIP. */
class OracleTest {
    private static final int CALLS = 4_000;
    private static final long SEED = 20_261_123;
    private static final Action[] ACTIONS = Action.values();

    private final Desk desk = new Desk(
            SipSettings.loopback("192.0.2.9:5070").with(new SipSettings.Trust(List.of("127.0.0.1"), List.of())));

    @Test
    void everyValidCallIsReadAsTheOracleReadsIt() {
        WrittenCalls calls = new WrittenCalls(SEED);
        for (int i = 0; i < CALLS; i++) {
            Written call = calls.next();
            SIPRequest oracle = Jain.request(call.text());
            SipMessage m = new SipMessage();
            byte[] bytes = call.text().getBytes(StandardCharsets.UTF_8);
            String which = "call " + i + " of seed " + SEED + "\n" + call.text();
            assertThat(SipParser.read(m, bytes, 0, bytes.length, true))
                    .as(which)
                    .isEqualTo(Defect.NONE);
            assertThat(text(bytes, m.callId))
                    .as(which)
                    .isEqualTo(oracle.getCallId().getCallId());
            assertThat(m.cseqNumber).as(which).isEqualTo(oracle.getCSeq().getSeqNumber());
            assertThat(text(bytes, m.fromAddress.tag)).as(which).isEqualTo(oracle.getFromTag());
            assertThat(m.toAddress.tag).as(which).isEqualTo(Span.NONE);
            assertThat(uri(bytes, m.fromAddress.uri))
                    .as(which)
                    .isEqualTo(uri(oracle.getFrom().getAddress().getURI()));
            assertThat(uri(bytes, m.toAddress.uri))
                    .as(which)
                    .isEqualTo(uri(oracle.getTo().getAddress().getURI()));
            assertThat(uri(bytes, m.uriSpan)).as(which).isEqualTo(uri(oracle.getRequestURI()));
            viaIsAlike(which, m, bytes, oracle.getTopmostVia());
        }
    }

    @Test
    void everyCallGetsAnAnswerThatTheOracleReads() {
        WrittenCalls calls = new WrittenCalls(SEED + 1);
        for (int i = 0; i < CALLS; i++) {
            Written call = calls.next();
            Action action = ACTIONS[i % ACTIONS.length];
            desk.screener.answering(FakeScreener.suspected(action, Rule.OWN_CATEGORY));
            String which = "call " + i + " of seed " + (SEED + 1) + "\n" + call.text();
            String answer = desk.answer(call.text().getBytes(StandardCharsets.UTF_8), Arrival.DATAGRAM);
            assertThat(answer).as(which).isNotEmpty();
            CallAttempt asked = desk.screener.asked().getLast();
            assertThat(asked.caller()).as(which).isEqualTo(call.caller());
            assertThat(asked.callee()).as(which).isEqualTo(call.callee());
            SIPRequest request = Jain.request(call.text());
            SIPResponse response = Jain.response(answer);
            isAnswerTo(which + "\n" + answer, request, response);
            saysWhatWasDecided(which + "\n" + answer, action, request, response);
        }
        assertThat(desk.screener.asked()).hasSize(CALLS);
    }

    private static void isAnswerTo(String which, SIPRequest request, SIPResponse response) {
        assertThat(response.getCallId()).as(which).isEqualTo(request.getCallId());
        assertThat(response.getCSeq()).as(which).isEqualTo(request.getCSeq());
        assertThat(response.getFrom()).as(which).isEqualTo(request.getFrom());
        assertThat(response.getTo().getAddress())
                .as(which)
                .isEqualTo(request.getTo().getAddress());
        assertThat(response.getToTag()).as(which).matches("[0-9a-f]{16}");
        assertThat(response.getViaHeaders()).as(which).hasSameSizeAs(request.getViaHeaders());
        for (int i = 1; i < request.getViaHeaders().size(); i++) {
            assertThat(response.getViaHeaders().get(i).encode())
                    .as(which)
                    .isEqualToIgnoringWhitespace(request.getViaHeaders().get(i).encode());
        }
        Via asked = request.getTopmostVia();
        Via told = response.getTopmostVia();
        assertThat(told.getHost()).as(which).isEqualTo(asked.getHost());
        assertThat(told.getBranch()).as(which).isEqualTo(asked.getBranch());
        assertThat(told.getReceived()).as(which).isEqualTo("127.0.0.1");
        assertThat(told.getRPort()).as(which).isEqualTo(asked.hasParameter("rport") ? 5099 : -1);
    }

    private static void saysWhatWasDecided(String which, Action action, SIPRequest request, SIPResponse response) {
        assertThat(response.getStatusCode()).as(which).isEqualTo(action == Action.REJECT ? 603 : 302);
        if (action == Action.REJECT) {
            ReasonHeader reason = (ReasonHeader) response.getHeader("Reason");
            assertThat(reason.getCause()).as(which).isEqualTo(603);
            assertThat(reason.getText()).as(which).contains("own-category/1", "312 numbers");
            return;
        }
        ContactHeader contact = (ContactHeader) response.getHeader("Contact");
        SipUri target = (SipUri) contact.getAddress().getURI();
        assertThat(target.getHost() + ":" + target.getPort()).as(which).isEqualTo("192.0.2.9:5070");
        if (request.getRequestURI() instanceof SipUri asked) {
            assertThat(target.getUser()).as(which).isEqualTo(asked.getUser());
            assertThat(target.isSecure()).as(which).isEqualTo(asked.isSecure());
        }
        boolean labelled = action == Action.LABEL || action == Action.CHALLENGE;
        assertThat(response.getHeader("P-Asserted-Identity") != null).as(which).isEqualTo(labelled);
        assertThat(response.getHeader("Call-Info") != null).as(which).isEqualTo(labelled);
        assertThat(response.getHeader("Alert-Info") != null).as(which).isEqualTo(action == Action.SILENT);
    }

    private static void viaIsAlike(String which, SipMessage m, byte[] bytes, Via oracle) {
        assertThat(text(bytes, m.topVia.host)).as(which).isEqualToIgnoringCase(oracle.getHost());
        assertThat(m.topVia.port).as(which).isEqualTo(oracle.getPort() < 0 ? 5060 : oracle.getPort());
        assertThat(text(bytes, m.topVia.branch)).as(which).isEqualTo(oracle.getBranch());
        assertThat(m.topVia.rport != Span.NONE).as(which).isEqualTo(oracle.hasParameter("rport"));
    }

    /** User and host, or the number: where both parsers may write the rest differently. */
    private static String uri(javax.sip.address.URI uri) {
        if (uri instanceof SipUri sip) {
            return (sip.getUser() == null ? "" : sip.getUser()) + "@"
                    + sip.getHost().toLowerCase(java.util.Locale.ROOT);
        }
        return ((GenericURI) uri).encode().toLowerCase(java.util.Locale.ROOT);
    }

    private static String uri(byte[] bytes, long span) {
        io.jingling.sip.SipUri uri = new io.jingling.sip.SipUri();
        assertThat(uri.read(bytes, Span.start(span), Span.end(span))).isTrue();
        return uri.scheme == io.jingling.sip.SipUri.Scheme.TEL
                ? text(bytes, span).toLowerCase(java.util.Locale.ROOT)
                : (uri.user == Span.NONE ? "" : text(bytes, uri.user)) + "@"
                        + text(bytes, uri.host).toLowerCase(java.util.Locale.ROOT);
    }

    private static String text(byte[] bytes, long span) {
        return new String(bytes, Span.start(span), Span.length(span), StandardCharsets.UTF_8);
    }
}
