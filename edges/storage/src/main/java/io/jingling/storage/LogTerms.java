package io.jingling.storage;

import io.jingling.evidence.NoteSigner;
import io.jingling.evidence.NoteVerifier;
import java.util.List;

/**
 * What an evidence log is opened with.
 *
 * @param origin its name, in every checkpoint
 * @param signers each signs every checkpoint; at least one
 * @param publishers each signs, below them, what is published; slower ones, as no entry waits for them
 * @param journalBytesMax how long the journal may become before the tiles are synced, 4 KB to 64 MB
 */
record LogTerms(String origin, List<NoteSigner> signers, List<NoteSigner> publishers, int journalBytesMax) {
    static final int JOURNAL_BYTES = 8 << 20;
    private static final int JOURNAL_BYTES_MIN = 4 << 10;
    private static final int JOURNAL_BYTES_LIMIT = 64 << 20;

    LogTerms {
        signers = List.copyOf(signers);
        publishers = List.copyOf(publishers);
        if (signers.isEmpty()) {
            throw new IllegalArgumentException("evidence log " + origin + ": got no signer, want one");
        }
        if (journalBytesMax < JOURNAL_BYTES_MIN || journalBytesMax > JOURNAL_BYTES_LIMIT) {
            throw new IllegalArgumentException("journalBytesMax: got " + journalBytesMax + ", want " + JOURNAL_BYTES_MIN
                    + " to " + JOURNAL_BYTES_LIMIT);
        }
    }

    LogTerms(String origin, List<NoteSigner> signers, int journalBytesMax) {
        this(origin, signers, List.of(), journalBytesMax);
    }

    /** Of those who sign every checkpoint. */
    List<NoteVerifier> verifiers() {
        return signers.stream().map(NoteSigner::verifier).toList();
    }
}
