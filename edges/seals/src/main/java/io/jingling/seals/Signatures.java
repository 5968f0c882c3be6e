package io.jingling.seals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;

/** Verifies what certificates and timestamps are signed by: RSA and ECDSA by the JDK, SM2 by BouncyCastle. */
final class Signatures implements ContentVerifierProvider {
    private static final Map<ASN1ObjectIdentifier, String> OF_JDK = Map.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption, "SHA256withRSA",
            PKCSObjectIdentifiers.sha384WithRSAEncryption, "SHA384withRSA",
            PKCSObjectIdentifiers.sha512WithRSAEncryption, "SHA512withRSA",
            X9ObjectIdentifiers.ecdsa_with_SHA256, "SHA256withECDSA",
            X9ObjectIdentifiers.ecdsa_with_SHA384, "SHA384withECDSA",
            X9ObjectIdentifiers.ecdsa_with_SHA512, "SHA512withECDSA");

    private final X509CertificateHolder certificate;

    Signatures(X509CertificateHolder certificate) {
        this.certificate = certificate;
    }

    @Override
    public boolean hasAssociatedCertificate() {
        return true;
    }

    @Override
    public X509CertificateHolder getAssociatedCertificate() {
        return certificate;
    }

    @Override
    public ContentVerifier get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
        return new Message(algorithm, check(algorithm.getAlgorithm()));
    }

    private Check check(ASN1ObjectIdentifier algorithm) throws OperatorCreationException {
        SubjectPublicKeyInfo key = certificate.getSubjectPublicKeyInfo();
        if (algorithm.equals(GMObjectIdentifiers.sm2sign_with_sm3)) {
            return (message, signature) -> sm2(key, message, signature);
        }
        String name = OF_JDK.get(algorithm);
        if (name == null) {
            throw new OperatorCreationException("signature: got algorithm " + algorithm
                    + ", want RSA or ECDSA with SHA-256, SHA-384 or SHA-512, or SM2 with SM3");
        }
        return (message, signature) -> jdk(name, key, message, signature);
    }

    private static boolean sm2(SubjectPublicKeyInfo key, byte[] message, byte[] signature) {
        ECPublicKeyParameters open = new ECPublicKeyParameters(
                Sm2.CURVE.validatePublicPoint(
                        Sm2.CURVE.getCurve().decodePoint(key.getPublicKeyData().getOctets())),
                Sm2.CURVE);
        SM2Signer check = new SM2Signer(new SM3Digest());
        check.init(false, new ParametersWithID(open, Sm2.IDENTITY.getBytes(StandardCharsets.US_ASCII)));
        check.update(message, 0, message.length);
        return check.verifySignature(signature);
    }

    private static boolean jdk(String name, SubjectPublicKeyInfo key, byte[] message, byte[] signature)
            throws GeneralSecurityException, IOException {
        String family = name.endsWith("RSA") ? "RSA" : "EC";
        PublicKey open = KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(key.getEncoded()));
        Signature check = Signature.getInstance(name);
        check.initVerify(open);
        check.update(message);
        return check.verify(signature);
    }

    private interface Check {
        boolean holds(byte[] message, byte[] signature) throws GeneralSecurityException, IOException;
    }

    private record Message(AlgorithmIdentifier algorithm, Check check, ByteArrayOutputStream bytes)
            implements ContentVerifier {
        Message(AlgorithmIdentifier algorithm, Check check) {
            this(algorithm, check, new ByteArrayOutputStream());
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream() {
            return bytes;
        }

        @Override
        public boolean verify(byte[] signature) {
            try {
                return check.holds(bytes.toByteArray(), signature);
            } catch (GeneralSecurityException | IOException malformed) {
                return false;
            }
        }
    }
}
