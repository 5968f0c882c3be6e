package io.jingling.seals;

import io.jingling.evidence.Authority;
import io.jingling.evidence.Ed25519;
import io.jingling.evidence.Hash;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteVerifier;
import io.jingling.evidence.Seals;
import io.jingling.evidence.Timestamp;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;

/** SM3, SM2 and timestamps by BouncyCastle, Ed25519 by the JDK. Holds nothing; any thread. */
public final class BouncySeals implements Seals {
    @Override
    public Hash sm3(byte[] content) {
        SM3Digest digest = new SM3Digest();
        digest.update(content, 0, content.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return new Hash(hash);
    }

    @Override
    public NoteVerifier verifier(NoteKey key) {
        return key.type() == NoteKey.OTHER ? Sm2.verifier(key) : Ed25519.verifier(key);
    }

    @Override
    public Timestamp timestamp(byte[] reply, Hash stamped, List<Authority> trusted) {
        return TimestampReply.check(reply, stamped, trusted);
    }
}
