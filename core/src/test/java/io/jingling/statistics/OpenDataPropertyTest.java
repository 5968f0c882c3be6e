package io.jingling.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody with all that is published solves for what is hidden: none of it comes out. */
class OpenDataPropertyTest {
    private static final long SEED = Long.getLong("jingling.seed", 20_261_130);
    private static final double NOTHING = 1e-9;

    @Test
    void noHiddenCellIsWorkedOutFromTotalsByAddingAndSubtracting() {
        Random dice = new Random(SEED);
        int hidden = 0;
        for (int round = 0; round < 1_500; round++) {
            Map<String, Map<String, Map<UUID, Long>>> counts = counts(dice);
            OpenData data = OpenData.of(counts);
            String where = "seed " + SEED + ", round " + round;
            hidden += unknowns(data).size();
            assertThat(determined(data)).as(where).isEmpty();
            nothingSmallIsTold(data, where);
            everythingIsOfEnoughPeople(data, counts, where);
        }
        assertThat(hidden).as("cells that were hidden in all rounds").isGreaterThan(10_000);
    }

    @Test
    void anAttackerWorksOutWhatIsHiddenAlone() {
        OpenData careless = new OpenData(
                List.of("a", "b"), List.of("x", "y"), new long[][] {{-1, 8}, {7, 9}}, new long[] {11, 16}, new long[] {
                    10, 17
                });
        assertThat(determined(careless)).containsExactly("0,0");
    }

    @Test
    void totalsAreThoseOfTheCounts() {
        Random dice = new Random(SEED);
        for (int round = 0; round < 300; round++) {
            Map<String, Map<String, Map<UUID, Long>>> counts = counts(dice);
            List<Map<UUID, Long>> cells = counts.values().stream()
                    .flatMap(row -> row.values().stream())
                    .toList();
            long people = cells.stream()
                    .flatMap(cell -> cell.keySet().stream())
                    .distinct()
                    .count();
            long total = cells.stream()
                    .flatMap(cell -> cell.values().stream())
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(OpenData.of(counts).total()).isEqualTo(people < OpenData.K ? 0 : total);
        }
    }

    private static void nothingSmallIsTold(OpenData data, String where) {
        for (long[] row : data.cells()) {
            for (long cell : row) {
                assertThat(cell > 0 && cell < OpenData.K).as(where).isFalse();
            }
        }
        for (long total : data.rowTotals()) {
            assertThat(total).as(where).isGreaterThanOrEqualTo(OpenData.K);
        }
        for (long total : data.columnTotals()) {
            assertThat(total).as(where).isGreaterThanOrEqualTo(OpenData.K);
        }
    }

    /** Of the people behind what is hidden of a day, and behind each count that is told, there are K or more. */
    private static void everythingIsOfEnoughPeople(
            OpenData data, Map<String, Map<String, Map<UUID, Long>>> counts, String where) {
        for (int r = 0; r < data.rows().size(); r++) {
            Set<UUID> hidden = new HashSet<>();
            Set<UUID> whole = new HashSet<>();
            for (int c = 0; c < data.columns().size(); c++) {
                Set<UUID> people = people(data, counts, r, c);
                whole.addAll(people);
                if (data.cells()[r][c] == OpenData.HIDDEN) {
                    hidden.addAll(people);
                } else {
                    assertThat(people.isEmpty() || people.size() >= OpenData.K)
                            .as(where)
                            .isTrue();
                }
            }
            assertThat(whole).as(where).hasSizeGreaterThanOrEqualTo(OpenData.K);
            assertThat(hidden.isEmpty() || hidden.size() >= OpenData.K)
                    .as(where)
                    .isTrue();
        }
        for (int c = 0; c < data.columns().size(); c++) {
            Set<UUID> whole = new HashSet<>();
            for (int r = 0; r < data.rows().size(); r++) {
                whole.addAll(people(data, counts, r, c));
            }
            assertThat(whole).as(where).hasSizeGreaterThanOrEqualTo(OpenData.K);
        }
    }

