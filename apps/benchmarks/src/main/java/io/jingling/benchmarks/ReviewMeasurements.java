package io.jingling.benchmarks;

import io.jingling.complaints.AskedToStop;
import io.jingling.complaints.CallTime;
import io.jingling.complaints.Case;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Deadlines;
import io.jingling.complaints.Entrance;
import io.jingling.complaints.Guess;
import io.jingling.complaints.Heard;
import io.jingling.complaints.Measure;
import io.jingling.complaints.Mode;
import io.jingling.complaints.Outcome;
import io.jingling.complaints.Report;
import io.jingling.complaints.ReportedNumber;
import io.jingling.complaints.RoutingTable;
import io.jingling.complaints.Said;
import io.jingling.complaints.Step;
import io.jingling.complaints.Vote.Contact;
import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.CaseStore.Taken;
import io.jingling.platform.Statistics;
import io.jingling.statistics.FiguresCsv;
import io.jingling.statistics.Period;
import io.jingling.statistics.Review;
import io.jingling.statistics.Users;
import io.jingling.storage.Storage;
import io.jingling.storage.StorageSettings;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The report of a quarter of many cases, counted by the embedded PostgreSQL. Arguments: an empty folder, how many cases, one
 * report each. Prints rows of a Markdown table.
 */
public final class ReviewMeasurements {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Period QUARTER = Period.parse("2026Q3");
    private static final Instant NOW = Instant.parse("2026-10-20T02:00:00Z");
    private static final List<String> BLOCKS = List.of("138", "170", "130", "133", "192");
    private static final List<String> PROVINCES =
            List.of("广东", "上海", "山东", "江苏", "浙江", "四川", "河南", "北京", "湖南", "辽宁", "");
    private static final int AT_ONCE = 5_000;
    private static final int ROUNDS = 5;

    private final Storage storage;
    private final Random random = new Random(29);

    private ReviewMeasurements(Storage storage) {
        this.storage = storage;
    }

    public static void main(String[] arguments) {
        int cases = Integer.parseInt(arguments[1]);
        try (Storage storage = Storage.open(StorageSettings.in(Path.of(arguments[0])))) {
            ReviewMeasurements measurements = new ReviewMeasurements(storage);
            long start = System.nanoTime();
            for (int done = 0; done < cases; done += AT_ONCE) {
                measurements.fill(Math.min(AT_ONCE, cases - done));
            }
            say(String.format(Locale.ROOT, "%,d cases with a report each put in, sealed", cases), seconds(start));
            measurements.measure(cases);
        }
    }

    private void fill(int count) {
        List<Taken> reports = new ArrayList<>();
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant at = QUARTER.start().plus(Duration.ofSeconds(random.nextInt(91 * 86_400)));
            PhoneNumber by = PhoneNumber.parse(String.format(Locale.ROOT, "136%08d", random.nextInt(100_000_000)));
            Report report = report(by, at);
            CaseNumber number = CaseNumber.draw(at, random);
            Case opened = Case.opened(number, report, RoutingTable.standard().of(report));
            cases.add(random.nextInt(4) == 0 ? opened : finished(opened));
            reports.add(new Taken(number, report, by, Contact.UNKNOWN));
        }
        storage.cases(Deadlines.STANDARD).take(reports, cases, List.of());
    }

    private Report report(PhoneNumber by, Instant at) {
        Category[] all = Category.values();
        Optional<Category> category =
                Optional.of(all[random.nextInt(all.length)]).filter(one -> random.nextInt(20) > 0);
        Mode mode = Mode.values()[random.nextInt(Mode.values().length)];
        Said said = new Said(
                category,
                mode,
                AskedToStop.NO,
                new Heard("", Set.of(), ""),
                "",
                PROVINCES.get(random.nextInt(PROVINCES.size())));
        return new Report(
                String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong()),
                storage.reporters().idOf(by),
                ReportedNumber.read(BLOCKS.get(random.nextInt(BLOCKS.size()))
                        + String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000))),
                new CallTime(at, CallTime.Precision.MINUTE),
                said,
                new Report.Intake(at, Entrance.H5, Optional.empty(), false, Guess.UNSURE));
    }

    private Case finished(Case opened) {
        Instant at = opened.opened().plus(Duration.ofMinutes(random.nextInt(6_000)));
        return opened.with(new Step.Verified(at, "o", Outcome.HARASSMENT, "核实"))
                .with(new Step.Acted(at.plusSeconds(600), "o", Measure.NUMBER_STOPPED, "关停"))
                .with(new Step.Told(at.plusSeconds(6_000), "o", Outcome.HARASSMENT, "告知"));
    }

    private void measure(int cases) {
        Statistics statistics = new Statistics(storage.statistics(), storage.evidence(), Users.NONE, "");
        long start = System.nanoTime();
        Review review = statistics.review(QUARTER, NOW);
        say("the quarter's report, the first time", seconds(start));
        double[] took = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            start = System.nanoTime();
            review = statistics.review(QUARTER, NOW);
            FiguresCsv.write(review, "", NOW);
            took[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(took);
        say(
                "the same with all its figures as CSV, median of " + ROUNDS,
                String.format(Locale.ROOT, "%.2f s", took[ROUNDS / 2]));
        start = System.nanoTime();
        statistics.openData(QUARTER, NOW);
        say("its open data, by day and class", seconds(start));
        start = System.nanoTime();
        storage.statistics().peopleWhoNamed("演示某公司", QUARTER);
        say("how many named a company: every report unsealed", seconds(start));
        if (review.total().numerator() < cases * 99L / 100) {
            throw new IllegalStateException("total: got " + review.total().numerator() + ", want about " + cases);
        }
    }

    private static String seconds(long since) {
        return String.format(Locale.ROOT, "%.2f s", (System.nanoTime() - since) / 1e9);
    }

    private static void say(String what, String measured) {
        OUT.println("| " + what + " | " + measured + " |");
    }
}
