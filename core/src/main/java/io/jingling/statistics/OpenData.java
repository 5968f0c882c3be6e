package io.jingling.statistics;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Complaints by day and class as everybody may have them: no count of fewer than {@link #K} people is told, and none can be worked out from
 * the totals that are.
 *
 * <p>Days and classes with less than K are put together first, so that every total may be told. A hidden cell can be worked out
 * by adding and subtracting exactly where it is a bridge between its row and its column in the graph of hidden cells; where it
 * is, three more are hidden that make a rectangle with it. What is hidden of a row or a column sums to K or more.
 *
 * @param rows the days; the last may be those put together
 * @param columns the classes; the last may be those put together
 * @param cells counts; -1 where hidden; none at all where there are fewer than K together
 */
public record OpenData(List<String> rows, List<String> columns, long[][] cells, long[] rowTotals, long[] columnTotals) {
    public static final int K = 5;
    public static final long HIDDEN = -1;
    public static final String TOGETHER = "合并";
    private static final String TOTAL = "total";
    public static final String NOTE = "未核实：举报人所述，未经核实；少于 5 人的不公布，并为防止倒推隐去部分其他单元";

    /** @param counts by day, then by class, then of each person */
    public static OpenData of(Map<String, Map<String, Map<UUID, Long>>> counts) {
        DayTable byDay = DayTable.of(counts).together();
        DayTable table = byDay.turned().together().turned();
        if (table.all().isSmall()) {
            return new OpenData(List.of(), List.of(), new long[0][0], new long[0], new long[0]);
        }
        return new Hiding(table).published();
    }

    public long total() {
        long sum = 0;
        for (long row : rowTotals) {
            sum += row;
        }
        return sum;
    }

    /** Which cells of a table must be hidden. */
    private static final class Hiding {
        private final DayTable table;
        private final int height;
        private final int width;
        private final boolean[][] hidden;

        Hiding(DayTable table) {
            this.table = table;
            this.height = table.rows().size();
            this.width = table.columns().size();
            this.hidden = new boolean[height][width];
        }

        OpenData published() {
            boolean isAny = hideSmall();
            if (isAny && (height < 2 || width < 2)) {
                // Totals of one row or column are its cells: only the sum of all is told.
                long all = table.all().complaints();
                return new OpenData(
                        List.of(TOGETHER), List.of(TOGETHER), new long[][] {{all}}, new long[] {all}, new long[] {all});
            }
            for (int r = 0; r < height; r++) {
                fillRow(r);
            }
            for (int c = 0; c < width; c++) {
                fillColumn(c);
            }
            bridge();
            return told();
        }

        private boolean hideSmall() {
            boolean isAny = false;
            for (int r = 0; r < height; r++) {
                for (int c = 0; c < width; c++) {
                    hidden[r][c] = count(r, c) > 0 && table.cells()[r][c].isSmall();
                    isAny |= hidden[r][c];
                }
            }
            return isAny;
        }

        private void fillRow(int r) {
            while (needsMore(r, true) && smallestOpen(r, true) >= 0) {
                hidden[r][smallestOpen(r, true)] = true;
            }
        }

        private void fillColumn(int c) {
            while (needsMore(c, false) && smallestOpen(c, false) >= 0) {
                hidden[smallestOpen(c, false)][c] = true;
            }
        }

        private long count(int r, int c) {
            return table.cells()[r][c].complaints();
        }

        /** Whether what is hidden of a line is one cell, or of too few people. */
        private boolean needsMore(int line, boolean isRow) {
            int cells = 0;
            Set<UUID> people = new HashSet<>();
            for (int i = 0; i < (isRow ? width : height); i++) {
                if (isRow ? hidden[line][i] : hidden[i][line]) {
                    cells++;
                    people.addAll((isRow ? table.cells()[line][i] : table.cells()[i][line]).people());
                }
            }
            return cells > 0 && (cells < 2 || people.size() < K);
        }

        /** Of those that are not nothing; -1 where there is none. */
        private int smallestOpen(int line, boolean isRow) {
            int best = -1;
            for (int i = 0; i < (isRow ? width : height); i++) {
                boolean isOpen = !(isRow ? hidden[line][i] : hidden[i][line]);
                long count = isRow ? count(line, i) : count(i, line);
                long least = best < 0 ? Long.MAX_VALUE : isRow ? count(line, best) : count(best, line);
                if (isOpen && count > 0 && count < least) {
                    best = i;
                }
            }
            return best;
        }

        private void bridge() {
            // Hiding more never makes a bridge of what is none; the corners of a rectangle are on a ring.
            for (int r = 0; r < height; r++) {
                for (int c = 0; c < width; c++) {
                    if (hidden[r][c] && !isOnRing(r, c)) {
                        makeRing(r, c);
                    }
                }
            }
        }

        /** Whether its row and its column are joined by other hidden cells. */
        private boolean isOnRing(int row, int column) {
            BitSet seen = new BitSet();
            Deque<Integer> open = new ArrayDeque<>(List.of(row));
            seen.set(row);
            while (!open.isEmpty()) {
                int node = open.poll();
                for (int i = 0; i < (node < height ? width : height); i++) {
                    int r = node < height ? node : i;
                    int c = node < height ? i : node - height;
                    int next = node < height ? height + i : i;
                    if (hidden[r][c] && !(r == row && c == column) && !seen.get(next)) {
                        seen.set(next);
                        open.add(next);
                    }
                }
            }
            return seen.get(height + column);
        }

        private void makeRing(int row, int column) {
            int bestRow = row == 0 ? 1 : 0;
            int bestColumn = column == 0 ? 1 : 0;
            long best = Long.MAX_VALUE;
            for (int r = 0; r < height; r++) {
                for (int c = 0; c < width; c++) {
                    long lost = r == row || c == column ? Long.MAX_VALUE : cost(row, c) + cost(r, column) + cost(r, c);
                    if (lost < best) {
                        best = lost;
                        bestRow = r;
                        bestColumn = c;
                    }
                }
            }
            hidden[row][bestColumn] = true;
            hidden[bestRow][column] = true;
            hidden[bestRow][bestColumn] = true;
        }

        /** What is lost by hiding it. That it is nothing is told by the class of call alone, so nothing is dear. */
        private long cost(int r, int c) {
            return hidden[r][c] ? 0 : count(r, c) == 0 ? table.all().complaints() : count(r, c);
        }

        private OpenData told() {
            long[][] cells = new long[height][width];
            long[] rows = new long[height];
            long[] columns = new long[width];
            for (int r = 0; r < height; r++) {
                for (int c = 0; c < width; c++) {
                    rows[r] += count(r, c);
                    columns[c] += count(r, c);
                    cells[r][c] = hidden[r][c] ? HIDDEN : count(r, c);
                }
            }
            return new OpenData(table.rows(), table.columns(), cells, rows, columns);
        }
    }

    /** The first line of the CSV (RFC 4180). */
    public static final String HEADER = "month,day,category,name,complaints,definition,as_of,note\r\n";

    /**
     * In CSV without the first line, a line a cell; an empty count is hidden.
     *
     * @param names of classes
     * @param asOf when it was counted
     * @param mark stands before what is noted of each, such as that all is made up; empty mostly
     */
    public String csv(Period month, Map<String, String> names, Instant asOf, String mark) {
        Lines lines = new Lines(new StringBuilder(), month, names, asOf + "," + mark + "未核实");
        for (int r = 0; r < cells.length; r++) {
            for (int c = 0; c < cells[r].length; c++) {
                lines.add(rows.get(r), columns.get(c), cells[r][c]);
            }
            lines.add(rows.get(r), TOTAL, rowTotals[r]);
        }
        for (int c = 0; c < columnTotals.length; c++) {
            lines.add(TOTAL, columns.get(c), columnTotals[c]);
        }
        lines.add(TOTAL, TOTAL, cells.length == 0 ? HIDDEN : total());
        return lines.text().toString();
    }

    private record Lines(StringBuilder text, Period month, Map<String, String> names, String rest) {
        void add(String day, String code, long count) {
            text.append(month.word())
                    .append(',')
                    .append(day)
                    .append(',')
                    .append(code)
                    .append(',')
                    .append(code.equals(TOTAL) ? "合计" : names.getOrDefault(code, code))
                    .append(',')
                    .append(count == HIDDEN ? "" : Long.toString(count))
                    .append(',')
                    .append(Definition.COMPLAINT.id())
                    .append(',')
                    .append(rest)
                    .append("\r\n");
        }
    }
}
