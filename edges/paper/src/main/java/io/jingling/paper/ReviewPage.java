package io.jingling.paper;

import io.jingling.statistics.Block;
import io.jingling.statistics.Comparison;
import io.jingling.statistics.Definition;
import io.jingling.statistics.Figure;
import io.jingling.statistics.Period;
import io.jingling.statistics.Restatement;
import io.jingling.statistics.Review;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A report as one page of HTML that needs nothing else: tables, bars as SVG, definitions, and who exported it when. */
public final class ReviewPage {
    static final DateTimeFormatter CHINA =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(Period.CHINA);
    private static final int BAR_WIDTH = 260;
    private static final int SERIES_HEIGHT = 140;
    private static final int SERIES_STEP = 72;

    private static final String STYLE = """
            :root{color-scheme:light dark;--t:#1d2433;--m:#5b6474;--l:#d9dee7;--b:#fff;--a:#2f6bd8}
            @media(prefers-color-scheme:dark){:root{--t:#e6e9ef;--m:#a3adbd;--l:#39414f;--b:#171b22;--a:#7ba6f5}}
            *{box-sizing:border-box}body{margin:0;background:var(--b);color:var(--t);font:16px/1.7 "PingFang SC","Noto Sans CJK SC","Microsoft YaHei","WenQuanYi Micro Hei",sans-serif}
            main{max-width:58rem;margin:0 auto;padding:2rem 1.25rem 4rem;position:relative}h1{font-size:1.6rem;line-height:1.35;margin:0 0 .25rem}h2{font-size:1.15rem;margin:2.2rem 0 .5rem}
            p,li{max-width:46rem}small,.m{color:var(--m)}table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{padding:.35rem .6rem;border-bottom:1px solid var(--l);text-align:right;vertical-align:top}
            th:first-child,td:first-child{text-align:left}td,th{font-variant-numeric:tabular-nums}thead th{color:var(--m);font-weight:500}td small{display:block}a{color:var(--a)}svg{display:block;max-width:100%}.scroll{overflow-x:auto}
            .mark{border-left:3px solid var(--a);padding:.2rem .8rem;color:var(--m)}.bar{fill:var(--a)}text{fill:var(--t);font-size:11px}
            .wm{position:fixed;inset:0;display:grid;place-items:center;transform:rotate(-28deg);font-size:2rem;opacity:.07;pointer-events:none;white-space:nowrap}
            @media print{:root{--t:#000;--m:#444;--l:#bbb;--b:#fff;--a:#2f6bd8}h2{break-after:avoid}tr,svg{break-inside:avoid}main{max-width:none;padding:0}}
            """;

    private final StringBuilder page = new StringBuilder();
    private final String server;

    private ReviewPage(String server) {
        this.server = server;
    }

    /**
     * The page.
     *
     * @param by who exports
     * @param server where figures find their cases, such as {@code https://jingling.example}; empty: figures have no links
     */
    public static String of(Review review, String by, Instant at, String server) {
        return new ReviewPage(server).page(review, by, at);
    }

