package io.jingling.seals;

import io.jingling.evidence.Authority;
import io.jingling.evidence.Hash;
import io.jingling.evidence.Timestamp;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;

/** Looks at what a time stamping authority answered (RFC 3161), whoever it was. */
final class TimestampReply {
    private static final int CHAIN_MAX = 8;

    private TimestampReply() {}

    /** @param reply any bytes whatever */
    static Timestamp check(byte[] reply, Hash stamped, List<Authority> trusted) {
        try {
            return checkToken(token(reply), stamped, trusted);
        } catch (TSPException | IOException | RuntimeException malformed) {
            // Whatever the library throws for bytes that nobody signed: they are no timestamp.
            return new Timestamp.Refused(
                    "timestamp: got " + malformed.getMessage() + ", want a granted reply (RFC 3161)");
        }
    }

    static TimeStampToken token(byte[] reply) throws TSPException, IOException {
        TimeStampResponse response = new TimeStampResponse(reply);
        TimeStampToken token = response.getTimeStampToken();
        boolean granted =
                response.getStatus() == PKIStatus.GRANTED || response.getStatus() == PKIStatus.GRANTED_WITH_MODS;
        if (!granted || token == null) {
            throw new TSPException("status " + response.getStatus() + " (" + response.getStatusString() + ")");
        }
        if (!Arrays.equals(response.getEncoded(), reply)) {
            throw new TSPException("another writing of the reply");
        }
        wantSignedData(token);
        return token;
    }

    /** What the library does not look at, as nothing that is signed says it: RFC 5652 §5.1 and §5.2 do. */
    private static void wantSignedData(TimeStampToken token) throws TSPException {
        CMSSignedData whole = token.toCMSSignedData();
        SignedData signed = SignedData.getInstance(whole.toASN1Structure().getContent());
        boolean isOne = whole.toASN1Structure().getContentType().equals(CMSObjectIdentifiers.signedData)
                && signed.getEncapContentInfo().getContent() instanceof ASN1OctetString
                && digests(whole.getDigestAlgorithmIDs()).equals(digests(signers(whole)));
        if (!isOne) {
            throw new TSPException("a token that is no signed data over an octet string by the digest that it names");
        }
    }

    private static List<AlgorithmIdentifier> signers(CMSSignedData whole) {
        return whole.getSignerInfos().getSigners().stream()
                .map(SignerInformation::getDigestAlgorithmID)
                .toList();
    }

    /** Without parameters, which may be left out or NULL (RFC 5754 §2). */
    private static Set<ASN1ObjectIdentifier> digests(Collection<AlgorithmIdentifier> algorithms) throws TSPException {
        Set<ASN1ObjectIdentifier> digests = new HashSet<>();
        for (AlgorithmIdentifier algorithm : algorithms) {
            if (algorithm.getParameters() != null && !DERNull.INSTANCE.equals(algorithm.getParameters())) {
                throw new TSPException("a digest with parameters");
            }
            digests.add(algorithm.getAlgorithm());
        }
        return digests;
    }

    private static Timestamp checkToken(TimeStampToken token, Hash stamped, List<Authority> trusted)
            throws TSPException, IOException {
        boolean overThis = token.getTimeStampInfo().getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                && Arrays.equals(token.getTimeStampInfo().getMessageImprintDigest(), stamped.bytes());
        if (!overThis) {
            return new Timestamp.Refused("timestamp: got one over something else, want one over SHA-256 " + stamped);
        }
        Collection<X509CertificateHolder> certificates = token.getCertificates().getMatches(null);
        X509CertificateHolder signer = signer(token);
        token.validate(verifier(signer));
        Instant at = token.getTimeStampInfo().getGenTime().toInstant();
        String name = signer.getSubject().toString();
        Optional<Authority> authority = above(signer, certificates, trusted, at);
        return authority
                .<Timestamp>map(known -> new Timestamp.Believed(at, name, known))
                .orElseGet(() -> new Timestamp.Unknown(at, name));
    }

    static X509CertificateHolder signer(TimeStampToken token) throws TSPException {
        Store<X509CertificateHolder> certificates = token.getCertificates();
        List<X509CertificateHolder> matches = certificates.getMatches(null).stream()
                .filter(token.getSID()::match)
                .toList();
        if (matches.size() != 1) {
            throw new TSPException(matches.size() + " certificates of its signer");
        }
        return matches.getFirst();
    }

    static SignerInformationVerifier verifier(X509CertificateHolder certificate) {
        return new SignerInformationVerifier(
                new DefaultCMSSignatureAlgorithmNameGenerator(),
                new DefaultSignatureAlgorithmIdentifierFinder(),
                new Signatures(certificate),
                new BcDigestCalculatorProvider());
    }

    /** The first authority that is the signer, or that a chain of certificates leads up to. */
    static Optional<Authority> above(
            X509CertificateHolder signer,
            Collection<X509CertificateHolder> certificates,
            List<Authority> trusted,
            Instant at)
            throws IOException {
        X509CertificateHolder current = signer;
        for (int i = 0; i < CHAIN_MAX; i++) {
            for (Authority authority : trusted) {
                X509CertificateHolder anchor = new X509CertificateHolder(authority.certificate());
                if (anchor.equals(current) || issued(anchor, current, at)) {
                    return Optional.of(authority);
                }
            }
            X509CertificateHolder below = current;
            Optional<X509CertificateHolder> next = certificates.stream()
                    .filter(above -> !above.equals(below) && issued(above, below, at))
                    .findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            current = next.get();
        }
        return Optional.empty();
    }

    private static boolean issued(X509CertificateHolder above, X509CertificateHolder below, Instant at) {
        Extension constraints = above.getExtension(Extension.basicConstraints);
        boolean mayIssue = constraints != null
                && BasicConstraints.getInstance(constraints.getParsedValue()).isCA();
        try {
            return mayIssue
                    && above.getSubject().equals(below.getIssuer())
                    && above.isValidOn(Date.from(at))
                    && below.isSignatureValid(new Signatures(above));
        } catch (CertException malformed) {
            return false;
        }
    }
}
