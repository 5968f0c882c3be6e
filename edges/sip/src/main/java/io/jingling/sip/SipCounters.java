package io.jingling.sip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** What the edge has counted since its start; none of it names a number. */
public final class SipCounters {
    /** Why a message was given no answer. */
    enum Drop {
        KEEP_ALIVE("keep_alive"),
        NOT_SIP("not_sip"),
        RESPONSE("response"),
        NO_VIA("no_via"),
        TOO_MANY_VIAS("too_many_vias"),
        ACK("ack"),
        CANCEL("cancel"),
        ANSWER_TOO_LARGE("answer_too_large"),
        SEND_FAILED("send_failed"),
        STREAM_BROKEN("stream_broken"),
        CONNECTIONS_MAX("connections_max"),
        /** A fault of our own; the message is lost, the listener is not. */
        INTERNAL("internal");

        private final String word;

        Drop(String word) {
            this.word = word;
        }
    }

    /**
     * One counter, for whoever shows it.
     *
     * @param name such as {@code answered}
     * @param label the label's name, empty where it has none
     * @param value the label's value
     * @param count reads it
     */
    public record Reading(String name, String label, String value, LongSupplier count) {}

    private final LongAdder received = new LongAdder();
    private final LongAdder screened = new LongAdder();
    private final LongAdder retransmissions = new LongAdder();
    private final LongAdder parseErrors = new LongAdder();
    private final LongAdder overloadPasses = new LongAdder();
    private final LongAdder screenerFailures = new LongAdder();
    private final LongAdder failedOpen = new LongAdder();
    private final LongAdder[] methods = adders(Method.values().length);
    private final LongAdder[] answered = adders(Status.values().length);
    private final LongAdder[] dropped = adders(Drop.values().length);

    /** Messages that came in, of any kind. */
    public long received() {
        return received.sum();
    }

    /** Calls that were given to the screener. */
    public long screened() {
        return screened.sum();
    }

    /** Calls that were answered again as before. */
    public long retransmissions() {
        return retransmissions.sum();
    }

    /** Messages whose form is wrong, answered or not. */
    public long parseErrors() {
        return parseErrors.sum();
    }

    /** Calls that passed because they waited too long or the queue was full. */
    public long overloadPasses() {
        return overloadPasses.sum();
    }

    /** Calls that passed because the screener failed. */
    public long screenerFailures() {
        return screenerFailures.sum();
    }

    /** Calls that passed undecided, for whichever reason. */
    public long failedOpen() {
        return failedOpen.sum();
    }

    /** Answers with this status code. */
    public long answered(int code) {
        return Arrays.stream(Status.values())
                .filter(status -> status.code() == code)
                .mapToLong(status -> answered[status.ordinal()].sum())
                .sum();
    }

    /** Messages without an answer for this cause, such as {@code ack} or {@code not_sip}. */
    public long dropped(String cause) {
        return Arrays.stream(Drop.values())
                .filter(drop -> drop.word.equals(cause))
                .mapToLong(drop -> dropped[drop.ordinal()].sum())
                .sum();
    }

    /** All of them, always the same ones. */
    public List<Reading> readings() {
        List<Reading> readings = new ArrayList<>(List.of(
                new Reading("received", "", "", received::sum),
                new Reading("screened", "", "", screened::sum),
                new Reading("retransmissions", "", "", retransmissions::sum),
                new Reading("parse_errors", "", "", parseErrors::sum),
                new Reading("overload_passes", "", "", overloadPasses::sum),
                new Reading("screener_failures", "", "", screenerFailures::sum),
                new Reading("failed_open", "", "", failedOpen::sum)));
        for (Method method : Method.values()) {
            readings.add(new Reading("requests", "method", method.name(), methods[method.ordinal()]::sum));
        }
        for (Status status : Status.values()) {
            String code = String.valueOf(status.code());
            readings.add(new Reading("answered", "status", code, answered[status.ordinal()]::sum));
        }
        for (Drop drop : Drop.values()) {
            readings.add(new Reading("dropped", "cause", drop.word, dropped[drop.ordinal()]::sum));
        }
        return List.copyOf(readings);
    }

    static Drop dropOf(Defect defect) {
        return switch (defect) {
            case KEEP_ALIVE -> Drop.KEEP_ALIVE;
            case RESPONSE -> Drop.RESPONSE;
            case NO_VIA -> Drop.NO_VIA;
            case TOO_MANY_VIAS -> Drop.TOO_MANY_VIAS;
            default -> Drop.NOT_SIP;
        };
    }

    void countReceived() {
        received.increment();
    }

    /** An ACK that was told by its first bytes. */
    void countAck() {
        received.increment();
        methods[Method.ACK.ordinal()].increment();
        dropped[Drop.ACK.ordinal()].increment();
    }

    /** A datagram with nothing in it (RFC 5626 §4.4.2 has CRLF; some send not even that). */
    void countKeepAlive() {
        received.increment();
        dropped[Drop.KEEP_ALIVE.ordinal()].increment();
    }

    void countMethod(Method method) {
        methods[method.ordinal()].increment();
    }

    void countAnswer(Status status) {
        answered[status.ordinal()].increment();
    }

    void countDrop(Drop drop) {
        dropped[drop.ordinal()].increment();
    }

    void countDefect(Defect defect) {
        if (defect != Defect.KEEP_ALIVE && defect != Defect.RESPONSE) {
            parseErrors.increment();
        }
    }

    void countScreened() {
        screened.increment();
    }

    void countRetransmission() {
        retransmissions.increment();
    }

    void countOverloadPass() {
        overloadPasses.increment();
        failedOpen.increment();
    }

    void countScreenerFailure() {
        screenerFailures.increment();
        failedOpen.increment();
    }

    private static LongAdder[] adders(int count) {
        LongAdder[] adders = new LongAdder[count];
        Arrays.setAll(adders, i -> new LongAdder());
        return adders;
    }
}