    private String page(Review review, String by, Instant at) {
        String mark = "导出人 " + by + "　" + CHINA.format(at);
        page.append(
                        "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
                .append(escaped(review.title()))
                .append("</title><style>\n")
                .append(STYLE)
                .append("</style></head><body>")
                .append("<div class=\"wm\" aria-hidden=\"true\">")
                .append(escaped(mark))
                .append("</div><main>");
        page.append("<h1>").append(escaped(review.title())).append("</h1>");
        paragraph("m", review.otherName());
        paragraph("mark", mark + "　数据截至 " + CHINA.format(review.asOf()) + "（北京时间）　来源：" + review.source());
        series(review);
        review.blocks().forEach(this::block);
        quality(review);
        definitions();
        return page.append("</main></body></html>\n").toString();
    }

    private void series(Review review) {
        heading("（a）投诉量");
        page.append("<p><strong>")
                .append(linked(Comparison.grouped(review.total().numerator()) + " 件", query(review.period())))
                .append("</strong></p>");
        review.comparisons().forEach(one -> paragraph("", one.chinese()));
        if (review.comparisons().isEmpty()) {
            paragraph("m", "环比、同比无数据：本期尚未结束，或上期和上年同期没有完整记录");
        }
        long most = Math.max(
                1,
                review.series().stream()
                        .mapToLong(point -> point.figure().numerator())
                        .max()
                        .orElse(1));
        int width = review.series().size() * SERIES_STEP;
        page.append("<svg role=\"img\" aria-label=\"投诉量\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(SERIES_HEIGHT + 40)
                .append("\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(SERIES_HEIGHT + 40)
                .append("\">");
        int x = 8;
        for (Review.Point point : review.series()) {
            long height = SERIES_HEIGHT * point.figure().numerator() / most;
            page.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"40\" height=\"%d\" rx=\"2\"/><text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text><text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x,
                    SERIES_HEIGHT + 16 - height,
                    height,
                    x + 20,
                    SERIES_HEIGHT + 12 - height,
                    Comparison.grouped(point.figure().numerator()),
                    x + 20,
                    SERIES_HEIGHT + 34,
                    point.period().word()));
            x += SERIES_STEP;
        }
        page.append("</svg>");
        table(
                List.of("统计期", "件"),
                review.series().stream()
                        .map(point -> List.of(
                                escaped(point.period().chinese()),
                                linked(Comparison.grouped(point.figure().numerator()), query(point.period()))))
                        .toList());
        source(review.total());
    }

    private void block(Block block) {
        heading((block.letter().length() == 1 ? "（" + block.letter() + "）" : "") + block.title());
        if (!block.note().isEmpty()) {
            paragraph("m", block.note());
        }
        if (block.isEmpty()) {
            return;
        }
        bars(block);
        boolean hasRates = block.lines().stream().anyMatch(line -> line.rate().isPresent());
        List<String> head =
                hasRates ? List.of("", "件", "占比 %", "件/百万用户") : List.of("", "件", block.sums() ? "占比 %" : "比率 %");
        table(
                head,
                block.lines().stream()
                        .map(line -> row(line, hasRates, block.sums()))
                        .toList());
        source(block.lines().getFirst().figure(), block.definition());
    }

    private List<String> row(Block.Line line, boolean hasRates, boolean sums) {
        String name =
                escaped(line.name()) + (line.remark().isEmpty() ? "" : "<small>" + escaped(line.remark()) + "</small>");
        String count = linked(Comparison.grouped(line.figure().numerator()), line.query())
                + (sums ? "" : " / " + Comparison.grouped(line.figure().denominator()));
        return hasRates
                ? List.of(name, count, line.percent(), line.perMillion())
                : List.of(name, count, line.percent());
    }

    private void bars(Block block) {
        int height = block.lines().size() * 22;
        page.append("<svg role=\"img\" aria-label=\"")
                .append(escaped(block.title()))
                .append("\" width=\"560\" height=\"")
                .append(height)
                .append("\" viewBox=\"0 0 560 ")
                .append(height)
                .append("\">");
        int y = 0;
        for (Block.Line line : block.lines()) {
            int width = Math.max(1, BAR_WIDTH * line.tenths() / 1000);
            page.append(String.format(
                    Locale.ROOT,
                    "<text x=\"200\" y=\"%d\" text-anchor=\"end\">%s</text><rect class=\"bar\" x=\"208\" y=\"%d\" width=\"%d\" height=\"12\" rx=\"2\"/><text x=\"%d\" y=\"%d\">%s%%</text>",
                    y + 14,
                    escaped(shortened(line.name())),
                    y + 4,
                    width,
                    214 + width,
                    y + 14,
                    line.percent()));
            y += 22;
        }
        page.append("</svg>");
    }

    private void quality(Review review) {
        heading("办理质量");
        table(
                List.of("", "件 / 件", "比率 %"),
                review.quality().stream().map(line -> row(line, false, false)).toList());
        if (!review.medians().isEmpty()) {
            table(
                    List.of("中位用时", ""),
                    review.medians().stream()
                            .map(one -> List.of(escaped(one.name()), escaped(one.chinese())))
                            .toList());
        }
    }

    private void definitions() {
        heading("口径与重述记录");
        page.append("<ul>");
        for (Definition one : Definition.values()) {
            page.append("<li><small>")
                    .append(escaped(one.id()))
                    .append("</small> ")
                    .append(escaped(one.chinese()))
                    .append("</li>");
        }
        page.append("</ul><div class=\"scroll\">");
        table(
                List.of("口径", "自", "变化"),
                Restatement.LOG.stream()
                        .map(one ->
                                List.of(escaped(one.definition()), one.since().toString(), escaped(one.what())))
                        .toList());
        page.append("</div>");
    }

    private void source(Figure figure) {
        source(figure, figure.definition());
    }

    private void source(Figure figure, Definition definition) {
        paragraph(
                "m",
                "口径 " + definition.id() + "：" + definition.chinese() + "。来源：" + figure.source() + "；截至 "
                        + CHINA.format(figure.asOf()));
    }

    private void table(List<String> head, List<List<String>> rows) {
        page.append("<div class=\"scroll\"><table><thead><tr>");
        head.forEach(
                cell -> page.append("<th scope=\"col\">").append(escaped(cell)).append("</th>"));
        page.append("</tr></thead><tbody>");
        rows.forEach(row -> {
            page.append("<tr>");
            row.forEach(cell -> page.append("<td>").append(cell).append("</td>"));
            page.append("</tr>");
        });
        page.append("</tbody></table></div>");
    }

    private void heading(String text) {
        page.append("<h2>").append(escaped(text)).append("</h2>");
    }

    private void paragraph(String style, String text) {
        page.append("<p class=\"")
                .append(style)
                .append("\">")
                .append(escaped(text))
                .append("</p>");
    }

    private String linked(String text, String query) {
        return server.isEmpty() || query.isEmpty()
                ? escaped(text)
                : "<a href=\"" + escaped(server + "/console/cases?" + query) + "\">" + escaped(text) + "</a>";
    }

    private static String query(Period period) {
        return "from=" + period.from() + "&to=" + period.to();
    }

    static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= 14
                ? name
                : name.substring(0, name.offsetByCodePoints(0, 13)) + "…";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
