package io.jingling.learner;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.jingling.learning.Linear;
import io.jingling.learning.NormalScores;
import io.jingling.learning.Rows;
import io.jingling.learning.Scores;
import io.jingling.learning.TreeLearner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * The Sichuan data set (users of a carrier, 2019 to 2020; the contest's file of features): trees, and a line to measure
 * beside, learned on a share of the users, judged on the others. Columns about money and time give an account's age away; the first 26 are about calls alone.
 */
final class Sichuan {
    /** All columns, and those about calls alone. */
    static final int ALL = 55;

    static final int OF_CALLS = 26;
    private static final int LABEL = 56;

    /** What is learned. */
    enum Method {
        TREES("trees"),
        LINE("logistic regression on ranks");

        final String words;

        Method(String words) {
            this.words = words;
        }
    }

    private final List<float[]> users = new ArrayList<>();
    private final List<Boolean> frauds = new ArrayList<>();

    /** @throws IllegalArgumentException where the file has other columns */
    static Sichuan read(Path file) throws IOException {
        Sichuan data = new Sichuan();
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord record : records) {
                if (record.getStartingLineNumber() > 1) {
                    data.add(record);
                } else if (record.getFieldCount() != LABEL + 1) {
                    throw new IllegalArgumentException(
                            file + ": got " + record.getFieldCount() + " columns, want " + (LABEL + 1));
                }
            }
        }
        return data;
    }

    /** A cell that is empty counts as zero, as in the protocol of those who published the set. */
    private void add(CsvRecord record) {
        float[] user = new float[ALL];
        for (int i = 0; i < ALL; i++) {
            String cell = record.getField(i + 1);
            user[i] = cell.isEmpty() ? 0 : Float.parseFloat(cell);
        }
        users.add(user);
        frauds.add(record.getField(LABEL).startsWith("1"));
    }

    int size() {
        return users.size();
    }

    /** Learned on a share of each class, drawn by the seed. */
    Scores drawn(Method method, int columns, double share, long seed) {
        boolean[] isLearned = new boolean[users.size()];
        Random random = new Random(seed);
        for (boolean fraud : new boolean[] {false, true}) {
            List<Integer> its = new ArrayList<>();
            for (int i = 0; i < users.size(); i++) {
                if (frauds.get(i) == fraud) {
                    its.add(i);
                }
            }
            Collections.shuffle(its, random);
            its.subList(0, (int) Math.round(share * its.size())).forEach(i -> isLearned[i] = true);
        }
        return judged(method, columns, isLearned, seed);
    }

    /** Learned on the file's first users. */
    Scores inFileOrder(Method method, int columns, double share) {
        boolean[] isLearned = new boolean[users.size()];
        for (int i = 0; i < share * users.size(); i++) {
            isLearned[i] = true;
        }
        return judged(method, columns, isLearned, 1);
    }

    private Scores judged(Method method, int columns, boolean[] isLearned, long seed) {
        Rows rows = new Rows(columns);
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < users.size(); i++) {
            if (isLearned[i]) {
                rows.add(users.get(i), frauds.get(i), 1);
            } else {
                others.add(i);
            }
        }
        ToDoubleFunction<float[]> learned =
                switch (method) {
                    case TREES -> trees(rows, seed);
                    case LINE -> line(rows);
                };
        float[] scores = new float[others.size()];
        boolean[] fraud = new boolean[others.size()];
        for (int i = 0; i < scores.length; i++) {
            float[] user = Arrays.copyOf(users.get(others.get(i)), columns);
            scores[i] = (float) learned.applyAsDouble(user);
            fraud[i] = frauds.get(others.get(i));
        }
        return Scores.of(scores, fraud, 0);
    }

    private static ToDoubleFunction<float[]> trees(Rows rows, long seed) {
        TreeLearner.Settings settings = new TreeLearner.Settings(250, 5, 0.05, 0.8, 0.5, 2, List.of(), seed);
        return TreeLearner.learn(rows, settings).trees()::score;
    }

    private static ToDoubleFunction<float[]> line(Rows rows) {
        NormalScores ranks = new NormalScores(rows);
        Linear line = Linear.learn(ranks.of(rows));
        return user -> line.score(ranks.of(user));
    }
}
