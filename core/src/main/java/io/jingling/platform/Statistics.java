package io.jingling.platform;

import io.jingling.complaints.Carrier;
import io.jingling.complaints.Desk;
import io.jingling.complaints.Measure;
import io.jingling.complaints.Mode;
import io.jingling.complaints.Outcome;
import io.jingling.domain.Category;
import io.jingling.domain.NumberKind;
import io.jingling.evidence.EntryKind;
import io.jingling.statistics.Counts;
import io.jingling.statistics.Dimension;
import io.jingling.statistics.FiguresCsv;
import io.jingling.statistics.Names;
import io.jingling.statistics.Names.Name;
import io.jingling.statistics.Naming;
import io.jingling.statistics.OpenData;
import io.jingling.statistics.Period;
import io.jingling.statistics.Review;
import io.jingling.statistics.Reviewing;
import io.jingling.statistics.Users;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports of a month or a quarter, and companies that may be named in them. A step of a naming is in evidence first. */
public final class Statistics {
    /** How many reports wait for being named is bounded by this. */
    public static final int NAMINGS_MAX = 500;

    /** What codes are called. */
    public static final Names NAMES = new Names(
            Map.of(
                    Dimension.CARRIER,
                    with(
                            Arrays.stream(Carrier.values()).map(one -> new Name(one.word(), one.chinese())),
                            "其他（固话、95、400、境外、未显示等）"),
                    Dimension.SEGMENT,
                    Arrays.stream(NumberKind.values())
                            .map(one -> new Name(one.name().toLowerCase(Locale.ROOT), one.chinese()))
                            .toList(),
                    Dimension.CATEGORY,
                    with(Arrays.stream(Category.values()).map(one -> new Name(one.code(), one.chinese())), "不清楚"),
                    Dimension.MODE,
                    Arrays.stream(Mode.values())
                            .map(one -> new Name(one.word(), one.chinese()))
                            .toList(),
                    Dimension.REGION,
                    List.of(new Name("", "未提供"))),
            Arrays.stream(Desk.Kind.values())
                    .map(one -> new Name(one.word(), one.chinese()))
                    .toList(),
            with(Arrays.stream(Measure.values()).map(one -> new Name(one.word(), one.chinese())), "尚未处置"),
            with(Arrays.stream(Outcome.values()).map(one -> new Name(one.word(), one.chinese())), "尚未核实"));

    private static final Map<String, String> CLASSES = Stream.concat(
                    NAMES.of().get(Dimension.CATEGORY).stream()
                            .filter(name -> !name.code().isEmpty()),
                    Stream.of(new Name("unclear", "不清楚")))
            .collect(Collectors.toUnmodifiableMap(Name::code, Name::chinese));

    private static final int MISSED_MAX = 12;

    private final StatisticsStore store;
    private final EvidenceKeeper evidence;
    private final Users users;
    private final String mark;

    /** @param mark stands before the source of every figure, such as that all is made up; empty mostly */
    public Statistics(StatisticsStore store, EvidenceKeeper evidence, Users users, String mark) {
        this.mark = mark;
        this.store = store;
        this.evidence = evidence;
        this.users = users;
    }

    private static List<Name> with(Stream<Name> names, String none) {
        return Stream.concat(names, Stream.of(new Name("", none))).toList();
    }

    /** @throws IllegalArgumentException where the period has not begun */
    public Review review(Period period, Instant now) {
        if (now.isBefore(period.start())) {
            throw new IllegalArgumentException("period: got one that has not begun, want one that has");
        }
        return Reviewing.of(marked(store.count(period, now)), NAMES, users, store.namings(NAMINGS_MAX));
    }

    private Counts marked(Counts counts) {
        return new Counts(
                counts.period(),
                mark + counts.source(),
                counts.asOf(),
                counts.total(),
                counts.by(),
                counts.months(),
                counts.handling());
    }

    /**
     * What everybody may have, month by month as each was made when it was over: another table of the same days, or of the same
     * month at another time, would tell by the difference what this one hides.
     *
     * @throws IllegalArgumentException where the period is not over
     */
    public String openData(Period period, Instant now) {
        if (!period.isOver(now)) {
            throw new IllegalArgumentException("period: got one that is not over, want one that is");
        }
        return period.all().stream()
                .map(month -> openDataOf(new Period(month, 1), now))
                .collect(Collectors.joining("", OpenData.HEADER, ""));
    }

    private String openDataOf(Period month, Instant now) {
        return store.openData(month).orElseGet(() -> {
            String csv = OpenData.of(store.byDay(month)).csv(month, CLASSES, now, mark);
            return store.keepOpenData(month, csv, now);
        });
    }

    /** @throws IllegalArgumentException where too few people named it, it is proposed already, or the period is not over */
    public Naming propose(UUID id, String company, Period period, String by, Instant at) {
        boolean isProposed = store.namings(NAMINGS_MAX).stream()
                .anyMatch(one ->
                        one.company().equals(company.strip()) && one.period().equals(period) && !one.isDropped());
        if (isProposed) {
            throw new IllegalArgumentException(
                    "company: got one that is proposed for this period already, want its steps taken");
        }
        Naming proposed = Naming.propose(id, company, period, store.peopleWhoNamed(company.strip(), period), at, by);
        return kept(proposed);
    }

    /**
     * Takes a step.
     *
     * @return empty where there is none of this id
     * @throws IllegalArgumentException where it may not be taken
     */
    public Optional<Naming> take(UUID id, Naming.Step step) {
        return store.naming(id).map(before -> kept(before.with(step)));
    }

    private Naming kept(Naming then) {
        Naming.Step step = then.steps().getLast();
        evidence.keep(List.of(Statement.of(
                EntryKind.FINDING,
                new Lines("naming")
                        .with("id", then.id())
                        .with("company", then.company())
                        .with("period", then.period().word())
                        .with("people", then.people())
                        .with("step", step.act().word())
                        .with("by", step.by())
                        .with("at", step.at())
                        .with("text", step.text())
                        .said())));
        if (!store.save(then)) {
            throw new IllegalArgumentException("step: got one on a naming that changed meanwhile, want it read again");
        }
        return then;
    }

    public List<Naming> namings(int limit) {
        return store.namings(limit);
    }

    public List<StatisticsStore.Made> made(int limit) {
        return store.made(limit);
    }

    public Optional<StatisticsStore.Made> made(Period period) {
        return store.made(period);
    }

    /** Makes what is over and was not made: the last month, its open data, and the last quarter. */
    public List<Period> makeWhatIsOver(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Period.CHINA);
        List<Period> made = new ArrayList<>();
        for (Period latest :
                List.of(Period.monthOf(today).back(1), Period.quarterOf(today).back(1))) {
            // What was missed while nothing ran is made up for.
            for (int back = 0;
                    back < MISSED_MAX && store.made(latest.back(back)).isEmpty();
                    back++) {
                Review review = review(latest.back(back), now);
                if (review.total().numerator() == 0) {
                    // Nobody reported: before the first report there is nothing to make a report of.
                    break;
                }
                store.keep(new StatisticsStore.Made(latest.back(back), now, FiguresCsv.write(review, "定时任务", now)));
                latest.back(back).all().forEach(month -> openDataOf(new Period(month, 1), now));
                made.add(latest.back(back));
            }
        }
        return made;
    }
}
