package io.jingling.detection;

import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.PhoneNumber;

/** A call between its ring and its end: the record, and what was seen when it began to ring. */
final class TimedCall {
    private static final int BLOCK = 1000;
    private static final int SMALL_BLOCK = 100;
    private static final int LARGE_BLOCK = 10_000;
    private static final int PLAIN_DIGITS_MIN = 7;
    private static final long BLOCKS = 1;
    private static final long TRUNKS = 2;
    private static final long AGENTS = 3;
    private static final long TENANTS = 4;
    private static final long LINES = 5;
    private static final long KINDS = 6;
    private static final long SMALL_BLOCKS = 7;
    private static final long LARGE_BLOCKS = 8;
    private static final long SOUNDS = 9;
    private static final long SCRIPTS = 10;
    private static final float SHORT_SECONDS = 8;
    private static final float LONG_SECONDS = 60;
    private static final float QUICK_SECONDS = 5;

    final CallRecord record;
    final long startMillis;
    final long endMillis;
    final long caller;
    final long callee;
    final long trunk;
    final long agent;
    final long tenant;
    /** Trunk, user agent and kind of number together. */
    final long line;

    final long kind;
    final long block;
    final long block100;
    final long block10000;
    /** Of the first seconds that were heard; 0 where nothing was recorded. */
    final long sound;
    /** Of the script that its transcript repeats, known when it has ended; 0 where there is none. */
    long script;

    /** Seconds since the caller last began to call, and since its last call ended; -1 where not known. */
    float gap = -1;

    float idle = -1;
    boolean isStranger;
    boolean calleeCalledCaller;

    TimedCall(CallRecord record) {
        this.record = record;
        this.startMillis = record.start().toEpochMilli();
        this.endMillis =
                startMillis + record.ring().toMillis() + record.duration().toMillis();
        this.caller = record.caller().key();
        this.callee = record.callee().key();
        this.trunk = group(TRUNKS, Mix.of(record.origin().trunk()));
        this.agent = group(AGENTS, Mix.of(record.origin().userAgent()));
        this.tenant = group(TENANTS, Mix.of(record.origin().tenant()));
        this.kind = Mix.of(KINDS, record.caller().kind().ordinal());
        this.line = trunk == 0 && agent == 0 ? 0 : Mix.of(LINES, Mix.of(Mix.of(trunk, agent), kind));
        this.block = group(BLOCKS, blockOf(record.caller(), BLOCK));
        this.block100 = group(SMALL_BLOCKS, blockOf(record.caller(), SMALL_BLOCK));
        this.block10000 = group(LARGE_BLOCKS, blockOf(record.caller(), LARGE_BLOCK));
        this.sound = group(SOUNDS, Mix.of(record.origin().mediaHash()));
    }

    static long keyOfScript(int script) {
        return group(SCRIPTS, script);
    }

    private static long group(long kind, long name) {
        return name == 0 ? 0 : Mix.of(kind, name);
    }

    /** All but the last digits; short service numbers have no block. */
    private static long blockOf(PhoneNumber number, int size) {
        return number.length() < PLAIN_DIGITS_MIN ? 0 : number.key() - number.value() + number.value() / size;
    }

    float ringSeconds() {
        return record.ring().toMillis() / 1000f;
    }

    float talkSeconds() {
        return record.duration().toMillis() / 1000f;
    }

    boolean isShort() {
        return record.answered() && talkSeconds() <= SHORT_SECONDS;
    }

    boolean isLong() {
        return record.answered() && talkSeconds() > LONG_SECONDS;
    }

    /** Nobody took it and nobody refused it. */
    boolean rangOut() {
        return !record.answered() && record.ring().isPositive() && record.releasedBy() != ReleasedBy.CALLEE;
    }

    boolean isQuick() {
        return rangOut() && record.releasedBy() == ReleasedBy.CALLER && ringSeconds() <= QUICK_SECONDS;
    }

    boolean isUnreachable() {
        return !record.answered() && record.ring().isZero();
    }

    boolean calleeEnded() {
        return record.answered() && record.releasedBy() == ReleasedBy.CALLEE;
    }

    boolean isRefused() {
        return !record.answered() && record.releasedBy() == ReleasedBy.CALLEE;
    }
}
