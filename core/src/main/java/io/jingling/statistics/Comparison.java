package io.jingling.statistics;

/**
 * A period beside an earlier one, with both counts: never a multiple alone.
 *
 * @param name 环比 or 同比
 * @param base the earlier period
 * @param before its count
 * @param now the count
 */
public record Comparison(String name, Period base, long before, long now) {
    private static final int TENTHS = 1_000;

    /** In words: 环比上升 12.3%（由 1,000 件到 1,123 件）. */
    public String chinese() {
        String counts = "（" + base.chinese() + " " + grouped(before) + " 件，本期 " + grouped(now) + " 件）";
        if (before == 0) {
            return name + "无法计算" + counts;
        }
        if (before == now) {
            return name + "持平" + counts;
        }
        return name + (now > before ? "上升 " : "下降 ") + Shares.percent(Math.abs(tenths())) + "%" + counts;
    }

    /** The change in tenths of a percent of the base. */
    public int tenths() {
        return before == 0 ? 0 : (int) Math.round((double) TENTHS * (now - before) / before);
    }

    /** With commas. */
    public static String grouped(long count) {
        return String.format(java.util.Locale.ROOT, "%,d", count);
    }
}
