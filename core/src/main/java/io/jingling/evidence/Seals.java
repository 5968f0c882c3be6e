package io.jingling.evidence;

import java.util.List;

/** The cryptography that a bundle needs and the JDK lacks. Owned here, brought by an edge. */
public interface Seals {
    /** SM3 (GB/T 32905): 32 bytes, as SHA-256's. */
    Hash sm3(byte[] content);

    /**
     * Who verifies signatures of a key: Ed25519, a cosignature, or SM2.
     *
     * @throws IllegalArgumentException where the key is of another type, or no key
     */
    NoteVerifier verifier(NoteKey key);

    /**
     * What a time stamping authority said (RFC 3161).
     *
     * @param reply a TimeStampResp in DER; any bytes whatever
     * @param stamped SHA-256 of what it must be over
     * @param trusted whom one who verifies believes
     */
    Timestamp timestamp(byte[] reply, Hash stamped, List<Authority> trusted);
}
