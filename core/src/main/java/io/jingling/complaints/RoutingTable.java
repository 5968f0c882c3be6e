package io.jingling.complaints;

import io.jingling.domain.Category;
import io.jingling.domain.NumberKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Routes by a table that a site may replace: the first row whose conditions all hold says who is responsible.
 *
 * <p>A row is a line {@code id; topics; modes; kinds; desk; why}. Topics are categories, {@code unclear} or {@code *}; modes
 * and kinds of numbers are words, {@code *} for all. A desk is {@code carrier} (the one that the number's block belongs to,
 * where that is known, else the row says nothing), or a {@link Desk.Kind} with or without {@code :NAME}.
 */
public final class RoutingTable implements Routing {
    /** What holds where a site has no table of its own. */
    public static final List<String> STANDARD = List.of(
            "fraud; F1; *; *; police_lead; 涉嫌诈骗,转公安机关线索(请同时拨打 110 或 96110)",
            "bombing-overseas; *; bombing; overseas, hidden; own_officer; 轰炸来自境外或未显示号码,由本中心牵头溯源",
            "bombing; *; bombing; *; carrier; 电话轰炸,由号码归属运营商处置",
            "illegal; 01, 02, 03; *; *; police_lead; 涉嫌违法内容,转公安机关线索",
            "mobile; *; *; mobile, virtual_operator; carrier; 由号码归属运营商核查(谁接入谁负责)",
            "carrier-sales; *; *; carrier; carrier; 运营商自有营销,由该运营商答复",
            "call-centre; *; *; call_centre_95, shared_400, enterprise_1010, service_95, service_96, free_800; outbound_platform;"
                    + " 呼叫中心号码,由码号使用企业与外呼平台核查",
            "port; *; *; sms_port_106, service_125, privacy_700; outbound_platform; 端口或中间号,由接入平台核查",
            "fixed; *; *; fixed_line; carrier:固定电话归属运营商; 由固定电话接入运营商核查",
            "rest; *; *; *; own_officer; 号码归属不明,由本中心核查");

    private static final String ALL = "*";
    private static final String UNCLEAR = "unclear";
    private static final String WANT = "id; topics; modes; kinds; desk; why";

    private final List<Row> rows;

    private record Row(
            String id,
            Set<Category> topics,
            boolean isUnclearToo,
            Set<Mode> modes,
            Set<NumberKind> kinds,
            Desk desk,
            String why) {
        private boolean holds(Report report) {
            boolean isTopic = report.topic().category().map(topics::contains).orElse(isUnclearToo);
            return isTopic
                    && modes.contains(report.said().mode())
                    && kinds.contains(report.about().number().kind());
        }

        /** A row that leaves it to the number's block says nothing where that is not known. */
        private boolean isSilent(Report report) {
            return isByBlock() && Carrier.of(report.about().number()).isEmpty();
        }

        private boolean isByBlock() {
            return desk.kind() == Desk.Kind.CARRIER && desk.name().isEmpty();
        }

        private Route route(Report report) {
            Desk to = isByBlock()
                    ? new Desk(
                            Desk.Kind.CARRIER,
                            Carrier.of(report.about().number()).orElseThrow().chinese())
                    : desk;
            return new Route(to, id, why);
        }
    }

    private RoutingTable(List<Row> rows) {
        this.rows = rows;
    }

    public static RoutingTable standard() {
        return read(STANDARD);
    }

    /**
     * Reads a table; empty lines and those with # are left out. What no row speaks of is our own officers'.
     *
     * @throws IllegalArgumentException with the line
     */
    public static RoutingTable read(List<String> lines) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                rows.add(row(i + 1, line));
            }
        }
        return new RoutingTable(List.copyOf(rows));
    }

    @Override
    public Route of(Report report) {
        return rows.stream()
                .filter(row -> row.holds(report) && !row.isSilent(report))
                .findFirst()
                .map(row -> row.route(report))
                .orElse(new Route(Desk.OWN, "none", "由本中心核查"));
    }

    private static Row row(int number, String line) {
        String[] parts = line.split("\\s*;\\s*", -1);
        if (parts.length != 6) {
            throw new IllegalArgumentException(
                    "routing: got " + parts.length + " parts in line " + number + ", want " + WANT);
        }
        try {
            return new Row(
                    parts[0],
                    topics(parts[1]),
                    parts[1].equals(ALL) || words(parts[1]).contains(UNCLEAR),
                    parts[2].equals(ALL) ? EnumSet.allOf(Mode.class) : modes(parts[2]),
                    parts[3].equals(ALL) ? EnumSet.allOf(NumberKind.class) : kinds(parts[3]),
                    desk(parts[4]),
                    parts[5]);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("routing line " + number + ", " + wrong.getMessage(), wrong);
        }
    }

    private static Set<Category> topics(String written) {
        Set<Category> topics = EnumSet.noneOf(Category.class);
        if (written.equals(ALL)) {
            return EnumSet.allOf(Category.class);
        }
        words(written).stream().filter(word -> !word.equals(UNCLEAR)).forEach(word -> topics.add(Category.of(word)));
        return topics;
    }

    private static Set<Mode> modes(String written) {
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        words(written).forEach(word -> modes.add(Mode.of(word)));
        return modes;
    }

    private static Set<NumberKind> kinds(String written) {
        Set<NumberKind> kinds = EnumSet.noneOf(NumberKind.class);
        words(written).forEach(word -> kinds.add(Words.read(NumberKind.values(), word, "kind")));
        return kinds;
    }

    private static Desk desk(String written) {
        String[] parts = written.split(":", 2);
        return new Desk(Desk.Kind.of(parts[0].toLowerCase(Locale.ROOT)), parts.length == 2 ? parts[1] : "");
    }

    private static List<String> words(String written) {
        return List.of(written.split("\\s*,\\s*"));
    }
}
