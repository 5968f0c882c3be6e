package io.jingling.simulator;

import io.jingling.domain.PhoneNumber;

/** Where a campaign has its numbers from: a block of its own, and others. */
final class Pool {
    private static final int RESTING = 6;

    private final Town town;
    private final Draws draws;
    private final String kind;
    private final PhoneNumber first;
    private final Block block;
    private boolean isBegun;
    private final PhoneNumber[] rested = new PhoneNumber[RESTING];

    /**
     * Numbers that differ in their last digits only.
     *
     * @param size 100, 1,000 or 10,000
     * @param outside share of a campaign's numbers that are not in it
     */
    record Block(int size, double outside) {}

    /** @param first the first number, whose block it is */
    Pool(Town town, Draws draws, String kind, PhoneNumber first, Block block) {
        this.town = town;
        this.draws = draws;
        this.kind = kind;
        this.first = first;
        this.block = block;
    }

    PhoneNumber next() {
        if (!isBegun) {
            isBegun = true;
            return first;
        }
        return draws.chance(block.outside())
                ? town.numbers.fresh(draws, kind)
                : town.numbers.inBlock(draws, first, block.size());
    }

    /** One of a few that take turns by the day. */
    PhoneNumber ofDay(long day) {
        int place = (int) (day % RESTING);
        if (rested[place] == null) {
            rested[place] = next();
        }
        return rested[place];
    }

    /** Like the callee's own but for the last four digits. */
    PhoneNumber near(PhoneNumber callee) {
        return Numbers.like(draws, callee, 10_000);
    }

    /** Any valid one; now and then somebody's own. */
    PhoneNumber any() {
        return draws.chance(0.2) ? town.anybody(draws).number() : town.numbers.some(draws, kind);
    }
}
