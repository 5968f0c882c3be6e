package io.jingling.statistics;

import java.util.List;
import java.util.Optional;

/**
 * A block of the report; its letter is that of the template.
 *
 * @param definition what its figures count
 * @param lines in the order in which they are printed
 * @param sums whether its shares are parts of one whole, and sum to 100.0
 * @param note what a reader must know, or why there is nothing
 */
public record Block(String letter, String title, Definition definition, List<Line> lines, boolean sums, String note) {
    /**
     * A row.
     *
     * @param code what it is; empty: not known
     * @param figure its count of all
     * @param tenths its share in tenths of a percent
     * @param rate per million users, where that may be said
     * @param remark what must be said beside it; empty mostly
     * @param query finds its cases in the console; empty where none are behind it
     */
    public record Line(
            String code, String name, Figure figure, int tenths, Optional<Figure> rate, String remark, String query) {
        public String percent() {
            return figure.isDefined() ? Shares.percent(tenths) : "—";
        }

        /** One digit behind the point, as the published ones; whole where it is large. */
        public String perMillion() {
            return rate.map(Line::rateText).orElse("—");
        }

        private static String rateText(Figure rate) {
            double value = rate.ratio() * 1e6;
            return String.format(java.util.Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
        }
    }

    public Block {
        lines = List.copyOf(lines);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
