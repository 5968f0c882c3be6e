package io.jingling.evidence;

import java.util.Base64;

/** Base64 (RFC 4648 §4) of which each value has one writing only: padded, and no bit set that means nothing. */
final class Base64Text {
    private Base64Text() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @param what is named where the text is refused */
    static byte[] decode(String what, String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (encode(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            throw refused(what, text, malformed);
        }
        throw refused(what, text, new IllegalArgumentException("another writing of the same bytes"));
    }

    private static IllegalArgumentException refused(String what, String text, Exception why) {
        return new IllegalArgumentException(
                what + ": got " + Shown.of(text) + ", want Base64 with padding (RFC 4648 §4)", why);
    }
}
