package io.jingling.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jingling.sip.SipSettings.Answers;
import io.jingling.sip.SipSettings.CallbackCard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectionCardTest {
    private static final Pattern HEADER =
            Pattern.compile("Call-Info: <data:application/jose,([^.]+)\\.([^.]+)\\.([^>]+)>;purpose=jwscard\r\n");

    @TempDir
    private Path directory;

    @Test
    void aRejectedCallerGetsACardThatIsSigned() throws IOException, GeneralSecurityException {
        SelfSigned identity = SelfSigned.in(directory);
        CallbackCard card = new CallbackCard(
                identity.key(), "https://example.com/cert.pem", "Carrier \"A\"", "appeals@example.com");
        Desk desk = new Desk(SipSettings.loopback("h:1").with(new Answers("h:1", "", 302, 608, card, "jingling")));
        desk.screener.answering(FakeScreener.REJECT);
        String answer = desk.answer(Messages.invite());
        assertThat(answer).startsWith("SIP/2.0 608 Rejected\r\n").contains("Reason: SIP;cause=608;text=\"");
        Matcher header = HEADER.matcher(answer);
        assertThat(header.find()).isTrue();
        assertThat(decoded(header.group(1)))
                .isEqualTo("{\"alg\":\"ES256\",\"typ\":\"vcard+json\",\"x5u\":\"https://example.com/cert.pem\"}");
        assertThat(decoded(header.group(2)))
                .contains("[\"fn\",{},\"text\",\"Carrier \\\"A\\\"\"]", "appeals@example.com");
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(identity.trusted().getCertificate("sip"));
        verifier.update((header.group(1) + "." + header.group(2)).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(header.group(3))))
                .isTrue();
    }

    @Test
    void aKeyThatCannotBeUsedIsRefused() throws IOException {
        Path key = Files.writeString(directory.resolve("key.pem"), "no key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RejectionCard.of(new CallbackCard(key, "https://h", "n", "m"), 0))
                .withMessageContaining("want a P-256 private key");
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
