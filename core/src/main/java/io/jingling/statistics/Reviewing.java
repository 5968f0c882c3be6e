package io.jingling.statistics;

import io.jingling.domain.Category;
import io.jingling.statistics.Block.Line;
import io.jingling.statistics.Names.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the report of counts. The same counts make the same report. */
public final class Reviewing {
    private static final Set<Category> ILLEGAL =
            EnumSet.of(Category.OBSCENITY, Category.FORGED_DOCUMENTS, Category.FORM_CLASS_03, Category.FRAUD);
    private static final int QUARTERS = 9;
    private static final int MONTHS = 13;

    private final Counts counts;
    private final Names names;
    private final Users users;
    private final CaseQuery cases;

    private Reviewing(Counts counts, Names names, Users users) {
        this.counts = counts;
        this.names = names;
        this.users = users;
        this.cases = new CaseQuery(counts.period());
    }

    /** @throws IllegalArgumentException where the counts do not add up */
    public static Review of(Counts counts, Names names, Users users, List<Naming> named) {
        Reconciliation.check(counts);
        return new Reviewing(counts, names, users).review(named);
    }

    public static boolean isIllegal(String category) {
        return !category.isEmpty() && ILLEGAL.contains(Category.of(category));
    }

    /** {@code commercial}, {@code illegal}, or {@code unclear} where no category is said. */
    public static String natureOf(String category) {
        return category.isEmpty() ? "unclear" : isIllegal(category) ? "illegal" : "commercial";
    }

    private Review review(List<Naming> named) {
        List<Review.Point> series = series();
        return new Review(
                counts.period(),
                counts.source(),
                counts.asOf(),
                figure(counts.total(), 1, Definition.COMPLAINT),
                series,
                comparisons(),
                List.of(
                        carriers(),
                        new Block("d", "短信", Definition.COMPLAINT, List.of(), false, "无数据：本平台只受理电话举报，没有短信投诉的来源"),
                        kinds(),
                        of("类别", "分类", Dimension.CATEGORY, Definition.CATEGORY),
                        of("号段", "主叫号段", Dimension.SEGMENT, Definition.SEGMENT),
                        of("e", "骚扰方式", Dimension.MODE, Definition.MODE),
                        of("f", "受扰地区", Dimension.REGION, Definition.REGION),
                        companies(named),
                        new Block(
                                "h",
                                "App",
                                Definition.COMPLAINT,
                                List.of(),
                                false,
                                "无数据：本平台尚未受理对 App 的投诉，举报中提到的 App 未经核实"),
                        handled(),
                        cases("j", "处置结果", "measure", counts.handling().measures(), names.measures()),
                        cases("核实", "核实结果", "outcome", counts.handling().outcomes(), names.outcomes())),
                quality(),
                medians());
    }

    private List<Review.Point> series() {
        List<Review.Point> points = new ArrayList<>();
        for (int back = (counts.period().isQuarter() ? QUARTERS : MONTHS) - 1; back >= 0; back--) {
            Period period = counts.period().back(back);
            count(period)
                    .ifPresent(count -> points.add(new Review.Point(period, figure(count, 1, Definition.COMPLAINT))));
        }
        return points;
    }

    /** Empty where a month of it was not counted. */
    private Optional<Long> count(Period period) {
        if (period.equals(counts.period())) {
            return Optional.of(counts.total());
        }
        return counts.months().keySet().containsAll(period.all())
                ? Optional.of(
                        period.all().stream().mapToLong(counts.months()::get).sum())
                : Optional.empty();
    }

    private List<Comparison> comparisons() {
        List<Comparison> found = new ArrayList<>();
        if (!counts.period().isOver(counts.asOf())) {
            // A part beside a whole would look like a fall.
            return found;
        }
        Period before = counts.period().back(1);
        Period lastYear = counts.period().yearBefore();
        count(before).ifPresent(count -> found.add(new Comparison("环比", before, count, counts.total())));
        count(lastYear).ifPresent(count -> found.add(new Comparison("同比", lastYear, count, counts.total())));
        return found;
    }

    private Block carriers() {
        Block plain = of("b", "拨打方式（运营商）与百万用户投诉率", Dimension.CARRIER, Definition.CARRIER);
        List<Line> lines = plain.lines().stream().map(this::withRate).toList();
        String note = users.rows().isEmpty()
                ? "百万用户投诉率无数据：没有用户数表"
                : "用户数："
                        + String.join("；", users.rows().stream().map(this::told).toList());
        return new Block("b", plain.title(), plain.definition(), lines, true, note);
    }

    private String told(Users.Row row) {
        return name(names.of(Dimension.CARRIER), row.carrier()) + " " + Comparison.grouped(row.users()) + " 户（"
                + row.asOf() + "，" + (row.hasIot() ? "含物联网" : "不含物联网") + "，" + row.source() + "）";
    }

    private Line withRate(Line line) {
        Optional<Users.Row> row = users.of(line.code());
        Optional<Figure> rate = row.filter(one -> !one.hasIot())
                .map(one -> new Figure(
                        line.figure().numerator(),
                        one.users(),
                        counts.source() + "；" + one.source(),
                        counts.asOf(),
                        Definition.RATE));
        String remark = row.map(one -> one.hasIot() ? "用户数含物联网连接，不可比" : users.isSmall(one) ? "用户基数小，少量投诉即可使比率大幅变动" : "")
                .orElse("");
        return new Line(line.code(), line.name(), line.figure(), line.tenths(), rate, remark, line.query());
    }

