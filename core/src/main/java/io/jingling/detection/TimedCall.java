package io.jingling.detection;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;

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
    private static final CallRecord NO_RECORD = new CallRecord(
            "asked",
            Instant.EPOCH,
            PhoneNumber.HIDDEN,
            PhoneNumber.HIDDEN,
            Direction.UNKNOWN,
            false,
            Duration.ZERO,
            Duration.ZERO,
            ReleasedBy.UNKNOWN,
            "",
            Origin.UNKNOWN);
    private static final float SHORT_SECONDS = 8;
    private static final float LONG_SECONDS = 60;
    private static final float QUICK_SECONDS = 5;

    CallRecord record;
    PhoneNumber from;
    PhoneNumber to;
    long startMillis;
    long endMillis;
    long caller;
    long callee;
    long trunk;
    long agent;
    long tenant;
    /** Trunk, user agent and kind of number together. */
    long line;

    long kind;
    long block;
    long block100;
    long block10000;
    /** Of the first seconds that were heard; 0 where nothing was recorded. */
    long sound;
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
        parties(record.caller(), record.callee());
        this.trunk = group(TRUNKS, Mix.of(record.origin().trunk()));
        this.agent = group(AGENTS, Mix.of(record.origin().userAgent()));
        this.tenant = group(TENANTS, Mix.of(record.origin().tenant()));
        this.line = line();
        this.sound = group(SOUNDS, Mix.of(record.origin().mediaHash()));
    }

    private TimedCall() {
        this(NO_RECORD);
    }

    /** One to be asked about again and again, see {@link #asks}. */
    static TimedCall toAsk() {
        return new TimedCall();
    }

    /** It is a call that would ring now: nothing but its beginning is known, and it has no record. */
    void asks(CallAttempt call) {
        startMillis = call.atMillis();
        endMillis = call.atMillis();
        parties(call.caller(), call.callee());
        trunk = group(TRUNKS, call.trunk() == 0 ? 0 : Mix.of(call.trunk()));
        agent = group(AGENTS, call.userAgent() == 0 ? 0 : Mix.of(call.userAgent()));
        line = line();
    }

    private void parties(PhoneNumber calls, PhoneNumber called) {
        from = calls;
        to = called;
        caller = calls.key();
        callee = called.key();
        kind = Mix.of(KINDS, calls.kind().ordinal());
        block = group(BLOCKS, blockOf(calls, BLOCK));
        block100 = group(SMALL_BLOCKS, blockOf(calls, SMALL_BLOCK));
        block10000 = group(LARGE_BLOCKS, blockOf(calls, LARGE_BLOCK));
    }

    private long line() {
        return trunk == 0 && agent == 0 ? 0 : Mix.of(LINES, Mix.of(Mix.of(trunk, agent), kind));
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
