package io.jingling.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Action;
import io.jingling.domain.Decision;
import io.jingling.domain.NumberKind;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Rule;
import io.jingling.domain.Verdict;
import io.jingling.sip.Responder.Arrival;
import org.junit.jupiter.api.Test;

class ResponderTest {
    private final Desk desk = Desk.standard();

    @Test
    void aCleanCallIsRedirectedToTheNextHop() {
        assertThat(desk.answer(Messages.invite()))
                .startsWith("SIP/2.0 302 Moved Temporarily\r\n")
                .contains("Contact: <sip:13900000001@192.0.2.9:5070;user=phone>\r\n")
                .endsWith("Content-Length: 0\r\n\r\n");
    }

    @Test
    void aCleanCallIsAnswered404WhereThatIsTheConvention() {
        SipSettings.Answers answers =
                new SipSettings.Answers("192.0.2.9:5070", "", 404, 603, SipSettings.CallbackCard.NONE, "jingling");
        assertThat(new Desk(SipSettings.loopback("192.0.2.9:5070").with(answers)).answer(Messages.invite()))
                .startsWith("SIP/2.0 404 Not Found\r\n")
                .doesNotContain("Contact");
    }

    @Test
    void aRefusalSaysTheRuleAndWhatWasCounted() {
        desk.screener.answering(FakeScreener.suspected(Action.REJECT, Rule.OWN_CATEGORY));
        assertThat(desk.answer(Messages.invite()))
                .startsWith("SIP/2.0 603 Decline\r\n")
                .contains("Reason: SIP;cause=603;text=\"rule own-category/1, suspected loans and wealth management,"
                        + " score 85; high-frequency dialling: 312 numbers called in 1 hour\"\r\n");
    }

    @Test
    void aLabelledCallCarriesTheCategoryAsDisplayName() {
        desk.screener.answering(FakeScreener.suspected(Action.LABEL, Rule.MODEL));
        assertThat(desk.answer(Messages.invite()))
                .startsWith("SIP/2.0 302 Moved Temporarily\r\n")
                .contains("P-Asserted-Identity: \"疑似贷款理财\" <sip:13800138000@ims.example.com>\r\n")
                .contains("Call-Info: <data:,07>;purpose=info;"
                        + "call-reason=\"suspected loans and wealth management, score 85\"\r\n");
    }

    @Test
    void aPublicNumberOfATrunkThatMayNotPresentItIsLabelledUnverified() {
        desk.screener.answering(
                new Decision(Verdict.unverified(Verdict.of(Action.LABEL, Rule.EMERGENCY, NumberKind.EMERGENCY)), 1));
        assertThat(desk.answer(Messages.invite()))
                .contains("P-Asserted-Identity: \"号码未核实\" <")
                .contains("call-reason=\"number not verified\"");
    }

    @Test
    void aSilentCallRingsWithoutASound() {
        desk.screener.answering(FakeScreener.suspected(Action.SILENT, Rule.QUIET_HOURS));
        assertThat(desk.answer(Messages.invite()))
                .startsWith("SIP/2.0 302 ")
                .contains("Alert-Info: <urn:alert:service:silent>, <urn:alert:priority:low>\r\n");
    }

    @Test
    void aChallengedCallGoesToTheChallengeHop() {
        SipSettings.Answers answers = new SipSettings.Answers(
                "192.0.2.9:5070", "192.0.2.8:5080", 302, 603, SipSettings.CallbackCard.NONE, "jingling");
        Desk challenging = new Desk(SipSettings.loopback("192.0.2.9:5070").with(answers));
        challenging.screener.answering(FakeScreener.suspected(Action.CHALLENGE, Rule.OWN_CATEGORY));
        assertThat(challenging.answer(Messages.invite()))
                .contains("Contact: <sip:13900000001@192.0.2.8:5080;user=phone>")
                .doesNotContain("P-Asserted-Identity");
    }

    @Test
    void aChallengedCallIsLabelledWhereThereIsNoChallengeHop() {
        desk.screener.answering(FakeScreener.suspected(Action.CHALLENGE, Rule.OWN_CATEGORY));
        assertThat(desk.answer(Messages.invite()))
                .contains("Contact: <sip:13900000001@192.0.2.9:5070;user=phone>")
                .contains("P-Asserted-Identity: \"疑似贷款理财\"");
    }

