package io.jingling.storage;

import io.jingling.domain.PhoneNumber;
import io.jingling.evidence.Entry;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.EvidenceLog;
import io.jingling.evidence.NoteSigner;
import io.jingling.evidence.Opening;
import io.jingling.evidence.Part;
import io.jingling.evidence.Receipt;
import io.jingling.platform.EvidenceKeeper;
import io.jingling.platform.Statement;
import io.jingling.platform.Statement.Said;
import io.jingling.platform.StoreFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** The evidence log in its folder, what opens it in the database, and what comes on its way to both. */
final class EvidenceArchive implements EvidenceKeeper, AutoCloseable {
    private final SecureRandom random = new SecureRandom();
    private final EvidenceFolder folder;
    private final OpeningTable openings;
    private final EvidencePlaces places;
    private final EvidenceQueue queue;
    private final LongAdder entries = new LongAdder();
    private final LongAdder ackNanos = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final AtomicLong decisions = new AtomicLong();

    private EvidenceArchive(EvidenceFolder folder, OpeningTable openings) {
        this.folder = folder;
        this.openings = openings;
        this.places = EvidencePlaces.open(folder, openings);
        this.queue = new EvidenceQueue(openings, folder, places);
    }

    /**
     * Opens the log, or begins one, and says of the last entries where they are, where a crash took that back.
     *
     * @param signer with Ed25519 and the log's name
     * @param publishers sign what is published, too
     */
    static EvidenceArchive open(
            Path log, NoteSigner signer, List<NoteSigner> publishers, Database database, NumberVault vault) {
        String origin = signer.verifier().key().name();
        EvidenceFolder folder = EvidenceFolder.open(log, signer, publishers);
        try {
            return new EvidenceArchive(folder, new OpeningTable(database, vault, origin));
        } catch (RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    @Override
    public List<Receipt> keep(List<Statement> statements) {
        if (statements.isEmpty()) {
            return List.of();
        }
        List<OpeningTable.Row> rows = statements.stream().map(this::row).toList();
        long start = System.nanoTime();
        try {
            List<Receipt> receipts = queue.keep(rows);
            counted(receipts.size(), start);
            return receipts;
        } catch (StoreFailure failure) {
            refused.add(rows.size());
            throw failure;
        }
    }

    private OpeningTable.Row row(Statement statement) {
        List<SealedOpening.OfPart> parts = statement.parts().stream()
                .map(said -> new SealedOpening.OfPart(part(said), subjects(said.about())))
                .toList();
        return row(statement.kind(), new SealedOpening(salt(), new byte[0], parts));
    }

    private static OpeningTable.Row row(EntryKind kind, SealedOpening opening) {
        return new OpeningTable.Row(opening.opening(kind).entry().leaf(), kind, opening);
    }

    private Part part(Said said) {
        return new Part.Kept(salt(), said.text().getBytes(StandardCharsets.UTF_8));
    }

    private Set<UUID> subjects(Set<PhoneNumber> about) {
        return about.stream().map(openings::subject).collect(Collectors.toUnmodifiableSet());
    }

    private byte[] salt() {
        byte[] salt = new byte[Opening.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    @Override
    public CompletionStage<Filed> file(EntryKind kind, byte[] content) {
        Opening opening = new Opening(kind, salt(), content);
        OpeningTable.Row row = row(kind, SealedOpening.of(opening));
        long start = System.nanoTime();
        return counted(queue.later(List.of(row)).thenApply(List::getFirst), start)
                .thenApply(receipt -> new Filed(receipt, opening));
    }

    @Override
    public Filed filed(EntryKind kind, byte[] content) {
        try {
            return file(kind, content).toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof StoreFailure away ? away : new StoreFailure("evidence", failure);
        }
    }

    @Override
    public CompletionStage<Receipt> append(Entry entry) {
        long start = System.nanoTime();
        return counted(folder.appendLater(List.of(entry)).thenApply(List::getFirst), start);
    }

    private CompletableFuture<Receipt> counted(CompletableFuture<Receipt> answer, long start) {
        return answer.whenComplete((receipt, failure) -> {
            if (failure == null) {
                counted(1, start);
            } else {
                refused.increment();
            }
        });
    }

    private void counted(int count, long start) {
        entries.add(count);
        ackNanos.add(count * (System.nanoTime() - start));
    }

    OpeningTable openings() {
        return openings;
    }

    /** So many decisions more are in evidence. */
    void decided(int count) {
        decisions.addAndGet(count);
    }

    @Override
    public Optional<Opened> open(long index) {
        if (index < 0 || index >= folder.checkpoint().head().size()) {
            return Optional.empty();
        }
        return openings.open(folder.entry(index).leaf());
    }

    @Override
    public long forget(PhoneNumber person) {
        return openings.forget(openings.subject(person));
    }

    @Override
    public EvidenceLog log() {
        return folder;
    }

    @Override
    public Counts counts() {
        return new Counts(
                entries.sum(),
                ackNanos.sum(),
                (long) queue.waiting() + folder.waiting(),
                refused.sum(),
                decisions.get());
    }

    /** Makes durable what waits. */
    @Override
    public void close() {
        queue.close();
        places.close();
        folder.close();
    }
}
