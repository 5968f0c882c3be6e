package io.jingling.seals;

/** Answers requests for timestamps (RFC 3161): one somewhere, or our own. */
public interface TimestampAuthority {
    /**
     * Its reply.
     *
     * @param request a TimeStampReq in DER
     * @throws SealFailure where none came
     */
    byte[] answer(byte[] request);
}
