package io.jingling.server;

import io.jingling.http.Vitals.Measure;
import io.jingling.platform.EvidenceKeeper.Counts;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What is measured of the evidence log. Decisions on their way to it are those of the journal. */
final class EvidenceMeasures {
    private static final double NANOS_A_SECOND = 1e9;

    private EvidenceMeasures() {}

    static List<Measure> all() {
        return List.of(
                counter("jingling.evidence.entries", "Entries acknowledged: durable in the log.", Counts::entries),
                counter(
                        "jingling.evidence.ack.seconds",
                        "Seconds until each of them was, in sum.",
                        counts -> counts.ackNanos() / NANOS_A_SECOND),
                counter("jingling.evidence.decisions", "Decisions other than pass in evidence.", Counts::decisions),
                counter(
                        "jingling.evidence.refused",
                        "Entries not taken, or not known to be durable; what they were about was not done.",
                        Counts::refused),
                ofOthers("cosignatures", "Cosignatures of witnesses.", true, one -> one.cosigned()
                        .done()
                        .sum()),
                ofOthers("cosign.failures", "Witnesses that refused, or did not answer.", true, one -> one.cosigned()
                        .failed()
                        .sum()),
                ofOthers("uncosigned", "Entries that no witness has cosigned yet.", false, Vouched::uncosigned),
                ofOthers("stamps", "Checkpoints that were stamped.", true, one -> one.stamped()
                        .done()
                        .sum()),
                ofOthers(
                        "stamp.failures",
                        "Requests for timestamps without an answer that is one.",
                        true,
                        Vouched::stampFailures),
                new Measure(
                        "jingling.evidence.waiting",
                        "Appends that wait.",
                        false,
                        List.of(),
                        ProcessVitals.read(opened -> opened.evidence().counts().waiting())));
    }

    private static Measure ofOthers(String name, String description, boolean counts, ToDoubleFunction<Vouched> value) {
        return new Measure(
                "jingling.evidence." + name,
                description,
                counts,
                List.of(),
                ProcessVitals.read(opened -> value.applyAsDouble(opened.vouched())));
    }

    private static Measure counter(String name, String description, ToDoubleFunction<Counts> value) {
        return new Measure(
                name,
                description,
                true,
                List.of(),
                ProcessVitals.read(
                        opened -> value.applyAsDouble(opened.evidence().counts())));
    }
}
