package io.jingling.http.citizen;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** What nobody can guess. */
final class Drawn {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;

    private Drawn() {}

    /** 256 bits, in characters that a cookie takes. */
    static String secret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Six digits. */
    static String code() {
        return String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES));
    }

    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: got none, want a JDK that has it", e);
        }
    }

    /** Without telling by the time how much fits. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
