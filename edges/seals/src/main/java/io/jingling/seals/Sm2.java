package io.jingling.seals;

import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteSigner;
import io.jingling.evidence.NoteVerifier;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Signs and verifies notes by SM2 with SM3 (GB/T 32918.2), as keys of type {@link NoteKey#OTHER}.
 *
 * <p>The key's material is {@code jingling/sm2/v1}, a zero byte, and the point uncompressed; a signature is r and s, 32 bytes each;
 * the signer's identity is the usual {@code 1234567812345678} (GB/T 35276).
 */
public final class Sm2 {
    static final String IDENTITY = "1234567812345678";
    static final ECDomainParameters CURVE = curve();
    static final int SECRET_BYTES = 32;

    private static final byte[] TYPE = "jingling/sm2/v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final int POINT_BYTES = 65;
    private static final int SIGNATURE_BYTES = 64;

    private Sm2() {}

    /** @throws IllegalArgumentException where the key is of another type, or no point of the curve */
    public static NoteVerifier verifier(NoteKey key) {
        return new Verifying(key, new ECPublicKeyParameters(point(key), CURVE));
    }

    /**
     * The signer of a secret number.
     *
     * @param secret 32 bytes, big-endian
     * @param random what each signature takes a fresh number from
     */
    public static NoteSigner signer(String name, byte[] secret, SecureRandom random) {
        BigInteger number = new BigInteger(1, secret);
        boolean inRange = number.signum() > 0
                && number.compareTo(CURVE.getN().subtract(BigInteger.ONE)) < 0
                && secret.length == SECRET_BYTES;
        if (!inRange) {
            throw new IllegalArgumentException("SM2 secret: got none of the curve, want 32 bytes, 1 to n - 2");
        }
        ECPoint point = CURVE.getG().multiply(number).normalize();
        byte[] open = point.getEncoded(false);
        byte[] material = ByteBuffer.allocate(TYPE.length + POINT_BYTES)
                .put(TYPE)
                .put(open)
                .array();
        NoteKey key = new NoteKey(name, NoteKey.OTHER, material);
        return new Signing(verifier(key), new ECPrivateKeyParameters(number, CURVE), random);
    }

    static ECPoint point(NoteKey key) {
        byte[] material = key.material();
        boolean ours = key.type() == NoteKey.OTHER
                && material.length == TYPE.length + POINT_BYTES
                && Arrays.equals(TYPE, 0, TYPE.length, material, 0, TYPE.length)
                && material[TYPE.length] == 4;
        if (!ours) {
            throw new IllegalArgumentException("key " + key + ": got another type, want SM2 (jingling/sm2/v1)");
        }
        byte[] point = Arrays.copyOfRange(material, TYPE.length, material.length);
        return CURVE.validatePublicPoint(CURVE.getCurve().decodePoint(point));
    }

    /** Whether it is a signature, r and s in 32 bytes each, of that key over the message. */
    static boolean verifies(ECPublicKeyParameters key, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        SM2Signer check = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
        check.init(false, new ParametersWithID(key, IDENTITY.getBytes(StandardCharsets.US_ASCII)));
        check.update(message, 0, message.length);
        return check.verifySignature(signature);
    }

    /** The one with arithmetic of its own: it signs in a fifth of the time that the library's general one takes. */
    private static ECDomainParameters curve() {
        X9ECParameters named = CustomNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    }

    private record Verifying(NoteKey key, ECPublicKeyParameters open) implements NoteVerifier {
        @Override
        public boolean verifies(byte[] text, byte[] signature) {
            return Sm2.verifies(open, text, signature);
        }
    }

    private record Signing(NoteVerifier verifier, ECPrivateKeyParameters secret, SecureRandom random)
            implements NoteSigner {
        @Override
        public byte[] sign(byte[] text) {
            SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
            signer.init(
                    true,
                    new ParametersWithID(
                            new ParametersWithRandom(secret, random), IDENTITY.getBytes(StandardCharsets.US_ASCII)));
            signer.update(text, 0, text.length);
            try {
                return signer.generateSignature();
            } catch (CryptoException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public String toString() {
            return "SM2 signer " + verifier.key();
        }
    }
}
