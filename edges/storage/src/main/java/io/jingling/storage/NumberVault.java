package io.jingling.storage;

import io.jingling.domain.PhoneNumber;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals what names a person, and finds it again without opening it.
 *
 * <p>Sealed: AES-256-GCM (NIST SP 800-38D), {@code key id (1) | nonce (12) | ciphertext | tag (16)}. What it
 * belongs to goes in as associated data, so that a sealed value moved to another row does not open. Random
 * nonces allow 2^32 seals a key with a chance of repetition under 2^-32; then add a key.
 * Found by: the first 16 bytes of HMAC-SHA256 (RFC 2104) over a label and the value.
 */
final class NumberVault {
    /** What a value is; the same number has another look-up value under each. */
    enum Label {
        SUBSCRIBER,
        NUMBER,
        CALL_RECORD,
        CALLER,
        CALLEE,
        PROBE,
        LABEL,
        EVIDENCE,
        RELEASE,
        ACCESS,
        REPORTER,
        REPORT,
        CASE,
        APPEAL,
        EXHIBIT,
        DOOR,
        GUARD
    }

    /** How much longer a sealed value is. */
    static final int OVERHEAD = 1 + 12 + 16;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int NONCES_AT_ONCE = 64;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final NumberKeys keys;
    private final byte sealingKey;
    private final ThreadLocal<Engine> engines = ThreadLocal.withInitial(() -> new Engine());

    NumberVault(NumberKeys keys) {
        this.keys = keys;
        this.sealingKey = keys.seals().lastKey();
    }

    /** The look-up value of a number, hidden and invalid ones included. */
    UUID mac(Label label, PhoneNumber number) {
        Engine engine = engines.get();
        ByteBuffer input = engine.input.clear();
        input.put((byte) label.ordinal()).putLong(number.key()).flip();
        return engine.mac(input);
    }

    UUID mac(Label label, byte[] value) {
        return engines.get()
                .mac(ByteBuffer.allocate(1 + value.length)
                        .put((byte) label.ordinal())
                        .put(value)
                        .flip());
    }

    /** Associated data for a value that belongs to one row. */
    static byte[] owner(Label label, UUID row) {
        return ByteBuffer.allocate(17)
                .put((byte) label.ordinal())
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .array();
    }

    byte[] seal(byte[] owner, byte[] plain) {
        ByteBuffer sealed = ByteBuffer.allocate(plain.length + OVERHEAD);
        seal(owner, ByteBuffer.wrap(plain), sealed);
        return sealed.array();
    }

    /** Seals all of {@code plain} into {@code sealed}, which has room for {@link #OVERHEAD} bytes more. */
    void seal(byte[] owner, ByteBuffer plain, ByteBuffer sealed) {
        try {
            engines.get().seal(owner, plain, sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("seal: got a failure of the platform's own cipher", impossible);
        }
    }

    byte[] open(byte[] owner, byte[] sealed) throws GeneralSecurityException {
        return engines.get().open(owner, sealed, 0, sealed.length);
    }

    /**
     * Opens a part of an array.
     *
     * @throws GeneralSecurityException where it was changed, belongs to another row, or the key is another
     */
    byte[] open(byte[] owner, byte[] sealed, int from, int length) throws GeneralSecurityException {
        return engines.get().open(owner, sealed, from, length);
    }

    /** What a thread needs; making one takes longer than using it. */
    private final class Engine {
        private final ByteBuffer input = ByteBuffer.allocate(9);
        private final byte[] nonces = new byte[NONCE * NONCES_AT_ONCE];
        private final SecureRandom random = new SecureRandom();
        private final Mac mac;
        private final Cipher cipher;
        private int nextNonce = nonces.length;

        Engine() {
            try {
                mac = Mac.getInstance("HmacSHA256");
                mac.init(keys.lookup());
                cipher = Cipher.getInstance("AES/GCM/NoPadding");
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("cipher: got none, want the JDK's own", impossible);
            }
        }

        UUID mac(ByteBuffer value) {
            mac.update(value.array(), 0, value.limit());
            byte[] whole = mac.doFinal();
            return new UUID((long) LONGS.get(whole, 0), (long) LONGS.get(whole, Long.BYTES));
        }

        void seal(byte[] owner, ByteBuffer plain, ByteBuffer sealed) throws GeneralSecurityException {
            if (nextNonce == nonces.length) {
                random.nextBytes(nonces);
                nextNonce = 0;
            }
            SecretKey key = keys.seals().get(sealingKey);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonces, nextNonce, NONCE));
            cipher.updateAAD(owner);
            sealed.put(sealingKey).put(nonces, nextNonce, NONCE);
            cipher.doFinal(plain, sealed);
            nextNonce += NONCE;
        }

        byte[] open(byte[] owner, byte[] sealed, int from, int length) throws GeneralSecurityException {
            SecretKey key = length < OVERHEAD ? null : keys.seals().get(sealed[from]);
            if (key == null) {
                throw new GeneralSecurityException("sealed value: got one of an unknown key, want one of ours");
            }
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, from + 1, NONCE));
            cipher.updateAAD(owner);
            return cipher.doFinal(sealed, from + 1 + NONCE, length - 1 - NONCE);
        }
    }
}
