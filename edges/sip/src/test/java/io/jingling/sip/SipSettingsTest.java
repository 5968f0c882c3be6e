package io.jingling.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jingling.sip.SipSettings.Answers;
import io.jingling.sip.SipSettings.CallbackCard;
import io.jingling.sip.SipSettings.Limits;
import io.jingling.sip.SipSettings.Listen;
import io.jingling.sip.SipSettings.Tls;
import io.jingling.sip.SipSettings.Trust;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipSettingsTest {
    @Test
    void a608WithoutAKeyToSignItsCardIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Answers("h:1", "", 302, 608, CallbackCard.NONE, "jingling"))
                .withMessageContaining("got 608 without a signed card, want 603");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h:", "h>:1", "a b:1", "h:123456", "h:1\r\nX: y", "sip:h:1"})
    void aHopThatIsNoHostIsRefused(String hop) {
        assertThatIllegalArgumentException().isThrownBy(() -> Answers.to(hop)).withMessageContaining("want host:port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h", "h:5060", "192.0.2.1:5060", "[2001:db8::1]:5060"})
    void aHopIsAHostWithOrWithoutPort(String hop) {
        assertThat(Answers.to(hop).nextHop()).isEqualTo(hop);
    }

    @Test
    void numbersOutOfRangeAreRefusedByName() {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Listen("h", 70_000, 0, 1, Tls.OFF))
                .withMessage("udp port: got 70000, want 0 to 65535");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Listen("h", 0, 0, 0, Tls.OFF))
                .withMessageContaining("workers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(1, second, 1, second))
                .withMessageContaining("queue");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Answers("h:1", "", 200, 603, CallbackCard.NONE, "j"))
                .withMessage("clean answer: got 200, want 302 or 404");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Answers("h:1", "", 302, 486, CallbackCard.NONE, "j"))
                .withMessage("reject answer: got 486, want 603 or 608");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "192.0.2.0/33",
                "192.0.2.0/x",
                "192.0.2",
                "cafe",
                "2001:db8::/129",
                "300.1.1.1"
            })
    void aPeerThatIsNoAddressIsRefused(String peer) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trust(List.of(peer), List.of()))
                .withMessageContaining("want an address or a block");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.255, true", "192.0.2.0/24, 192.0.3.0, false", "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.6, false", "192.0.2.128/25, 192.0.2.127, false", "192.0.2.128/25, 192.0.2.128, true",
        "0.0.0.0/0, 203.0.113.1, true", "2001:db8::/33, 2001:db8:7fff::1, true",
                "2001:db8::/33, 2001:db8:8000::1, false",
        "0.0.0.0/0, ::1, false"
    })
    void aBlockHoldsTheAddressesThatShareItsBits(String block, String address, boolean inside)
            throws UnknownHostException {
        assertThat(AddressRange.parse("trusted-peers", block).contains(InetAddress.getByName(address)))
                .isEqualTo(inside);
    }

    @Test
    void aCertificateThatIsNotThereIsRefusedAtTheStart() {
        SipSettings settings = SipSettings.loopback("h:1")
                .with(new Listen("127.0.0.1", 0, 0, 1, new Tls(0, Path.of("no.pem"), Path.of("no.key"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SipEdge.open(settings, new FakeScreener(), SipClock.SYSTEM))
                .withMessageContaining("tls: got no.pem");
    }
}
