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
 * <p>Signed once at the start, so that every answer to a call is the same to the byte.
 */
final class RejectionCard {
    private final byte[] header;

    private RejectionCard(byte[] header) {
        this.header = header;
    }

    /** Signs the card; an empty header where none is configured. */
    static RejectionCard of(SipSettings.CallbackCard card, long atMillis) {
        if (!card.isThere()) {
            return new RejectionCard(new byte[0]);
        }
        String protectedHeader =
                "{\"alg\":\"ES256\",\"typ\":\"vcard+json\",\"x5u\":" + quoted(card.certificateUrl()) + "}";
        String payload = "{\"iat\":" + atMillis / 1000 + ",\"jcard\":[\"vcard\",[[\"version\",{},\"text\",\"4.0\"],"
                + "[\"fn\",{},\"text\"," + quoted(card.name()) + "],"
                + "[\"email\",{\"type\":\"work\"},\"text\"," + quoted(card.mail()) + "]]]}";
        String signed = base64(utf8(protectedHeader)) + "." + base64(utf8(payload));
        String token = signed + "." + base64(signature(card, utf8(signed)));
        return new RejectionCard(utf8("Call-Info: <data:application/jose," + token + ">;purpose=jwscard\r\n"));
    }

    byte[] header() {
        return header;
    }

    private static byte[] signature(SipSettings.CallbackCard card, byte[] text) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(key(Files.readString(card.key())));
            signer.update(text);
            return signer.sign();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "card key: got a file that cannot be used (" + e.getClass().getSimpleName()
                            + "), want a P-256 private key, PEM, PKCS #8",
                    e);
        }
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
