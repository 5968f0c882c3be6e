package io.jingling.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
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
            OpenData data = OpenData.of(counts(dice));
            String where = "seed " + SEED + ", round " + round;
            hidden += unknowns(data).size();
            assertThat(determined(data)).as(where).isEmpty();
            nothingSmallIsTold(data, where);
            whatIsHiddenOfALineIsEnough(data, where);
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
            Map<String, Map<String, Long>> counts = counts(dice);
            long total = counts.values().stream()
                    .flatMap(row -> row.values().stream())
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(OpenData.of(counts).total()).isEqualTo(total < OpenData.K ? 0 : total);
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

    private static void whatIsHiddenOfALineIsEnough(OpenData data, String where) {
        for (int r = 0; r < data.cells().length; r++) {
            long told = 0;
            boolean isAny = false;
            for (long cell : data.cells()[r]) {
                told += Math.max(0, cell);
                isAny |= cell == OpenData.HIDDEN;
            }
            long left = data.rowTotals()[r] - told;
            assertThat(isAny ? left >= OpenData.K : left == 0).as(where).isTrue();
        }
    }

    private static Map<String, Map<String, Long>> counts(Random dice) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        int days = 1 + dice.nextInt(12);
        int classes = 1 + dice.nextInt(8);
        int most = 2 + dice.nextInt(30);
        for (int day = 0; day < days; day++) {
            Map<String, Long> row = new TreeMap<>();
            for (int c = 0; c < classes; c++) {
                if (dice.nextInt(3) > 0) {
                    row.put("c" + c, (long) dice.nextInt(most));
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
