package io.jingling.storage;

import io.jingling.platform.DecisionHistory.PastDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The newest decisions in memory, 8 MB of them or two busy seconds, so that nobody waits for the database. */
final class NewestDecisions {
    private static final int KEPT = 1 << 17;
    private static final int CELL = 1 + DecisionRows.WIDTH;

    private final long[] cells = new long[KEPT * CELL];
    private long count;

    synchronized void add(DecisionBlock block) {
        for (int place = 0; place < block.count(); place++) {
            int cell = cellOf(count++);
            cells[cell] = block.id(place);
            System.arraycopy(block.rows(), place * DecisionRows.WIDTH, cells, cell + 1, DecisionRows.WIDTH);
        }
    }

    /**
     * Newest first.
     *
     * @param column a column of {@link DecisionRows} to look at
     * @param wanted the value that it has in all that is returned
     */
    synchronized List<PastDecision> having(int column, long wanted) {
        List<PastDecision> found = new ArrayList<>();
        for (long i = count - 1; i >= Math.max(0, count - KEPT); i--) {
            if (cells[cellOf(i) + 1 + column] == wanted) {
                found.add(at(i));
            }
        }
        return found;
    }

    /** The decision of that id, where it is in memory. */
    synchronized Optional<PastDecision> find(long id) {
        for (long i = count - 1; i >= Math.max(0, count - KEPT); i--) {
            if (cells[cellOf(i)] == id) {
                return Optional.of(at(i));
            }
        }
        return Optional.empty();
    }

    /** Newest first: those of some time. From is inclusive, to exclusive. */
    synchronized List<PastDecision> within(Instant from, Instant to) {
        List<PastDecision> found = new ArrayList<>();
        for (long i = count - 1; i >= Math.max(0, count - KEPT); i--) {
            Instant at = Instant.ofEpochMilli(cells[cellOf(i) + 1 + DecisionRows.AT]);
            if (!at.isBefore(from) && at.isBefore(to)) {
                found.add(at(i));
            }
        }
        return found;
    }

    /** Newest first, at most {@code limit}. */
    synchronized List<PastDecision> latest(int limit) {
        List<PastDecision> found = new ArrayList<>();
        for (long i = count - 1; i >= Math.max(0, count - Math.min(limit, KEPT)); i--) {
            found.add(at(i));
        }
        return found;
    }

    private PastDecision at(long index) {
        int cell = cellOf(index);
        return DecisionRows.decision(cells[cell], cells, cell + 1);
    }

    private static int cellOf(long index) {
        return (int) (index % KEPT) * CELL;
    }
}
