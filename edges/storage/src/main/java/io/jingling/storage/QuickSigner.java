package io.jingling.storage;

import io.jingling.evidence.Ed25519;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteSigner;
import io.jingling.evidence.NoteVerifier;

/**
 * Signs by Ed25519 as the JDK does, byte for byte, in a tenth of its time: a signature stands between each batch of entries and
 * the disk.
 */
final class QuickSigner implements NoteSigner {
    private static final int SIGNATURE_BYTES = 64;

    private final NoteVerifier verifier;
    private final byte[] seed;
    private final byte[] open;

    /** @throws IllegalArgumentException where the seed is not that of the key */
    QuickSigner(NoteKey key, byte[] seed) {
        this.verifier = Ed25519.signer(key, seed).verifier();
        this.seed = seed.clone();
        this.open = key.material();
    }

    @Override
    public NoteVerifier verifier() {
        return verifier;
    }

    @Override
    public byte[] sign(byte[] text) {
        byte[] signature = new byte[SIGNATURE_BYTES];
        org.bouncycastle.math.ec.rfc8032.Ed25519.sign(seed, 0, open, 0, text, 0, text.length, signature, 0);
        return signature;
    }

    @Override
    public String toString() {
        return "signer of " + verifier.key();
    }
}
