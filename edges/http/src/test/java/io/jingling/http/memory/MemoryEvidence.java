package io.jingling.http.memory;

import io.jingling.domain.PhoneNumber;
import io.jingling.evidence.Ed25519;
import io.jingling.evidence.Entry;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.EvidenceLog;
import io.jingling.evidence.GrowingTree;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteSigner;
import io.jingling.evidence.Opening;
import io.jingling.evidence.Part;
import io.jingling.evidence.Parts;
import io.jingling.evidence.Receipt;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Tile;
import io.jingling.platform.EvidenceKeeper;
import io.jingling.platform.Statement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A true log whose tiles and openings are in maps. */
public final class MemoryEvidence implements EvidenceKeeper, EvidenceLog {
    /** The published key pair of Go's tests, under a name. */
    private static final NoteKey PETER =
            NoteKey.of("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

    public static final NoteSigner SIGNER = Ed25519.signer(
            PETER, PETER.seedOf("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"));

    private final Memory memory;
    private final GrowingTree tree = GrowingTree.empty();
    private final Map<Tile, byte[]> tiles = new HashMap<>();
    private final Map<Long, Opened> openings = new HashMap<>();
    private final List<Statement> statements = new ArrayList<>();
    private long salts;

    MemoryEvidence(Memory memory) {
        this.memory = memory;
    }

    /** What all parts said so far, one after the other. */
    public synchronized String said() {
        StringBuilder said = new StringBuilder();
        statements.forEach(one -> one.parts().forEach(part -> said.append(part.text())));
        return said.toString();
    }

    @Override
    public synchronized List<Receipt> append(List<Entry> entries) {
        memory.answer();
        long first = tree.head().size();
        tiles.putAll(tree.append(entries.stream().map(Entry::bytes).toList()));
        List<Receipt> receipts = new ArrayList<>();
        entries.forEach(entry -> receipts.add(new Receipt(first + receipts.size(), entry.leaf(), checkpoint())));
        return receipts;
    }

    @Override
    public synchronized List<Receipt> keep(List<Statement> kept) {
        List<Receipt> receipts = new ArrayList<>();
        for (Statement statement : kept) {
            List<Part> parts = new ArrayList<>();
            statement
                    .parts()
                    .forEach(said -> parts.add(new Part.Kept(salt(), said.text().getBytes(StandardCharsets.UTF_8))));
            Opening opening = new Opening(statement.kind(), salt(), new Parts(parts).content());
            receipts.add(append(List.of(opening.entry())).getFirst());
            openings.put(receipts.getLast().index(), new Opened(opening, parts));
            statements.add(statement);
        }
        return receipts;
    }

    private byte[] salt() {
        return ByteBuffer.allocate(Opening.SALT_BYTES).putLong(salts++).array();
    }

    @Override
    public synchronized CompletionStage<Filed> file(EntryKind kind, byte[] content) {
        Opening opening = new Opening(kind, salt(), content);
        return append(opening.entry()).thenApply(receipt -> {
            openings.put(receipt.index(), new Opened(opening, List.of()));
            return new Filed(receipt, opening);
        });
    }

    @Override
    public Filed filed(EntryKind kind, byte[] content) {
        memory.answer();
        return file(kind, content).toCompletableFuture().join();
    }

    @Override
    public CompletionStage<Receipt> append(Entry entry) {
        try {
            return CompletableFuture.completedFuture(append(List.of(entry)).getFirst());
        } catch (RuntimeException away) {
            return CompletableFuture.failedFuture(away);
        }
    }

    @Override
    public synchronized Optional<Opened> open(long index) {
        return Optional.ofNullable(openings.get(index));
    }

    @Override
    public synchronized long forget(PhoneNumber person) {
        memory.answer();
        return statements.stream()
                .flatMap(one -> one.parts().stream())
                .filter(part -> part.about().contains(person))
                .count();
    }

    @Override
    public EvidenceLog log() {
        return this;
    }

    @Override
    public Counts counts() {
        return new Counts(0, 0, 0, 0, 0);
    }

    @Override
    public synchronized SignedCheckpoint checkpoint() {
        return SignedCheckpoint.sign("PeterNeumann", tree.head(), List.of(SIGNER));
    }

    @Override
    public synchronized byte[] read(Tile tile) {
        return tiles.get(tile);
    }
}
