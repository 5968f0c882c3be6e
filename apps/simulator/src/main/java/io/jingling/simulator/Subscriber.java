package io.jingling.simulator;

import io.jingling.domain.PhoneNumber;

/** Somebody who can be called. */
final class Subscriber {
    final Maker maker;
    final Line line;
    final int home;
    final long bornAt;
    final long ringsMax;
    Subscriber[] contacts = {};
    private long spamOfDay = -1;

    /**
     * @param maker who it is
     * @param home a part of the town
     * @param bornAt since when there is the number; negative: from before
     * @param ringsMax when the network ends ringing, in milliseconds
     */
    Subscriber(Maker maker, Line line, int home, long bornAt, long ringsMax) {
        this.maker = maker;
        this.line = line;
        this.home = home;
        this.bornAt = bornAt;
        this.ringsMax = ringsMax;
    }

    PhoneNumber number() {
        return line.number();
    }

    boolean isBorn(long now) {
        return now >= bornAt;
    }

    void answeredSpam(long now) {
        spamOfDay = Hours.day(now);
    }

    boolean hadSpam(long now) {
        return spamOfDay == Hours.day(now);
    }
}
