package io.jingling.server;

import io.jingling.http.Vitals.Measure;
import io.jingling.platform.Watch.Counts;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What is measured of detection. What was learned begins anew when it is rebuilt, so those are no counters. */
final class DetectionMeasures {
    private DetectionMeasures() {}

    static List<Measure> all() {
        return List.of(
                counter("jingling.detection.asked", "Calls judged as they rang.", Counts::asked),
                counter(
                        "jingling.detection.unanswered",
                        "Calls of which nothing was said within a millisecond.",
                        Counts::unanswered),
                counter("jingling.detection.faults", "Calls that could not be judged by a fault.", Counts::faults),
                counter("jingling.detection.future", "Call records from the future.", Counts::future),
                gauge(
                        "jingling.detection.late",
                        "Call records too late to be learned from, since it was rebuilt.",
                        counts -> counts.calls().late()),
                gauge("jingling.detection.callers", "Callers that are remembered.", counts -> counts.calls()
                        .callers()),
                gauge("jingling.detection.campaigns", "Campaigns that are remembered.", counts -> counts.calls()
                        .campaigns()),
                gauge("jingling.detection.bytes", "Bytes that detection holds in memory.", counts -> counts.calls()
                        .bytes()));
    }

    private static Measure counter(String name, String description, ToDoubleFunction<Counts> value) {
        return measure(name, description, true, value);
    }

    private static Measure gauge(String name, String description, ToDoubleFunction<Counts> value) {
        return measure(name, description, false, value);
    }

    private static Measure measure(String name, String description, boolean counts, ToDoubleFunction<Counts> value) {
        return new Measure(
                name,
                description,
                counts,
                List.of(),
                ProcessVitals.read(
                        opened -> value.applyAsDouble(opened.watching().watch().counts())));
    }
}