    @Test
    void anAnswerRepeatsAllViasAndFillsInWhereTheRequestCameFrom() {
        String answer = desk.answer(Messages.invite()
                .with("Via", "SIP/2.0/UDP sbc.example.com:5070;rport;branch=z9hG4bKa1, SIP/2.0/TCP first.example.com")
                .adding("v: SIP/2.0/TLS second.example.com"));
        assertThat(answer)
                .contains("\r\nVia: SIP/2.0/UDP sbc.example.com:5070;rport=5099;branch=z9hG4bKa1;received=127.0.0.1"
                        + ", SIP/2.0/TCP first.example.com\r\nVia: SIP/2.0/TLS second.example.com\r\nFrom: ");
    }

    @Test
    void aReceivedOfSomebodyElseIsNotRepeated() {
        assertThat(desk.answer(Messages.invite()
                        .with("Via", "SIP/2.0/UDP sbc.example.com;received=203.0.113.7;branch=z9hG4bKa1")))
                .contains("Via: SIP/2.0/UDP sbc.example.com;branch=z9hG4bKa1;received=127.0.0.1\r\n");
    }

    @Test
    void aRetransmissionIsAnsweredToTheByteAndScreenedOnce() {
        String first = desk.answer(Messages.invite());
        desk.screener.answering(FakeScreener.REJECT);
        desk.pass(31);
        assertThat(desk.answer(Messages.invite())).isEqualTo(first);
        assertThat(desk.screener.asked()).hasSize(1);
        assertThat(desk.counters.retransmissions()).isOne();
    }

    @Test
    void theIdsOfACallThatPassedOpenNoWayToAnotherCalleeOrCaller() {
        desk.answer(Messages.invite());
        desk.screener.answering(FakeScreener.REJECT);
        assertThat(desk.answer(Messages.invite().line("INVITE sip:13900000002@192.0.2.1 SIP/2.0")))
                .startsWith("SIP/2.0 603 ");
        assertThat(desk.answer(Messages.invite().with("From", "<sip:13800138001@ims.example.com>;tag=f1")))
                .startsWith("SIP/2.0 603 ");
        assertThat(desk.screener.asked()).hasSize(3);
        assertThat(desk.counters.retransmissions()).isZero();
    }

    @Test
    void aNameWithoutQuotationMarksMayHoldWhatPeopleWrite() {
        for (String name : new String[] {"张三", "a@b.example", "sip:13800138000@h", "Zhang (3)"}) {
            String from = name + " <sip:13800138000@ims.example.com>;tag=f1";
            assertThat(desk.answer(Messages.invite().with("From", from).with("Call-ID", name.length() + "@h")))
                    .startsWith("SIP/2.0 302 ")
                    .contains("From: " + from + "\r\n");
        }
        assertThat(desk.screener.asked()).hasSize(4).allMatch(call -> call.caller()
                .equals(PhoneNumber.parse("13800138000")));
    }

    @Test
    void aCallIdIsOpaque() {
        assertThat(desk.answer(Messages.invite().with("Call-ID", "abc=1&张@h"))).startsWith("SIP/2.0 302 ");
        assertThat(desk.answer(Messages.invite().with("Call-ID", "two words"))).startsWith("SIP/2.0 400 ");
    }

    @Test
    void anErrorCostsOneMessage() {
        SipClock broken = new SipClock(
                () -> {
                    throw new StackOverflowError();
                },
                System::nanoTime);
        Responder responder = new Responder(
                desk.screener,
                desk.settings().answers(),
                RejectionCard.of(desk.settings().answers().card(), 0),
                desk.counters,
                broken,
                42);
        byte[] call = Messages.invite().bytes();
        Peer peer = new Peer(Desk.PEER, false, false);
        assertThat(responder.answer(call, 0, call.length, peer, Arrival.DATAGRAM))
                .isZero();
        assertThat(desk.counters.dropped("internal")).isOne();
    }

    @Test
    void afterThirtyTwoSecondsTheSameMessageIsANewCall() {
        desk.answer(Messages.invite());
        desk.screener.answering(FakeScreener.REJECT);
        desk.pass(32);
        assertThat(desk.answer(Messages.invite())).startsWith("SIP/2.0 603 ");
    }

    @Test
    void anOverdueCallPassesUndecidedAndIsCounted() {
        desk.screener.answering(FakeScreener.REJECT);
        assertThat(desk.answer(Messages.invite().bytes(), Arrival.OVERDUE)).startsWith("SIP/2.0 302 ");
        assertThat(desk.screener.asked()).isEmpty();
        assertThat(desk.screener.passed()).hasSize(1);
        assertThat(desk.counters.overloadPasses()).isOne();
    }

