package io.jingling.statistics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Counts by day and class, before anything is hidden. */
record DayTable(List<String> rows, List<String> columns, long[][] cells) {
    static DayTable of(Map<String, Map<String, Long>> counts) {
        List<String> rows = List.copyOf(new TreeSet<>(counts.keySet()));
        TreeSet<String> columns = new TreeSet<>();
        counts.values().forEach(row -> columns.addAll(row.keySet()));
        long[][] cells = new long[rows.size()][columns.size()];
        for (int r = 0; r < cells.length; r++) {
            int c = 0;
            for (String column : columns) {
                cells[r][c++] = counts.get(rows.get(r)).getOrDefault(column, 0L);
            }
        }
        return new DayTable(rows, List.copyOf(columns), cells);
    }

    /** With rows of less than K in one, and the next smallest where they are not enough. */
    DayTable together() {
        List<Integer> order = new ArrayList<>();
        for (int r = 0; r < cells.length; r++) {
            order.add(r);
        }
        order.sort((a, b) -> Long.compare(sum(cells[a]), sum(cells[b])));
        long[] joined = new long[columns.size()];
        BitSet gone = new BitSet();
        for (int r : order) {
            boolean isEnough = gone.isEmpty() || sum(joined) >= OpenData.K;
            if (sum(cells[r]) >= OpenData.K && isEnough) {
                break;
            }
            gone.set(r);
            for (int c = 0; c < joined.length; c++) {
                joined[c] += cells[r][c];
            }
        }
        return gone.isEmpty() ? this : without(gone, joined);
    }

    private DayTable without(BitSet gone, long[] joined) {
        List<String> kept = new ArrayList<>();
        List<long[]> left = new ArrayList<>();
        for (int r = 0; r < cells.length; r++) {
            if (!gone.get(r)) {
                kept.add(rows.get(r));
                left.add(cells[r]);
            }
        }
        kept.add(OpenData.TOGETHER);
        left.add(joined);
        return new DayTable(kept, columns, left.toArray(long[][]::new));
    }

    DayTable turned() {
        long[][] turned = new long[columns.size()][rows.size()];
        for (int r = 0; r < cells.length; r++) {
            for (int c = 0; c < turned.length; c++) {
                turned[c][r] = cells[r][c];
            }
        }
        return new DayTable(columns, rows, turned);
    }

    long total() {
        long total = 0;
        for (long[] row : cells) {
            total += sum(row);
        }
        return total;
    }

    private static long sum(long[] row) {
        long sum = 0;
        for (long cell : row) {
            sum += cell;
        }
        return sum;
    }
}
