package io.jingling.storage;

import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Verdict;
import io.jingling.storage.NumberVault.Label;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Some blocks of the journal as rows of the database's tables. */
final class DecisionBatch {
    /*
     * A tally's key in a long: the minute, then the verdict's low 13 bits, which are action, rule and category.
     */
    private static final int TALLIED_BITS = 13;
    private static final long TALLIED = (1 << TALLIED_BITS) - 1;
    private static final long MINUTE_MILLIS = 60_000;

    private final NumberVault vault;
    private final BinaryCopy blocks = new BinaryCopy();
    private final BinaryCopy decisions = new BinaryCopy();
    private final Map<Long, Long> counts = new HashMap<>();
    private final Set<LocalDate> days = new HashSet<>();
    private long lastBlock;
    private int rows;

    DecisionBatch(NumberVault vault) {
        this.vault = vault;
    }

    /**
     * @param frame the block as it was sealed
     */
    void add(DecisionBlock block, byte[] frame) {
        LocalDate day = block.day();
        days.add(day);
        blocks.row(4).day(day).int8(block.number()).millis(block.lastAt()).bytea(frame);
        for (int place = 0; place < block.count(); place++) {
            add(block, place, day);
        }
        lastBlock = block.number();
    }

    /** A block that cannot be opened is passed over. */
    void passOver(long block) {
        lastBlock = block;
    }

    private void add(DecisionBlock block, int place, LocalDate day) {
        int offset = place * DecisionRows.WIDTH;
        long verdict = block.rows()[offset + DecisionRows.VERDICT];
        long at = block.at(place);
        decisions
                .row(6)
                .day(day)
                .int8(block.id(place))
                .millis(at)
                .uuid(mac(block.rows()[offset + DecisionRows.CALLER]))
                .uuid(mac(block.rows()[offset + DecisionRows.CALLEE]))
                .int8(verdict);
        counts.merge(Math.floorDiv(at, MINUTE_MILLIS) << TALLIED_BITS | verdict & TALLIED, 1L, Long::sum);
        rows++;
    }

    private UUID mac(long number) {
        return vault.mac(Label.NUMBER, new PhoneNumber(number));
    }

    BinaryCopy blocks() {
        return blocks;
    }

    BinaryCopy decisions() {
        return decisions;
    }

    BinaryCopy tallies() {
        BinaryCopy tallies = new BinaryCopy();
        counts.forEach((key, count) -> {
            int category = Verdict.category(key);
            tallies.row(5)
                    .time(Instant.ofEpochMilli((key >> TALLIED_BITS) * MINUTE_MILLIS))
                    .text(Verdict.action(key).word())
                    .text(Verdict.rule(key).id())
                    .text(category < 0 ? "" : Category.at(category).code())
                    .int8(count);
        });
        return tallies;
    }

    Set<LocalDate> days() {
        return days;
    }

    long lastBlock() {
        return lastBlock;
    }

    int rows() {
        return rows;
    }
}
