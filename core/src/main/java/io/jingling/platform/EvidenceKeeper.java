package io.jingling.platform;

import io.jingling.domain.PhoneNumber;
import io.jingling.evidence.Entry;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.EvidenceLog;
import io.jingling.evidence.Opening;
import io.jingling.evidence.Part;
import io.jingling.evidence.Receipt;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Keeps what happened: a commitment in the evidence log, and what opens it apart from the log, sealed.
 *
 * <p>Fails closed: what is not known to be durable throws {@link StoreFailure}, and what it was to be evidence of is not done.
 */
public interface EvidenceKeeper {
    /** Waits until all are durable; one entry each, side by side. May be in the log though it failed. */
    List<Receipt> keep(List<Statement> statements);

    /** The same without waiting; fails at once where too much waits already. */
    CompletionStage<Filed> file(EntryKind kind, byte[] content);

    /** The same, and waits until it is durable. */
    Filed filed(EntryKind kind, byte[] content);

    /** An entry that only its sender can open; fails at once where too much waits already. */
    CompletionStage<Receipt> append(Entry entry);

    /** What opens an entry, with the parts that were not deleted; empty where nothing is kept of it. */
    Optional<Opened> open(long index);

    /**
     * Deletes salts and contents of all parts that are somebody's data; the log stays whole. Durable on return.
     *
     * @return how many parts
     */
    long forget(PhoneNumber person);

    /** The log itself. */
    EvidenceLog log();

    /** Whether entries find their way. */
    Counts counts();

    /**
     * A content that was kept.
     *
     * @param opening by it the sender can show what was kept, without us
     */
    record Filed(Receipt receipt, Opening opening) {}

    /**
     * What is kept of an entry.
     *
     * @param parts none where the opening's content is no list of parts
     */
    record Opened(Opening opening, List<Part> parts) {
        public Opened {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Since the start.
     *
     * @param entries acknowledged
     * @param ackNanos from when each was handed over until it was durable, in sum
     * @param waiting how many are on their way
     * @param refused how many were not taken, or are not known to be durable
     * @param decisions how many decisions are in evidence
     */
    record Counts(long entries, long ackNanos, long waiting, long refused, long decisions) {}
}
