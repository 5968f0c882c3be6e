package io.jingling.verifier;

import io.jingling.evidence.Ed25519;
import io.jingling.evidence.GrowingTree;
import io.jingling.evidence.Hash;
import io.jingling.evidence.LogProof;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteSigner;
import io.jingling.evidence.Opening;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Tile;
import io.jingling.evidence.TileReader;
import io.jingling.evidence.TreeReader;
import io.jingling.seals.Sm2;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log whose files are in memory, with a key of each kind and one witness. */
final class LogInMemory implements TileReader {
    final String origin;
    final NoteSigner ed25519;
    final NoteSigner sm2;
    final NoteSigner witness;

    private final GrowingTree tree = GrowingTree.empty();
    private final Map<String, byte[]> files = new HashMap<>();
    private long size;

    LogInMemory(String origin, long seed) {
        MadeUpKeys keys = new MadeUpKeys(seed);
        this.origin = origin;
        this.ed25519 = keys.ed25519(origin);
        this.sm2 = Sm2.signer(origin, keys.bytes(32), keys.random());
        byte[] secret = keys.bytes(Ed25519.SEED_BYTES);
        NoteKey witnessKey = new NoteKey("witness.example", NoteKey.COSIGNATURE, MadeUpKeys.publicHalf(secret));
        this.witness = Ed25519.cosigner(witnessKey, secret, 1_795_870_900L);
    }

    long append(Opening opening) {
        tree.append(List.of(opening.entry().bytes())).forEach((tile, bytes) -> files.put(tile.path(), bytes));
        size++;
        return size - 1;
    }

    LogProof proof(long index) {
        TreeReader reader = new TreeReader(size, this);
        SignedCheckpoint signed =
                SignedCheckpoint.sign(origin, reader.head(size), new ArrayList<>(List.of(ed25519, sm2, witness)));
        return LogProof.of(reader.inclusion(index, size), signed);
    }

    String trust() {
        return "log " + origin + "\nkey " + ed25519.verifier().key().text() + "\nkey "
                + sm2.verifier().key().text() + "\nwitness "
                + witness.verifier().key().text() + "\nquorum 1\n";
    }

    @Override
    public byte[] read(Tile tile) {
        byte[] exact = files.get(tile.path());
        byte[] bytes = exact == null ? files.get(tile.full().path()) : exact;
        return tile.isEntries() ? bytes : Arrays.copyOf(bytes, tile.width() * Hash.BYTES);
    }
}
