package io.jingling.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public half of what signs notes (C2SP signed-note).
 *
 * @param name whose key it is, for a log its origin; not empty, without spaces and plus signs
 * @param type {@link #ED25519}, {@link #COSIGNATURE}, or {@link #OTHER} where {@code material} begins with an identifier
 * @param material the public key as the type writes it
 */
public record NoteKey(String name, byte type, byte[] material) {
    /** A signature over the text: 64 bytes of RFC 8032, {@code material} the 32 bytes of the key. */
    public static final byte ED25519 = 0x01;
    /** The same with the time at which it was made, as witnesses sign (C2SP tlog-cosignature). */
    public static final byte COSIGNATURE = 0x04;
    /** A type that the format has no byte for, such as SM2; {@code material} begins with a longer identifier. */
    public static final byte OTHER = (byte) 0xFF;

    private static final Pattern TEXT = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");
    private static final String SECRET = "PRIVATE+KEY+";

    public NoteKey {
        wantName(name);
        if (material.length == 0) {
            throw new IllegalArgumentException("key of " + Shown.of(name) + ": got no bytes, want a public key");
        }
        material = material.clone();
    }

    /** As {@link #text} writes it: {@code NAME+ID+BASE64}, a "vkey". */
    public static NoteKey of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("verifier key: got " + Shown.of(text) + ", want NAME+ID+BASE64");
        }
        byte[] encoded = Base64Text.decode("verifier key", parts.group(3));
        NoteKey key = new NoteKey(parts.group(1), encoded[0], Arrays.copyOfRange(encoded, 1, encoded.length));
        if (!key.hexId().equals(parts.group(2))) {
            throw new IllegalArgumentException(
                    "verifier key " + Shown.of(text) + ": got id " + parts.group(2) + ", want " + key.hexId());
        }
        return key;
    }

    /** The key in one word, to be handed to those who verify. */
    public String text() {
        byte[] encoded =
                ByteBuffer.allocate(1 + material.length).put(type).put(material).array();
        return name + "+" + hexId() + "+" + Base64Text.encode(encoded);
    }

    /** The secret half in one word, as Go's tools write it; {@code seed} are the 32 bytes of RFC 8032 §5.1.5. */
    public String secretText(byte[] seed) {
        byte[] encoded =
                ByteBuffer.allocate(1 + seed.length).put(type).put(seed).array();
        return SECRET + name + "+" + hexId() + "+" + Base64Text.encode(encoded);
    }

    /**
     * The seed out of what {@link #secretText} wrote for this key.
     *
     * @throws IllegalArgumentException where it is another's, never repeating what was got
     */
    public byte[] seedOf(String secretText) {
        String start = SECRET + name + "+" + hexId() + "+";
        try {
            byte[] encoded = Base64Text.decode("", secretText.substring(start.length()));
            if (secretText.startsWith(start) && encoded[0] == type) {
                return Arrays.copyOfRange(encoded, 1, encoded.length);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException notRepeated) {
            // Falls through: the cause would show a part of the secret.
        }
        throw new IllegalArgumentException("secret key: got something else, want that of " + text());
    }

    /** The first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ material), big-endian. */
    public int id() {
        byte[] start = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(Hash.sha256(start, new byte[] {type}, material).bytes())
                .getInt();
    }

    private String hexId() {
        return HexFormat.of().toHexDigits(id());
    }

    static void wantName(String name) {
        if (name.isEmpty() || name.codePoints().anyMatch(NoteKey::isForbidden)) {
            throw new IllegalArgumentException(
                    "key name: got " + Shown.of(name) + ", want one without spaces, controls and plus signs");
        }
    }

    private static boolean isForbidden(int letter) {
        return letter == '+'
                || Character.isSpaceChar(letter)
                || Character.isWhitespace(letter)
                || Character.isISOControl(letter);
    }

    @Override
    public byte[] material() {
        return material.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey key
                && name.equals(key.name)
                && type == key.type
                && Arrays.equals(material, key.material);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(material);
    }

    @Override
    public String toString() {
        return text();
    }
}
