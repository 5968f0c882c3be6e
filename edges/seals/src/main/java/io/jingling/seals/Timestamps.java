package io.jingling.seals;

import io.jingling.evidence.Hash;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** Asks for timestamps, and takes only answers to what was asked. */
public final class Timestamps {
    private static final int NONCE_BITS = 63;

    private Timestamps() {}

    /**
     * The authority's reply over the content, checked against the request; not yet whether the authority is believed.
     *
     * @throws SealFailure where none came, or one to something else
     */
    public static byte[] over(byte[] content, TimestampAuthority authority, SecureRandom random) {
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        BigInteger nonce = new BigInteger(NONCE_BITS, random).setBit(0);
        TimeStampRequest request =
                requests.generate(TSPAlgorithms.SHA256, Hash.sha256(content).bytes(), nonce);
        try {
            return ask(request, authority).getEncoded();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static TimeStampResponse ask(TimeStampRequest request, TimestampAuthority authority) {
        try {
            TimeStampResponse response = new TimeStampResponse(authority.answer(request.getEncoded()));
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw new TSPException("status " + response.getStatus() + " " + response.getStatusString());
            }
            return response;
        } catch (TSPException | IOException | RuntimeException other) {
            if (other instanceof SealFailure failure) {
                throw failure;
            }
            throw new SealFailure(
                    SealFailure.Category.AUTHORITY,
                    "timestamp: got " + other.getMessage() + ", want an answer to what was asked",
                    other);
        }
    }
}
