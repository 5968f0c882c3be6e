package io.jingling.seals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** DER in text (RFC 7468), one object a file. */
final class Pem {
    private static final int LINE = 64;
    private static final byte[] END = "\n".getBytes(StandardCharsets.US_ASCII);

    private Pem() {}

    static String write(String label, byte[] der) {
        String body = Base64.getMimeEncoder(LINE, END).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /** @throws IllegalArgumentException where it is none */
    static byte[] read(String pem) {
        String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        if (!pem.startsWith("-----BEGIN ") || body.isEmpty()) {
            throw new IllegalArgumentException("PEM file: got another text, want -----BEGIN …");
        }
        return Base64.getDecoder().decode(body);
    }
}
