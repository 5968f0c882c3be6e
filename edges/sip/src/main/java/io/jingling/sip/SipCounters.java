package io.jingling.sip;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    private final Map<Method, LongAdder> methods = new EnumMap<>(Method.class);
    private final Map<Status, LongAdder> answered = new EnumMap<>(Status.class);
    private final Map<Drop, LongAdder> dropped = new EnumMap<>(Drop.class);

    public SipCounters() {
        for (Method method : Method.values()) {
            methods.put(method, new LongAdder());
        }
        for (Status status : Status.values()) {
            answered.put(status, new LongAdder());
        }
        for (Drop drop : Drop.values()) {
            dropped.put(drop, new LongAdder());
        }
    }

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
        return answered.entrySet().stream()
                .filter(entry -> entry.getKey().code() == code)
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
    }

    /** Messages without an answer for this cause, such as {@code ack} or {@code not_sip}. */
    public long dropped(String cause) {
        return dropped.entrySet().stream()
                .filter(entry -> entry.getKey().word.equals(cause))
                .mapToLong(entry -> entry.getValue().sum())
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
        methods.forEach((method, count) -> readings.add(new Reading("requests", "method", method.name(), count::sum)));
        answered.forEach((status, count) ->
                readings.add(new Reading("answered", "status", String.valueOf(status.code()), count::sum)));
        dropped.forEach((drop, count) -> readings.add(new Reading("dropped", "cause", drop.word, count::sum)));
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
        methods.get(Method.ACK).increment();
        dropped.get(Drop.ACK).increment();
    }

    void countMethod(Method method) {
        methods.get(method).increment();
    }

    void countAnswer(Status status) {
        answered.get(status).increment();
    }

    void countDrop(Drop drop) {
        dropped.get(drop).increment();
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
}