    private static Set<UUID> people(
            OpenData data, Map<String, Map<String, Map<UUID, Long>>> counts, int row, int column) {
        Set<UUID> people = new HashSet<>();
        counts.forEach((day, classes) -> classes.forEach((one, who) -> {
            if (isOf(data.rows(), row, day) && isOf(data.columns(), column, one)) {
                people.addAll(who.keySet());
            }
        }));
        return people;
    }

    private static boolean isOf(List<String> lines, int line, String name) {
        return lines.get(line).equals(name) || (lines.get(line).equals(OpenData.TOGETHER) && !lines.contains(name));
    }

    /** Half of the worlds have people who complain much. */
    private static Map<String, Map<String, Map<UUID, Long>>> counts(Random dice) {
        Map<String, Map<String, Map<UUID, Long>>> counts = new TreeMap<>();
        int days = 1 + dice.nextInt(12);
        int classes = 1 + dice.nextInt(8);
        int most = 2 + dice.nextInt(30);
        int people = dice.nextBoolean() ? 1_000_000 : 3 + dice.nextInt(40);
        for (int day = 0; day < days; day++) {
            Map<String, Map<UUID, Long>> row = new TreeMap<>();
            for (int c = 0; c < classes; c++) {
                if (dice.nextInt(3) > 0) {
                    Map<UUID, Long> cell = new TreeMap<>();
                    for (int i = dice.nextInt(most); i > 0; i--) {
                        cell.merge(new UUID(1, dice.nextInt(people)), 1L, Long::sum);
                    }
                    row.put("c" + c, cell);
                }
            }
            counts.put(String.format("d%02d", day), row);
        }
        return counts;
    }

    private static List<int[]> unknowns(OpenData data) {
        List<int[]> unknown = new ArrayList<>();
        for (int r = 0; r < data.cells().length; r++) {
            for (int c = 0; c < data.cells()[r].length; c++) {
                if (data.cells()[r][c] == OpenData.HIDDEN) {
                    unknown.add(new int[] {r, c});
                }
            }
        }
        return unknown;
    }

    /** The hidden cells that the linear equations of all totals have one value for: rows of the reduced form with one entry. */
    private static List<String> determined(OpenData data) {
        List<int[]> unknown = unknowns(data);
        int height = data.cells().length;
        int width = height == 0 ? 0 : data.cells()[0].length;
        double[][] equations = new double[height + width][unknown.size()];
        for (int i = 0; i < unknown.size(); i++) {
            equations[unknown.get(i)[0]][i] = 1;
            equations[height + unknown.get(i)[1]][i] = 1;
        }
        int rank = reduce(equations, unknown.size());
        List<String> found = new ArrayList<>();
        for (int row = 0; row < rank; row++) {
            int entries = 0;
            int at = -1;
            for (int i = 0; i < unknown.size(); i++) {
                if (Math.abs(equations[row][i]) > NOTHING) {
                    entries++;
                    at = i;
                }
            }
            if (entries == 1) {
                found.add(unknown.get(at)[0] + "," + unknown.get(at)[1]);
            }
        }
        return found;
    }

    private static int reduce(double[][] rows, int columns) {
        int rank = 0;
        for (int column = 0; column < columns && rank < rows.length; column++) {
            int pivot = rank;
            while (pivot < rows.length && Math.abs(rows[pivot][column]) < NOTHING) {
                pivot++;
            }
            if (pivot == rows.length) {
                continue;
            }
            double[] taken = rows[pivot];
            rows[pivot] = rows[rank];
            rows[rank] = taken;
            double by = taken[column];
            for (int i = 0; i < columns; i++) {
                taken[i] /= by;
            }
            for (int other = 0; other < rows.length; other++) {
                double times = rows[other][column];
                if (other != rank && Math.abs(times) > NOTHING) {
                    for (int i = 0; i < columns; i++) {
                        rows[other][i] -= times * taken[i];
                    }
                }
            }
            rank++;
        }
        return rank;
    }
}
