package io.jingling.storage;

import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Verdict;
import io.jingling.storage.NumberVault.Label;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Some blocks of the journal, all of one day and one term, as rows of the database's tables; to be used again. */
final class DecisionBatch {
    /*
     * A tally's key in a long: the minute, then the verdict's low 13 bits, which are action, rule and category.
     */
    private static final int TALLIED_BITS = 13;
    private static final long TALLIED = (1 << TALLIED_BITS) - 1;
    private static final long MINUTE_MILLIS = 60_000;

    private final NumberVault vault;
    // Kept from batch to batch: arrays of megabytes, made anew each time, would keep the collector at work.
    private final BinaryCopy blocks = new BinaryCopy();
    private final DecisionIndex index = new DecisionIndex();
    private final Map<Long, Long> counts = new HashMap<>();
    private LocalDate day = LocalDate.EPOCH;
    private long term;
    private long lastBlock;
    private int decisions;

    DecisionBatch(NumberVault vault) {
        this.vault = vault;
    }

    /** Makes it empty. */
    void clear() {
        blocks.clear();
        index.clear();
        counts.clear();
        decisions = 0;
    }

    /** Whether a block belongs here. */
    boolean takes(DecisionBlock block) {
        boolean alike = block.day().equals(day) && block.term() == term && index.hasRoom(2 * block.count());
        return decisions == 0 || alike;
    }

    /**
     * Adds the next block, which belongs here.
     *
     * @param frame the block as it was sealed
     */
    void add(DecisionBlock block, byte[] frame) {
        day = block.day();
        term = block.term();
        blocks.row(4).day(day).int8(block.number()).millis(block.lastAt()).bytea(frame);
        for (int place = 0; place < block.count(); place++) {
            int offset = place * DecisionRows.WIDTH;
            long at = BinaryCopy.representable(block.at(place));
            index.add(lookUp(Label.CALLER, block.rows()[offset + DecisionRows.CALLER]), at, block.id(place));
            index.add(lookUp(Label.CALLEE, block.rows()[offset + DecisionRows.CALLEE]), at, block.id(place));
            long verdict = block.rows()[offset + DecisionRows.VERDICT];
            counts.merge(Math.floorDiv(at, MINUTE_MILLIS) << TALLIED_BITS | verdict & TALLIED, 1L, Long::sum);
        }
        decisions += block.count();
        lastBlock = block.number();
    }

    private UUID lookUp(Label label, long number) {
        return vault.mac(label, new PhoneNumber(number));
    }

    LocalDate day() {
        return day;
    }

    long term() {
        return term;
    }

    BinaryCopy blocks() {
        return blocks;
    }

    BinaryCopy index() {
        return index.rows(day, lastBlock);
    }

    void writeTallies(BinaryCopy tallies) {
        counts.forEach((key, count) -> {
            int category = Verdict.category(key);
            tallies.row(5)
                    .time(Instant.ofEpochMilli((key >> TALLIED_BITS) * MINUTE_MILLIS))
                    .text(Verdict.action(key).word())
                    .text(Verdict.rule(key).id())
                    .text(category < 0 ? "" : Category.at(category).code())
                    .int8(count);
        });
    }

    long lastBlock() {
        return lastBlock;
    }

    int decisions() {
        return decisions;
    }
}
