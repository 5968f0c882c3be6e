package io.jingling.storage;

import io.jingling.evidence.AddCheckpoint;
import io.jingling.evidence.Ed25519;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteSigner;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Witness;
import io.jingling.evidence.Witness.Answer;
import io.jingling.platform.StoreFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a witness must not forget: its key, {@code evidence.key} and {@code evidence.pub}, and of each log the checkpoint that it
 * cosigned last, {@code seen/HEX-OF-THE-NAME}. One process at a time.
 */
public final class WitnessFolder implements AutoCloseable {
    private static final int NAME_MAX = 100;

    private final DataDirectory claim;
    private final LogFolder seen;
    private final NoteKey key;
    private final byte[] seed;

    private WitnessFolder(DataDirectory claim, LogFolder seen, NoteKey key, byte[] seed) {
        this.claim = claim;
        this.seen = seen;
        this.key = key;
        this.seed = seed;
    }

    /**
     * Opens the folder; a new one gets a key.
     *
     * @param name whose cosignatures these are
     * @throws StorageUnusable where another process has it, or the key is another's
     */
    public static WitnessFolder open(Path folder, String name) {
        DataDirectory claim = DataDirectory.claim(folder);
        try {
            LogFolder seen = new LogFolder(claim.folder("seen").toAbsolutePath());
            EvidenceKey.Pair pair = EvidenceKey.pair(folder, name);
            return new WitnessFolder(
                    claim,
                    seen,
                    new NoteKey(name, NoteKey.COSIGNATURE, pair.key().material()),
                    pair.seed());
        } catch (RuntimeException failure) {
            claim.close();
            throw failure;
        }
    }

    /** The half that may be shown: whoever believes this witness has it. */
    public NoteKey key() {
        return key;
    }

    /** What was cosigned last of a log; empty for none. */
    public synchronized Optional<SignedCheckpoint> seen(String origin) {
        if (origin.length() > NAME_MAX) {
            return Optional.empty();
        }
        try {
            return seen.read(name(origin)).map(SignedCheckpoint::read);
        } catch (IOException | IllegalArgumentException failure) {
            throw new StoreFailure("witness", failure);
        }
    }

    /**
     * Decides, and where it cosigns, remembers that durably first.
     *
     * @param seconds now, since 1970
     * @return a {@code Cosigns} has the checkpoint with this witness's cosignature below the log's signature
     * @throws StoreFailure where it could not be remembered: then it is not cosigned
     */
    public synchronized Answer cosign(Witness witness, AddCheckpoint asked, long seconds) {
        Optional<SignedCheckpoint> before = seen(asked.checkpoint().checkpoint().origin());
        Answer answer = witness.decide(asked, before.map(SignedCheckpoint::head));
        if (!(answer instanceof Answer.Cosigns(SignedCheckpoint checkpoint))) {
            return answer;
        }
        NoteSigner cosigner = Ed25519.cosigner(key, seed, seconds);
        SignedCheckpoint cosigned =
                new SignedCheckpoint(checkpoint.checkpoint(), checkpoint.note().signedAlsoBy(List.of(cosigner)));
        remember(cosigned);
        return new Answer.Cosigns(cosigned);
    }

    private void remember(SignedCheckpoint cosigned) {
        try {
            seen.replace(name(cosigned.checkpoint().origin()), cosigned.note().bytes());
        } catch (IOException failure) {
            throw new StoreFailure("witness", failure);
        }
    }

    private static String name(String origin) {
        return HexFormat.of().formatHex(origin.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        claim.close();
    }
}
