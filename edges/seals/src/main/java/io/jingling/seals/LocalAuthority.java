package io.jingling.seals;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;

/**
 * A time stamping authority of our own (RFC 3161), for where no other is configured. It proves nothing against whoever runs it,
 * and its certificate's name says so.
 */
public final class LocalAuthority implements TimestampAuthority {
    /** Its certificate's name; whoever looks at a timestamp sees it. */
    public static final String NAME = "CN=静铃本机时间戳（非独立 NOT INDEPENDENT）";

    private static final String SECRET = "timestamp.key";
    private static final String CERTIFICATE = "timestamp.pem";
    /* Of a UUID drawn once (ITU-T X.667): nobody had to be asked for it. */
    private static final ASN1ObjectIdentifier POLICY =
            new ASN1ObjectIdentifier("2.25.319764042504643389257911545165013229703");
    private static final Duration VALID = Duration.ofDays(3653);
    private static final Duration BEFORE = Duration.ofMinutes(5);
    private static final int SERIAL_BITS = 63;

    private final PrivateKey secret;
    private final X509CertificateHolder certificate;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    private LocalAuthority(PrivateKey secret, X509CertificateHolder certificate, InstantSource clock) {
        this.secret = secret;
        this.certificate = certificate;
        this.clock = clock;
    }

    /**
     * The authority whose key is in the folder; a new one where there is none.
     *
     * @param keys a folder that only its owner may enter
     * @throws SealFailure where the files cannot be read or written, or others can read the key
     */
    public static LocalAuthority readOrMake(Path keys, InstantSource clock) {
        try {
            if (!Files.exists(keys.resolve(SECRET))) {
                make(keys, clock.instant());
            }
            byte[] encoded = Pem.read(SecretKey.read(keys.resolve(SECRET)));
            PrivateKey secret = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new LocalAuthority(
                    secret, new X509CertificateHolder(Pem.read(Files.readString(keys.resolve(CERTIFICATE)))), clock);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException failure) {
            throw new SealFailure(
                    SealFailure.Category.KEY_FILE,
                    "keys in " + keys + ": got no pair of the local authority, want one",
                    failure);
        }
    }

    private static void make(Path keys, Instant now) throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        Files.createDirectories(keys);
        Files.writeString(
                keys.resolve(CERTIFICATE),
                Pem.write("CERTIFICATE", certificate(pair, now).getEncoded()));
        SecretKey.write(
                keys.resolve(SECRET), Pem.write("PRIVATE KEY", pair.getPrivate().getEncoded()));
    }

    private static X509CertificateHolder certificate(KeyPair pair, Instant now) throws IOException {
        X500Name name = new X500Name(NAME);
        try {
            return new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0),
                            Date.from(now.minus(BEFORE)),
                            Date.from(now.plus(VALID)),
                            name,
                            pair.getPublic())
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                    .build(signer(pair.getPrivate()));
        } catch (OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ContentSigner signer(PrivateKey secret) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(secret);
    }

    /** In PEM, to be put into trust files, as not independent. */
    public String certificatePem() {
        try {
            return Pem.write("CERTIFICATE", certificate.getEncoded());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In Base64 of DER, one line, as trust files have it. */
    public String certificateBase64() {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public byte[] answer(byte[] request) {
        try {
            TimeStampResponseGenerator generator = new TimeStampResponseGenerator(tokens(), TSPAlgorithms.ALLOWED);
            BigInteger serial = new BigInteger(SERIAL_BITS, random).setBit(0);
            return generator
                    .generate(new TimeStampRequest(request), serial, Date.from(clock.instant()))
                    .getEncoded();
        } catch (TSPException | IOException | OperatorCreationException failure) {
            throw new SealFailure(
                    SealFailure.Category.AUTHORITY,
                    "timestamp request: got " + failure.getMessage() + ", want RFC 3161",
                    failure);
        }
    }

    private TimeStampTokenGenerator tokens() throws TSPException, OperatorCreationException, IOException {
        DigestCalculatorProvider digests = new BcDigestCalculatorProvider();
        SignerInfoGenerator signer = new SignerInfoGeneratorBuilder(digests).build(signer(secret), certificate);
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                signer, digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)), POLICY);
        tokens.addCertificates(new CollectionStore<>(List.of(certificate)));
        return tokens;
    }
}
