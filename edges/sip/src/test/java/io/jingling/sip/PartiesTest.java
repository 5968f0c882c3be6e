package io.jingling.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.PhoneNumber;
import io.jingling.sip.Responder.Arrival;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartiesTest {
    private static final PhoneNumber MOBILE = PhoneNumber.parse("13800138000");
    private static final InetSocketAddress STRANGER = new InetSocketAddress("127.0.0.9", 5060);

    private final Desk desk = new Desk(SipSettings.loopback("192.0.2.9:5070")
            .with(new SipSettings.Trust(List.of("127.0.0.1"), List.of("127.0.0.1/32"))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sip:13800138000@h | 13800138000",
                "sip:+8613800138000@h;user=phone | 13800138000",
                "sips:+86-138-0013-8000@h:5061 | 13800138000",
                "sip:%2B8613800138000@h | 13800138000",
                "sip:13800138000;npdi;rn=+8613900000000@h | 13800138000",
                "sip:13800138000%3Bnpdi@h | 13800138000",
                "sip:13800138000:secret@h | 13800138000",
                "tel:+8613800138000 | 13800138000",
                "TEL:+86(138)0013.8000 | 13800138000",
                "tel:13800138000;phone-context=+86 | 13800138000",
                "tel:13800138000;ext=12;phone-context=example.com | 13800138000",
                "tel:2025550123;phone-context=+1 | +12025550123",
                "sip:95588@h | 95588",
                "sip:[13800138000]@[2001:db8::1] | invalid",
                "sip:alice@h | invalid",
                "sip:@h | invalid",
                "sip:h.example.com | invalid",
                "sip:1380013800013800138000138001@h | invalid",
                "tel:*31*13800138000 | invalid",
                "http://13800138000 | invalid"
            })
    void aNumberIsReadOutOfAUri(String uri, String number) {
        CallAttempt call = call(Messages.invite().with("From", "<" + uri + ">;tag=a"));
        PhoneNumber wanted = number.equals("invalid") ? PhoneNumber.INVALID : PhoneNumber.parse(number);
        assertThat(call.caller()).isEqualTo(wanted);
    }

    @Test
    void whatATrustedPeerAssertsComesBeforeFrom() {
        Messages call = Messages.invite()
                .with("From", "<sip:13900000000@h>;tag=a")
                .with("P-Asserted-Identity", "<tel:+8613800138000>");
        assertThat(call(call).caller()).isEqualTo(MOBILE);
    }

    @Test
    void whatAStrangerAssertsIsNotBelieved() {
        Messages call = Messages.invite()
                .with("From", "<sip:13900000000@h>;tag=a")
                .with("P-Asserted-Identity", "<tel:+8613800138000>");
        desk.answer(call.bytes(), Arrival.DATAGRAM, STRANGER);
        assertThat(desk.screener.asked().getLast().caller()).isEqualTo(PhoneNumber.parse("13900000000"));
    }

    @Test
    void aTelIdentityComesBeforeASipOneAndANumberBeforeAName() {
        assertThat(call(Messages.invite().with("P-Asserted-Identity", "<sip:13900000000@h>, <tel:+8613800138000>"))
                        .caller())
                .isEqualTo(MOBILE);
        assertThat(call(Messages.invite()
                                .with("Call-ID", "b")
                                .adding("P-Asserted-Identity: <sip:alice@h>")
                                .adding("P-Asserted-Identity: \"A, B\" <sip:13800138000@h>"))
                        .caller())
                .isEqualTo(MOBILE);
    }

    @Test
    void anAssertedNameLeavesTheNumberInFrom() {
        assertThat(call(Messages.invite().with("P-Asserted-Identity", "<sip:alice@h>"))
                        .caller())
                .isEqualTo(MOBILE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id | true",
                "ID | true",
                "header;user | true",
                "critical; id | true",
                "none | false",
                "session | false",
                "idle | false"
            })
    void whoAsksForPrivacyOfTheNumberIsHidden(String privacy, boolean hidden) {
        CallAttempt call = call(Messages.invite()
                .with("P-Asserted-Identity", "<tel:+8613800138000>")
                .with("Privacy", privacy));
        assertThat(call.caller()).isEqualTo(hidden ? PhoneNumber.HIDDEN : MOBILE);
    }

    @Test
    void anAnonymousFromIsHiddenWhereNothingIsAsserted() {
        Messages anonymous = Messages.invite().with("From", "\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=a");
        assertThat(call(anonymous).caller()).isEqualTo(PhoneNumber.HIDDEN);
        assertThat(call(Messages.invite().with("Call-ID", "b").with("From", "<sip:Anonymous@192.0.2.1>;tag=a"))
                        .caller())
                .isEqualTo(PhoneNumber.HIDDEN);
        assertThat(call(anonymous.with("Call-ID", "c").with("P-Asserted-Identity", "<tel:+8613800138000>"))
                        .caller())
                .isEqualTo(MOBILE);
    }

    @Test
    void theNumberOfAHiddenCallerIsNotInTheAnswer() {
        desk.screener.answering(
                FakeScreener.suspected(io.jingling.domain.Action.LABEL, io.jingling.domain.Rule.PRESET));
        assertThat(desk.answer(Messages.invite()
                        .with("P-Asserted-Identity", "<tel:+8613800138000>")
                        .with("Privacy", "id")
                        .with("From", "<sip:anonymous@anonymous.invalid>;tag=a")))
                .contains("P-Asserted-Identity: \"手机号\" <sip:anonymous@anonymous.invalid>")
                .doesNotContain("13800138000");
    }

    @Test
    void theCalleeIsInTheRequestUriAndElseInTo() {
        assertThat(call(Messages.invite().line("INVITE tel:+8613800138000 SIP/2.0"))
                        .callee())
                .isEqualTo(MOBILE);
        assertThat(call(Messages.invite()
                                .with("Call-ID", "b")
                                .line("INVITE sip:ims.example.com SIP/2.0")
                                .with("To", "<tel:+8613800138000>"))
                        .callee())
                .isEqualTo(MOBILE);
    }

    @Test
    void onlyAnEntitledPeerMayPresentPublicNumbers() {
        assertThat(call(Messages.invite()).publicNumbersEntitled()).isTrue();
        desk.answer(Messages.invite().with("Call-ID", "b").bytes(), Arrival.DATAGRAM, STRANGER);
        assertThat(desk.screener.asked().getLast().publicNumbersEntitled()).isFalse();
    }

    private CallAttempt call(Messages message) {
        assertThat(desk.answer(message)).startsWith("SIP/2.0 ");
        return desk.screener.asked().getLast();
    }
}
