package io.jingling.detection;

import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.PhoneNumber;

/** A call between its ring and its end: the record, and what was seen when it began to ring. */
final class TimedCall {
    private static final int BLOCK = 1000;
    private static final int PLAIN_DIGITS_MIN = 7;
    private static final long BLOCKS = 1;
    private static final long TRUNKS = 2;
    private static final long AGENTS = 3;
    private static final long TENANTS = 4;
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
    final long block;
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
        this.block = group(BLOCKS, blockOf(record.caller()));
    }

    private static long group(long kind, long name) {
        return name == 0 ? 0 : Mix.of(kind, name);
    }

    /** All but the last three digits; short service numbers have no block. */
    private static long blockOf(PhoneNumber number) {
        return number.length() < PLAIN_DIGITS_MIN ? 0 : number.key() - number.value() + number.value() / BLOCK;
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
