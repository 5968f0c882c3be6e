package io.jingling.http.console;

import io.jingling.detection.Detection;
import io.jingling.detection.Model;
import io.jingling.domain.Evidence;
import io.jingling.platform.Watch;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The detection page.
 *
 * @param judging those that judge: one, or none where there is no model
 * @param waiting true where another model begins to judge as soon as past calls are read again
 * @param models those that were sent
 * @param ranges rules on ranges of numbers
 * @param figures what is known
 * @param decided of how many decisions the shares are
 * @param shares what they were made from, the most frequent first
 */
record DetectionView(
        List<Judging> judging,
        boolean waiting,
        ModelsView models,
        RangesView ranges,
        List<Figure> figures,
        String decided,
        List<Part> shares) {
    private static final int MEGA = 1 << 20;

    /**
     * The model that judges.
     *
     * @param reads what it looks at, in words
     */
    record Judging(String name, String reads) {}

    /** A number with its name and a remark. */
    record Figure(String name, String value, String remark, boolean isBad) {}

    /** What decisions were made from; how many, of the same number. */
    record Part(String name, long count, String share) {}

    static DetectionView of(
            Watch watch, ModelsView models, RangesView ranges, EvidenceFeed.Counts evidence, Words words) {
        return new DetectionView(
                watch.model().stream().map(model -> judging(model, words)).toList(),
                watch.isModelWaiting(),
                models,
                ranges,
                figures(watch.counts(), words),
                Figures.number(evidence.all()),
                shares(evidence, words));
    }

    private static Judging judging(Model model, Words words) {
        String sequence = words.say(model.sequence().isPresent() ? "modelReadsCourse" : "modelReadsCounts");
        String linking = words.say(model.linking().isPresent() ? "modelLinks" : "modelLinksNot");
        return new Judging(model.name(), sequence + linking);
    }

    private static List<Figure> figures(Watch.Counts counts, Words words) {
        Detection.Counts calls = counts.calls();
        return List.of(
                figure(words, "callersHeld", calls.callers(), words.say("callersForgotten", number(calls.forgotten()))),
                figure(words, "campaignsHeld", calls.campaigns(), words.say("campaignsHeldHelp")),
                figure(
                        words,
                        "judgedAtRing",
                        counts.asked(),
                        words.say("unansweredAtRing", number(counts.unanswered()))),
                figure(words, "recordsLate", calls.late(), words.say("recordsTwice", number(calls.twice()))),
                new Figure(
                        words.say("recordsFuture"),
                        number(counts.future()),
                        words.say("recordsHurried", number(calls.hurried())),
                        false),
                new Figure(
                        words.say("judgingFaults"),
                        number(counts.faults()),
                        words.say("judgingFaultsHelp"),
                        counts.faults() > 0),
                new Figure(
                        words.say("detectionMemory"),
                        String.format(Locale.ROOT, "%,d MB", calls.bytes() / MEGA),
                        words.say("detectionMemoryHelp"),
                        false));
    }

    private static Figure figure(Words words, String name, long value, String remark) {
        return new Figure(words.say(name), number(value), remark, false);
    }

    private static String number(long count) {
        return Figures.number(count);
    }

    private static List<Part> shares(EvidenceFeed.Counts evidence, Words words) {
        return Arrays.stream(Evidence.Kind.values())
                .filter(kind -> evidence.of(kind) > 0)
                .sorted(Comparator.comparingLong(kind -> -evidence.of(kind)))
                .map(kind -> new Part(
                        words.say("evidence." + kind.word()),
                        evidence.of(kind),
                        String.format(Locale.ROOT, "%.1f%%", 100.0 * evidence.of(kind) / evidence.all())))
                .toList();
    }
}
