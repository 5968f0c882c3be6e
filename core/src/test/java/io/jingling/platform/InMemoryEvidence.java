package io.jingling.platform;

import io.jingling.domain.PhoneNumber;
import io.jingling.evidence.Entry;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.EvidenceLog;
import io.jingling.evidence.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What was stated, in a list, and a switch that makes it fail. */
final class InMemoryEvidence implements EvidenceKeeper {
    final List<Statement> statements = new ArrayList<>();
    boolean away;

    /** What all parts say. */
    List<String> texts() {
        return statements.stream()
                .flatMap(one -> one.parts().stream())
                .map(Statement.Said::text)
                .toList();
    }

    @Override
    public List<Receipt> keep(List<Statement> kept) {
        if (away) {
            throw new StoreFailure("evidence", new IllegalStateException("away"));
        }
        statements.addAll(kept);
        return List.of();
    }

    @Override
    public CompletionStage<Filed> file(EntryKind kind, byte[] content) {
        throw new UnsupportedOperationException("nobody files here");
    }

    @Override
    public Filed filed(EntryKind kind, byte[] content) {
        throw new UnsupportedOperationException("nobody files here");
    }

    @Override
    public CompletionStage<Receipt> append(Entry entry) {
        throw new UnsupportedOperationException("nobody appends here");
    }

    @Override
    public Optional<Opened> open(long index) {
        return Optional.empty();
    }

    @Override
    public long forget(PhoneNumber person) {
        return 0;
    }

    @Override
    public EvidenceLog log() {
        throw new UnsupportedOperationException("there is no log here");
    }

    @Override
    public Counts counts() {
        return new Counts(statements.size(), 0, 0, 0, 0);
    }
}
