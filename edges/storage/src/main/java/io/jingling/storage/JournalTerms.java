package io.jingling.storage;

import java.util.Map;

/**
 * Which blocks of which process the database has. Each start of a process is a term of its own, so that no
 * two blocks have the same number, whoever writes to the same database.
 *
 * @param current this process's term, above all others
 * @param written the number of the last block that the database has, by term
 */
record JournalTerms(long current, Map<Long, Long> written) {
    JournalTerms {
        written = Map.copyOf(written);
    }

    /** The number of this process's first block. */
    long firstBlock() {
        return (current << DecisionBlock.TERM_SHIFT) + 1;
    }
}
