package io.jingling.sip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The Call-Info header that goes with a 608: a jCard in a JWS signed with ES256, carried in a data:
 * URI (RFC 8688 §3.2, RFC 7095, RFC 7515).
 *
 * <p>The verifier wants it fresh (§3.2, {@code iat}), so it is signed anew when it is wanted and older
 * than ten seconds: at most six times a minute for each thread, and never for a call that rings.
 */
final class RejectionCard {
    private static final long FRESH_MILLIS = 10_000;

    private final SipSettings.CallbackCard card;
    private final String pem;
    private volatile Signed last;

    private RejectionCard(SipSettings.CallbackCard card, String pem, long atMillis) {
        this.card = card;
        this.pem = pem;
        this.last = signed(atMillis);
    }

    private record Signed(byte[] header, long atMillis) {}

    /**
     * Signs the card for the first time.
     *
     * @param atMillis milliseconds since 1970 UTC
     * @throws IllegalArgumentException where the key cannot be used
     */
    static RejectionCard of(SipSettings.CallbackCard card, long atMillis) {
        try {
            return new RejectionCard(card, card.isThere() ? Files.readString(card.key()) : "", atMillis);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** The whole header, fresh at this time; empty where no card is configured. */
    byte[] header(long nowMillis) {
        Signed signed = last;
        if (!card.isThere()) {
            return signed.header();
        }
        if (Math.abs(nowMillis - signed.atMillis()) >= FRESH_MILLIS) {
            signed = signed(nowMillis);
            last = signed;
        }
        return signed.header();
    }

    private Signed signed(long atMillis) {
        if (!card.isThere()) {
            return new Signed(new byte[0], atMillis);
        }
        String protectedHeader =
                "{\"alg\":\"ES256\",\"typ\":\"vcard+json\",\"x5u\":" + quoted(card.certificateUrl()) + "}";
        String payload = "{\"iat\":" + atMillis / 1000 + ",\"jcard\":[\"vcard\",[[\"version\",{},\"text\",\"4.0\"],"
                + "[\"fn\",{},\"text\"," + quoted(card.name()) + "],"
                + "[\"email\",{\"type\":\"work\"},\"text\"," + quoted(card.mail()) + "]]]}";
        String text = base64(utf8(protectedHeader)) + "." + base64(utf8(payload));
        String token = text + "." + base64(signature(utf8(text)));
        return new Signed(utf8("Call-Info: <data:application/jose," + token + ">;purpose=jwscard\r\n"), atMillis);
    }

    private byte[] signature(byte[] text) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(key(pem));
            signer.update(text);
            return signer.sign();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unusable(e);
        }
    }

    private static IllegalArgumentException unusable(Exception e) {
        return new IllegalArgumentException(
                "card key: got a file that cannot be used (" + e.getClass().getSimpleName()
                        + "), want a P-256 private key, PEM, PKCS #8",
                e);
    }

    private static PrivateKey key(String pem) throws GeneralSecurityException {
        String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    }

    /** A JSON string; control characters are left out, none belongs there. */
    private static String quoted(String text) {
        return "\"" + text.replaceAll("\\p{Cntrl}", "").replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
