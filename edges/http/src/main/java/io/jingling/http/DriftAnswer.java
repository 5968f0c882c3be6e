package io.jingling.http;

import io.jingling.detection.Drift;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far calls have moved from those that a model began with. */
@Schema(description = "How far calls have moved from those that the model began with.")
record DriftAnswer(
        @Schema(description = "The model's first calls, that the later ones are compared with.", examples = "100000")
        long reference,

        @Schema(description = "Calls since; those of the last 7 days are compared.", examples = "412345")
        long later,

        @Schema(description = "Each feature and the score; empty until there are 2,000 calls.")
        List<Series> series,

        @Schema(description = "By how much said and true shares of harassment differ, on held-out calls; 0 to 1.")
        double calibrationError,

        @Schema(description = "On how many held-out calls that is known.")
        long heldOut,

        @Schema(description = "Calls of the last 7 days that the model would refuse.")
        List<Blocks> blocks,

        @Schema(description = "Of blocked numbers, how often somebody said that they are benign.")
        long appeals,

        double appealsPer10000Blocks) {
    @Schema(description = "One feature, or the score.")
    record Series(
            @Schema(examples = "CALLS_IN_HOUR") String name,

            @Schema(description = "Population stability index; above 0.25 is much.", examples = "0.03")
            double psi,

            @Schema(description = "Kolmogorov and Smirnov's distance, 0 to 1.", examples = "0.05")
            double ks) {}

    @Schema(description = "Calls of one kind of caller.")
    record Blocks(@Schema(examples = "mobile") String segment, long calls) {}

    static DriftAnswer of(Drift.Report report) {
        return new DriftAnswer(
                report.reference(),
                report.later(),
                report.series().stream()
                        .map(one -> new Series(one.name(), one.psi(), one.ks()))
                        .toList(),
                report.calibrationError(),
                report.heldOut(),
                report.blocks().stream()
                        .map(one -> new Blocks(one.segment().name().toLowerCase(Locale.ROOT), one.count()))
                        .toList(),
                report.appeals(),
                report.appealsPer10000());
    }
}