    @Test
    void aScreenerThatThrowsLetsTheCallPass() {
        desk.screener.failing(new IllegalStateException("broken"));
        assertThat(desk.answer(Messages.invite())).startsWith("SIP/2.0 302 ");
        desk.screener.failing(new StackOverflowError());
        assertThat(desk.answer(Messages.invite().with("Call-ID", "other"))).startsWith("SIP/2.0 302 ");
        assertThat(desk.counters.screenerFailures()).isEqualTo(2);
        assertThat(desk.screener.passed()).hasSize(2);
    }

    @Test
    void ackAndCancelAreIgnored() {
        assertThat(desk.answer(Messages.request("ACK"))).isEmpty();
        assertThat(desk.answer(Messages.request("CANCEL"))).isEmpty();
        assertThat(desk.counters.dropped("ack")).isOne();
        assertThat(desk.counters.dropped("cancel")).isOne();
    }

    @Test
    void optionsSaysWhatIsAllowed() {
        assertThat(desk.answer(Messages.request("OPTIONS")))
                .startsWith("SIP/2.0 200 OK\r\n")
                .contains("Allow: INVITE, ACK, CANCEL, OPTIONS\r\n", "Accept: application/sdp\r\n");
    }

    @Test
    void whatNeedsADialogFindsNone() {
        assertThat(desk.answer(Messages.request("BYE"))).startsWith("SIP/2.0 481 ");
        assertThat(desk.answer(Messages.invite().with("To", "<sip:13900000001@192.0.2.1>;tag=there")))
                .startsWith("SIP/2.0 481 ")
                .contains("To: <sip:13900000001@192.0.2.1>;tag=there\r\n");
    }

    @Test
    void otherMethodsAreNotAllowedOrNotKnown() {
        assertThat(desk.answer(Messages.request("REGISTER")))
                .startsWith("SIP/2.0 405 ")
                .contains("Allow: ");
        assertThat(desk.answer(Messages.request("NEWMETHOD"))).startsWith("SIP/2.0 501 ");
    }

    @Test
    void anExtensionThatMustBeKnownAndIsNotIsNamed() {
        assertThat(desk.answer(
                        Messages.invite().adding("Require: 100rel, unheard-of").adding("Require: other")))
                .startsWith("SIP/2.0 420 Bad Extension\r\n")
                .contains("Unsupported: unheard-of, other\r\n");
        assertThat(desk.answer(Messages.invite().adding("Require: 100rel, precondition")))
                .startsWith("SIP/2.0 302 ");
    }

    @Test
    void anotherUriSchemeOrVersionIsRefused() {
        assertThat(desk.answer(Messages.invite().line("INVITE im:somebody SIP/2.0")))
                .startsWith("SIP/2.0 416 ");
        assertThat(desk.answer(Messages.invite().line("INVITE sip:1390000@h SIP/3.0")))
                .startsWith("SIP/2.0 505 ");
    }

    @Test
    void aMissingHeaderIsNamed() {
        assertThat(desk.answer(Messages.invite().without("From")))
                .startsWith("SIP/2.0 400 Missing or Bad From\r\n")
                .contains("Via: ", "To: ", "Call-ID: ", "CSeq: ");
        assertThat(desk.answer(Messages.invite().without("Call-ID"))).startsWith("SIP/2.0 400 Missing or Bad Call-ID");
        assertThat(desk.answer(Messages.invite().without("Via"))).isEmpty();
        assertThat(desk.counters.dropped("no_via")).isOne();
        assertThat(desk.counters.parseErrors()).isEqualTo(3);
    }

    @Test
    void aResponseIsDropped() {
        assertThat(desk.answer(Messages.invite().line("SIP/2.0 200 OK"))).isEmpty();
        assertThat(desk.counters.dropped("response")).isOne();
    }

    @Test
    void whereTheCallWasDivertedGoesWithTheRedirect() {
        assertThat(desk.answer(Messages.invite()
                        .adding("Diversion: <sip:13700000000@h>;reason=unconditional")
                        .adding("History-Info: <sip:1@h>;index=1,\r\n <sip:2@h>;index=1.1")))
                .contains("Diversion: <sip:13700000000@h>;reason=unconditional\r\n")
                .contains("History-Info: <sip:1@h>;index=1,   <sip:2@h>;index=1.1\r\n");
    }

    @Test
    void aCallHasTheSameIdWhereverItsRequestsCome() {
        desk.answer(Messages.invite());
        desk.answer(Messages.invite().with("CSeq", "2 INVITE"));
        assertThat(desk.screener.asked()).hasSize(2);
        assertThat(desk.screener.asked().get(0).callId())
                .isNotZero()
                .isEqualTo(desk.screener.asked().get(1).callId());
    }
}
