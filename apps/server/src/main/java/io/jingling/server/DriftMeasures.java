package io.jingling.server;

import io.jingling.detection.Drift;
import io.jingling.detection.Segment;
import io.jingling.http.Vitals.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What is measured of how far calls have moved from those that the model in force began with. */
final class DriftMeasures {
    private DriftMeasures() {}

    static List<Measure> all() {
        List<Measure> all = new ArrayList<>();
        for (String name : Drift.SERIES_NAMES) {
            all.add(gauge(
                    "jingling.drift.psi",
                    "Population stability index of a feature or the score; above 0.25 is much.",
                    List.of("series", name.toLowerCase(Locale.ROOT)),
                    report -> series(report, name, Drift.Series::psi)));
            all.add(gauge(
                    "jingling.drift.ks",
                    "Kolmogorov and Smirnov's distance of a feature or the score, 0 to 1.",
                    List.of("series", name.toLowerCase(Locale.ROOT)),
                    report -> series(report, name, Drift.Series::ks)));
        }
        for (Segment segment : Segment.values()) {
            all.add(gauge(
                    "jingling.drift.blocks",
                    "Calls of the last 7 days that the model would refuse.",
                    List.of("segment", segment.name().toLowerCase(Locale.ROOT)),
                    report -> report.blocks().get(segment.ordinal()).count()));
        }
        all.add(gauge(
                "jingling.drift.calibration.error",
                "By how much said and true shares of harassment differ on held-out calls.",
                List.of(),
                Drift.Report::calibrationError));
        all.add(gauge(
                "jingling.drift.held.out",
                "Held-out calls of which it is known what they were.",
                List.of(),
                Drift.Report::heldOut));
        all.add(gauge(
                "jingling.drift.appeals",
                "For ten thousand blocks of the last 7 days, how often somebody called a blocked number benign.",
                List.of(),
                Drift.Report::appealsPer10000));
        return all;
    }

    private static double series(Drift.Report report, String name, ToDoubleFunction<Drift.Series> value) {
        return report.series().stream()
                .filter(one -> one.name().equals(name))
                .mapToDouble(value)
                .findFirst()
                .orElse(0);
    }

    private static Measure gauge(
            String name, String description, List<String> tags, ToDoubleFunction<Drift.Report> value) {
        return new Measure(
                name,
                description,
                false,
                tags,
                ProcessVitals.read(opened ->
                        value.applyAsDouble(opened.watching().watch().feedback().report())));
    }
}
