package io.jingling.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshCardTest {
    private static final Pattern CARD =
            Pattern.compile("Call-Info: <data:application/jose,([\\w.-]+)>;purpose=jwscard\r\n");

    private final AtomicLong millis = new AtomicLong(1_700_000_000_000L);

    @Test
    void aCardIsSignedAnewWhenItIsOld(@TempDir Path directory) throws IOException, GeneralSecurityException {
        SelfSigned identity = SelfSigned.in(directory);
        RejectionCard card = RejectionCard.of(
                new SipSettings.CallbackCard(
                        identity.key(), "https://cards.example.com/c.pem", "Jingling", "help@example.com"),
                millis.get());
        byte[] first = card.header(millis.get());
        assertThat(verifiedPayload(first, identity)).contains("\"iat\":1700000000,");
        millis.addAndGet(9_999);
        assertThat(card.header(millis.get())).isSameAs(first);
        millis.addAndGet(1);
        assertThat(verifiedPayload(card.header(millis.get()), identity)).contains("\"iat\":1700000010,");
        millis.addAndGet(-3_600_000);
        assertThat(verifiedPayload(card.header(millis.get()), identity)).contains("\"iat\":1699996410,");
    }

    @Test
    void withoutACardThereIsNoHeader() {
        assertThat(RejectionCard.of(SipSettings.CallbackCard.NONE, millis.get()).header(millis.get()))
                .isEmpty();
    }

    private static String verifiedPayload(byte[] header, SelfSigned identity)
            throws IOException, GeneralSecurityException {
        Matcher card = CARD.matcher(new String(header, StandardCharsets.US_ASCII));
        assertThat(card.matches()).isTrue();
        String[] parts = card.group(1).split("\\.");
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(identity.trusted().getCertificate("sip"));
        verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        return new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    }
}