    private Block kinds() {
        long illegal = 0;
        long unknown = 0;
        for (Map.Entry<String, Long> one : counts.of(Dimension.CATEGORY).entrySet()) {
            illegal += isIllegal(one.getKey()) ? one.getValue() : 0;
            unknown += one.getKey().isEmpty() ? one.getValue() : 0;
        }
        Map<String, Long> found = new LinkedHashMap<>();
        found.put("commercial", counts.total() - illegal - unknown);
        found.put("illegal", illegal);
        found.put("unclear", unknown);
        List<Name> kinds =
                List.of(new Name("commercial", "商业营销"), new Name("illegal", "涉嫌违法"), new Name("unclear", "不清楚"));
        return new Block(
                "性质",
                "商业营销与涉嫌违法",
                Definition.CATEGORY,
                lines(found, kinds, Definition.CATEGORY, code -> cases.with("nature", code)),
                true,
                "");
    }

    /** Carriers and ways in the order of the template; all else by how many, what is not known last. */
    private Block of(String letter, String title, Dimension dimension, Definition definition) {
        List<Line> lines = lines(
                counts.of(dimension), names.of(dimension), definition, code -> cases.with(dimension.word(), code));
        if (dimension != Dimension.CARRIER && dimension != Dimension.MODE) {
            lines.sort(Comparator.comparing((Line line) -> line.code().isEmpty())
                    .thenComparing(line -> line.figure().numerator(), Comparator.reverseOrder())
                    .thenComparing(Line::code));
        }
        return new Block(letter, title, definition, lines, true, lines.isEmpty() ? "无数据：本期没有投诉" : "");
    }

    private Block cases(String letter, String title, String facet, Map<String, Long> found, List<Name> all) {
        return new Block(
                letter,
                title,
                Definition.RESULT,
                lines(found, all, Definition.RESULT, code -> cases.opened(facet, code)),
                true,
                found.isEmpty() ? "无数据：本期没有案件" : "单位：件案");
    }

    private Block handled() {
        List<Line> lines = new ArrayList<>();
        counts.handling().desks().forEach((desk, all) -> {
            Figure figure = figure(counts.handling().handled().getOrDefault(desk, 0L), all, Definition.HANDLED);
            String query = cases.opened("handler", desk);
            lines.add(new Line(desk, deskName(desk), figure, figure.tenths(), Optional.empty(), "", query));
        });
        return new Block("i", "处理率（责任单位）", Definition.HANDLED, lines, false, lines.isEmpty() ? "无数据：本期没有案件" : "");
    }

    private String deskName(String desk) {
        String[] parts = desk.split("/", 2);
        String kind = name(names.desks(), parts[0]);
        return parts.length < 2 || parts[1].isEmpty() ? kind : kind + " · " + parts[1];
    }

    private Block companies(List<Naming> named) {
        List<Line> lines = named.stream()
                .filter(naming -> naming.period().equals(counts.period()) && naming.isPublished())
                .map(naming -> {
                    // People are no part of complaints: a count without a share.
                    Figure figure = figure(naming.people(), 0, Definition.NAMED);
                    return new Line(
                            naming.id().toString(),
                            naming.company(),
                            figure,
                            0,
                            Optional.empty(),
                            naming.replyShown(),
                            "");
                })
                .toList();
        return new Block(
                "g",
                "源头企业",
                Definition.NAMED,
                lines,
                false,
                lines.isEmpty() ? "本期没有完成告知、答复和双人签署的企业" : "已告知企业并给予答复期，由两人签署");
    }

    private List<Line> quality() {
        List<Line> lines = new ArrayList<>();
        Map.of(Definition.TIMELY, "处置及时率", Definition.TOLD, "告知率", Definition.OVERTURNED, "申诉推翻率").entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    Counts.Ratio ratio =
                            counts.handling().ratios().getOrDefault(entry.getKey(), new Counts.Ratio(0, 0));
                    Figure figure = figure(ratio.part(), ratio.whole(), entry.getKey());
                    lines.add(new Line(
                            entry.getKey().name().toLowerCase(java.util.Locale.ROOT),
                            entry.getValue(),
                            figure,
                            figure.tenths(),
                            Optional.empty(),
                            "",
                            entry.getKey() == Definition.OVERTURNED ? "" : cases.opened()));
                });
        return lines;
    }

    private List<Review.Median> medians() {
        return counts.handling().medians().entrySet().stream()
                .map(one -> new Review.Median(one.getKey(), one.getValue()))
                .toList();
    }

    private interface Querying {
        String of(String code);
    }

    private List<Line> lines(Map<String, Long> found, List<Name> all, Definition definition, Querying querying) {
        Map<String, String> shown = new LinkedHashMap<>();
        all.stream()
                .filter(name -> found.containsKey(name.code()))
                .forEach(name -> shown.put(name.code(), name.chinese()));
        found.keySet().forEach(code -> shown.putIfAbsent(code, name(all, code)));
        List<String> codes = List.copyOf(shown.keySet());
        int[] tenths = Shares.tenths(codes.stream().map(found::get).toList());
        long whole = found.values().stream().mapToLong(Long::longValue).sum();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < tenths.length; i++) {
            Figure figure = figure(found.get(codes.get(i)), whole, definition);
            lines.add(new Line(
                    codes.get(i),
                    shown.get(codes.get(i)),
                    figure,
                    tenths[i],
                    Optional.empty(),
                    "",
                    querying.of(codes.get(i))));
        }
        return lines;
    }

    private static String name(List<Name> all, String code) {
        return all.stream()
                .filter(name -> name.code().equals(code))
                .map(Name::chinese)
                .findFirst()
                .orElse(code.isEmpty() ? "未提供" : code);
    }

    private Figure figure(long numerator, long denominator, Definition definition) {
        return new Figure(numerator, denominator, counts.source(), counts.asOf(), definition);
    }
}
