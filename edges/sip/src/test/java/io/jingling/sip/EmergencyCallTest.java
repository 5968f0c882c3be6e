package io.jingling.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Decision;
import io.jingling.domain.NumberKind;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Rule;
import io.jingling.domain.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls to emergency services and from them. */
class EmergencyCallTest {
    private final Desk desk = new Desk(SipSettings.loopback("192.0.2.9:5070")
            .with(new SipSettings.Trust(List.of("127.0.0.1"), List.of("127.0.0.1"))));

    @ParameterizedTest
    @CsvSource({
        "urn:service:sos, 110",
        "URN:Service:SOS.Police, 110",
        "urn:service:sos.ambulance, 120",
        "urn:service:sos.fire, 119",
        "urn:service:sos.mountain, 110",
        "urn:service:sos.fire.forest, 119",
        "urn:service:sos., 110",
    })
    void aServiceThatIsNamedIsCalledByItsNumber(String urn, String number) {
        assertThat(desk.answer(Messages.invite()
                        .line("INVITE " + urn + " SIP/2.0")
                        .with("To", "<" + urn + ">")
                        .adding("Require: resource-priority")))
                .startsWith("SIP/2.0 302 ")
                .contains("Contact: <sip:" + number + "@192.0.2.9:5070;user=phone>\r\n");
        assertThat(asked(0).callee()).isEqualTo(PhoneNumber.parse(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:service:sosx", "urn:service:counseling", "urn:service:so", "urn:nena:service:sos"})
    void anotherServiceIsStillOfAnUnknownScheme(String urn) {
        assertThat(desk.answer(Messages.invite().line("INVITE " + urn + " SIP/2.0")))
                .startsWith("SIP/2.0 416 ");
    }

    @Test
    void aCallToAnEmergencyNumberGoesOnWhateverItRequires() {
        Messages unheardOf = Messages.invite().adding("Require: unheard-of");
        assertThat(desk.answer(unheardOf.line("INVITE sip:120@192.0.2.1 SIP/2.0")))
                .startsWith("SIP/2.0 302 ");
        assertThat(desk.answer(unheardOf.line("INVITE sip:13900000001@192.0.2.1 SIP/2.0")))
                .startsWith("SIP/2.0 420 ");
    }

    @Test
    void anEmergencyLineThatWithholdsItsNumberIsKnownToTheRulesAndNotNamedInTheAnswer() {
        desk.screener.answering(
                new Decision(Verdict.unverified(Verdict.of(Action.LABEL, Rule.EMERGENCY, NumberKind.EMERGENCY)), 1));
        assertThat(desk.answer(withheld("110")))
                .contains("P-Asserted-Identity: \"号码未核实\" <sip:anonymous@anonymous.invalid>\r\n");
        assertThat(asked(0).caller()).isEqualTo(PhoneNumber.parse("110"));
        assertThat(asked(0).publicNumbersEntitled()).isTrue();
    }

    @Test
    void anyOtherNumberThatIsWithheldIsHidden() {
        desk.answer(withheld("13800138000"));
        assertThat(asked(0).caller()).isEqualTo(PhoneNumber.HIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "110, +8621, 110",
        "95588, +8621, 95588",
        "13900000001, +8610, 13900000001",
        "4008123123, +8621, 4008123123",
        "62345678, +8621, 02162345678",
        "2345678, +86755, 07552345678",
        "12345678, +1212, 00121212345678",
    })
    void aNumberThatIsWholeNeedsNoContext(String local, String context, String number) {
        desk.answer(Messages.invite().line("INVITE tel:" + local + ";phone-context=" + context + " SIP/2.0"));
        assertThat(asked(0).callee()).isEqualTo(PhoneNumber.parse(number));
    }

    private static Messages withheld(String number) {
        return Messages.invite()
                .with("From", "\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=f1")
                .adding("P-Asserted-Identity: <tel:" + number + ">")
                .adding("Privacy: id");
    }

    private CallAttempt asked(int index) {
        return desk.screener.asked().get(index);
    }
}
