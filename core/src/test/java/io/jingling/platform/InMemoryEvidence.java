package io.jingling.platform;

import io.jingling.domain.PhoneNumber;
import io.jingling.evidence.Ed25519;
import io.jingling.evidence.Entry;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.EvidenceLog;
import io.jingling.evidence.Hash;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.Receipt;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.TreeHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What was stated, in a list, and a switch that makes it fail. */
final class InMemoryEvidence implements EvidenceKeeper {
    /** The published key pair of Go's tests. */
    private static final NoteKey PETER =
            NoteKey.of("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

    private static final String SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final Hash LEAF = Hash.sha256(new byte[0]);

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
        List<Receipt> receipts = new ArrayList<>();
        for (Statement statement : kept) {
            statements.add(statement);
            TreeHead head = new TreeHead(statements.size(), LEAF);
            SignedCheckpoint checkpoint =
                    SignedCheckpoint.sign(PETER.name(), head, List.of(Ed25519.signer(PETER, PETER.seedOf(SECRET))));
            receipts.add(new Receipt(statements.size() - 1L, LEAF, checkpoint));
        }
        return receipts;
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
