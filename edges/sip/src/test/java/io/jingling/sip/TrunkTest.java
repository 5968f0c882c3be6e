package io.jingling.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.CallAttempt;
import io.jingling.sip.SipSettings.Trust;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call is judged by beside its numbers: the trunk that its peer is, and its user agent. */
class TrunkTest {
    @Test
    void aPeerIsTheFirstTrunkThatHasItsAddress() {
        Trust trust = new Trust(List.of(), List.of(), List.of("192.0.2.0/24=T1", "127.0.0.0/8=T7", "127.0.0.1=T8"));
        assertThat(asked(new Desk(SipSettings.loopback("192.0.2.9:5070").with(trust)), Messages.invite())
                        .trunk())
                .isEqualTo(CallAttempt.nameOf("T7"));
    }

    @Test
    void aPeerWithoutANameIsUnknown() {
        assertThat(asked(Desk.standard(), Messages.invite()).trunk()).isZero();
    }

    @Test
    void theUserAgentIsToldAsRecordsHaveIt() {
        CallAttempt call = asked(Desk.standard(), Messages.invite().with("User-Agent", " Asterisk PBX 20 "));
        assertThat(call.userAgent()).isEqualTo(CallAttempt.nameOf("Asterisk PBX 20"));
        assertThat(asked(Desk.standard(), Messages.invite().with("user-agent ", "x"))
                        .userAgent())
                .isEqualTo(CallAttempt.nameOf("x"));
    }

    @Test
    void aUserAgentThatIsAbsentOrNotAsciiIsUnknown() {
        assertThat(asked(Desk.standard(), Messages.invite()).userAgent()).isZero();
        assertThat(asked(Desk.standard(), Messages.invite().with("User-Agent", "电话"))
                        .userAgent())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"T7", "192.0.2.0/24", "192.0.2.0/24= ", "somewhere=T7", "192.0.2.0/99=T7"})
    void aTrunkIsABlockAndAName(String text) {
        assertThatThrownBy(() -> new Trust(List.of(), List.of(), List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("trunks: got \"");
    }

    private static CallAttempt asked(Desk desk, Messages message) {
        desk.answer(message);
        return desk.screener.asked().getLast();
    }
}
