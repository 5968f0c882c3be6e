package io.jingling.statistics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Complaints by day and class, before anything is hidden, and how many different people a line of them is of. */
record DayTable(List<String> rows, List<String> columns, Cell[][] cells) {
    /** Complaints, and of whom. */
    record Cell(long complaints, Set<UUID> people) {
        private static final Cell NOTHING = new Cell(0, Set.of());

        /** @param byPerson how many complaints are of each */
        static Cell of(Map<UUID, Long> byPerson) {
            long complaints =
                    byPerson.values().stream().mapToLong(Long::longValue).sum();
            return new Cell(complaints, Set.copyOf(byPerson.keySet()));
        }

        private static Cell sum(Collection<Cell> cells) {
            Set<UUID> people = new HashSet<>();
            long complaints = 0;
            for (Cell cell : cells) {
                people.addAll(cell.people);
                complaints += cell.complaints;
            }
            return new Cell(complaints, people);
        }

        boolean isSmall() {
            return people.size() < OpenData.K;
        }
    }

    static DayTable of(Map<String, Map<String, Map<UUID, Long>>> counts) {
        List<String> rows = List.copyOf(new TreeSet<>(counts.keySet()));
        TreeSet<String> columns = new TreeSet<>();
        counts.values().forEach(row -> columns.addAll(row.keySet()));
        Cell[][] cells = new Cell[rows.size()][columns.size()];
        for (int r = 0; r < cells.length; r++) {
            int c = 0;
            for (String column : columns) {
                cells[r][c++] = Cell.of(counts.get(rows.get(r)).getOrDefault(column, Map.of()));
            }
        }
        return new DayTable(rows, List.copyOf(columns), cells);
    }

    /** With rows of fewer than K people in one, and the next smallest where they are not enough. */
    DayTable together() {
        List<Integer> order = new ArrayList<>();
        for (int r = 0; r < cells.length; r++) {
            order.add(r);
        }
        order.sort((a, b) -> Integer.compare(row(a).people.size(), row(b).people.size()));
        Cell all = Cell.NOTHING;
        BitSet gone = new BitSet();
        for (int r : order) {
            boolean isEnough = gone.isEmpty() || !all.isSmall();
            if (!row(r).isSmall() && isEnough) {
                break;
            }
            gone.set(r);
            all = Cell.sum(List.of(all, row(r)));
        }
        return gone.isEmpty() ? this : without(gone);
    }

    private DayTable without(BitSet gone) {
        List<String> kept = new ArrayList<>();
        List<Cell[]> left = new ArrayList<>();
        for (int r = 0; r < cells.length; r++) {
            if (!gone.get(r)) {
                kept.add(rows.get(r));
                left.add(cells[r]);
            }
        }
        Cell[] joined = new Cell[columns.size()];
        for (int c = 0; c < joined.length; c++) {
            int column = c;
            joined[c] = Cell.sum(gone.stream().mapToObj(r -> cells[r][column]).toList());
        }
        kept.add(OpenData.TOGETHER);
        left.add(joined);
        return new DayTable(kept, columns, left.toArray(Cell[][]::new));
    }

    DayTable turned() {
        Cell[][] turned = new Cell[columns.size()][rows.size()];
        for (int r = 0; r < cells.length; r++) {
            for (int c = 0; c < turned.length; c++) {
                turned[c][r] = cells[r][c];
            }
        }
        return new DayTable(columns, rows, turned);
    }

    Cell row(int r) {
        return Cell.sum(List.of(cells[r]));
    }

    Cell all() {
        List<Cell> every = new ArrayList<>();
        for (Cell[] row : cells) {
            every.addAll(List.of(row));
        }
        return Cell.sum(every);
    }
}
