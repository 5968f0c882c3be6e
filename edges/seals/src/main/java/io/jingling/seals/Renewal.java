package io.jingling.seals;

import io.jingling.evidence.Authority;
import io.jingling.evidence.Timestamp;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampChain;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.ers.ERSArchiveTimeStampGenerator;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;
import org.bouncycastle.tsp.ers.ERSEvidenceRecordGenerator;
import org.bouncycastle.tsp.ers.ERSException;

/**
 * Keeps a file's timestamp worth something as algorithms and certificates age: evidence records (RFC 4998), beside the file.
 *
 * <p>A record begins with SHA-256; {@link #renewed} stamps the last timestamp, {@link #rehashed} the file and all before by SHA-512.
 */
public final class Renewal {
    private static final DigestCalculatorProvider DIGESTS = new BcDigestCalculatorProvider();
    private static final AlgorithmIdentifier SHA_256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    private static final AlgorithmIdentifier SHA_512 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512);
    private static final int NONCE_BITS = 63;

    private Renewal() {}

    /** A new record of the file. */
    public static byte[] begun(byte[] file, TimestampAuthority authority, SecureRandom random) {
        return answered(() -> {
            ERSArchiveTimeStampGenerator stamps = new ERSArchiveTimeStampGenerator(DIGESTS.get(SHA_256));
            stamps.addData(new ERSByteData(file));
            TimeStampResponse response =
                    Timestamps.ask(stamps.generateTimeStampRequest(requests(), nonce(random)), authority);
            return new ERSEvidenceRecordGenerator(DIGESTS)
                    .generate(stamps.generateArchiveTimeStamp(response))
                    .getEncoded();
        });
    }

    /** The record with a new timestamp over its last, for where that one's key or certificate ages. */
    public static byte[] renewed(byte[] record, TimestampAuthority authority, SecureRandom random) {
        return answered(() -> {
            ERSEvidenceRecord before = new ERSEvidenceRecord(record, DIGESTS);
            TimeStampResponse response =
                    Timestamps.ask(before.generateTimeStampRenewalRequest(requests(), nonce(random)), authority);
            return before.renewTimeStamp(response).getEncoded();
        });
    }

    /** The record with a new chain, over the file and all chains before, by SHA-512: for where SHA-256 ages. */
    public static byte[] rehashed(byte[] record, byte[] file, TimestampAuthority authority, SecureRandom random) {
        return answered(() -> {
            ERSEvidenceRecord before = new ERSEvidenceRecord(record, DIGESTS);
            ERSByteData data = new ERSByteData(file);
            DigestCalculator digest = DIGESTS.get(SHA_512);
            TimeStampResponse response = Timestamps.ask(
                    before.generateHashRenewalRequest(digest, data, requests(), nonce(random)), authority);
            return before.renewHash(digest, data, response).getEncoded();
        });
    }

    /**
     * What the record's first timestamp says, as far as all behind it hold.
     *
     * @param record any bytes whatever
     * @param trusted believed where each of the record's timestamps is by one of them
     */
    public static Timestamp check(byte[] record, byte[] file, List<Authority> trusted) {
        try {
            ERSEvidenceRecord read = new ERSEvidenceRecord(record, DIGESTS);
            if (!Arrays.equals(read.getEncoded(), record)) {
                return new Timestamp.Refused("evidence record: got another writing of it, want DER");
            }
            List<TimeStampToken> tokens = tokens(read);
            Instant last = tokens.getLast().getTimeStampInfo().getGenTime().toInstant();
            read.validatePresent(new ERSByteData(file), Date.from(last));
            read.validate(TimestampReply.verifier(read.getSigningCertificate()));
            return checkTokens(tokens, trusted);
        } catch (TSPException | ERSException | IOException | RuntimeException malformed) {
            // Whatever the library throws for bytes that nobody signed: they are no record.
            return new Timestamp.Refused(
                    "evidence record: got " + malformed.getMessage() + ", want one of this file (RFC 4998)");
        }
    }

    /** Each must have been good when the next was made; the first says since when. */
    private static Timestamp checkTokens(List<TimeStampToken> tokens, List<Authority> trusted)
            throws TSPException, IOException {
        List<Timestamp> said = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            X509CertificateHolder signer = TimestampReply.signer(tokens.get(i));
            tokens.get(i).validate(TimestampReply.verifier(signer));
            Date at = tokens.get(i).getTimeStampInfo().getGenTime();
            boolean late = i > 0
                    && (at.before(tokens.get(i - 1).getTimeStampInfo().getGenTime())
                            || !TimestampReply.signer(tokens.get(i - 1)).isValidOn(at));
            if (late) {
                return new Timestamp.Refused("evidence record: got timestamp " + (i + 1)
                        + " from before the one it renews, or from after that one's certificate, want one between");
            }
            said.add(said(tokens.get(i), signer, trusted));
        }
        boolean allBelieved = said.stream().allMatch(Timestamp.Believed.class::isInstance);
        return switch (said.getFirst()) {
            case Timestamp.Believed first when !allBelieved -> new Timestamp.Unknown(first.at(), first.signer());
            case Timestamp first -> first;
        };
    }

    private static Timestamp said(TimeStampToken token, X509CertificateHolder signer, List<Authority> trusted)
            throws IOException {
        Instant at = token.getTimeStampInfo().getGenTime().toInstant();
        String name = signer.getSubject().toString();
        return TimestampReply.above(signer, token.getCertificates().getMatches(null), trusted, at)
                .<Timestamp>map(known -> new Timestamp.Believed(at, name, known))
                .orElseGet(() -> new Timestamp.Unknown(at, name));
    }

    private static List<TimeStampToken> tokens(ERSEvidenceRecord record) throws TSPException, IOException {
        List<TimeStampToken> tokens = new ArrayList<>();
        for (ArchiveTimeStampChain chain :
                record.toASN1Structure().getArchiveTimeStampSequence().getArchiveTimeStampChains()) {
            for (ArchiveTimeStamp stamp : chain.getArchiveTimestamps()) {
                tokens.add(new TimeStampToken(stamp.getTimeStamp()));
            }
        }
        return tokens;
    }

    private static TimeStampRequestGenerator requests() {
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        return requests;
    }

    private static BigInteger nonce(SecureRandom random) {
        return new BigInteger(NONCE_BITS, random).setBit(0);
    }

    private static byte[] answered(Asking asking) {
        try {
            return asking.record();
        } catch (TSPException | ERSException | IOException | OperatorCreationException failure) {
            throw new SealFailure(
                    SealFailure.Category.RECORD,
                    "evidence record: got " + failure.getMessage() + ", want RFC 4998",
                    failure);
        }
    }

    private interface Asking {
        byte[] record() throws TSPException, ERSException, IOException, OperatorCreationException;
    }
}
