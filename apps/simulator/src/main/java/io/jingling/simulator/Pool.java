package io.jingling.simulator;

import io.jingling.domain.PhoneNumber;

/** Where a campaign has its numbers from: a block of its own, and others. */
final class Pool {
    private static final int RESTING = 6;

    private final Town town;
    private final Draws draws;
    private final String kind;
    private final PhoneNumber first;
    private final int blockSize;
    private final double outside;
    private final PhoneNumber[] rested = new PhoneNumber[RESTING];

    /** @param outside share of numbers that are not in the block */
    Pool(Town town, Draws draws, String kind, int blockSize, double outside) {
        this.town = town;
        this.draws = draws;
        this.kind = kind;
        this.blockSize = blockSize;
        this.outside = outside;
        this.first = town.numbers.fresh(draws, kind);
    }

    PhoneNumber next() {
        return draws.chance(outside) ? town.numbers.fresh(draws, kind) : town.numbers.inBlock(draws, first, blockSize);
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
        return town.numbers.inBlock(draws, callee, 10_000);
    }

    /** Any valid one; now and then somebody's own. */
    PhoneNumber any() {
        return draws.chance(0.2) ? town.anybody(draws).number() : Numbers.some(draws, kind);
    }
}
