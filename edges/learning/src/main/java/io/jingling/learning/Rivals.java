package io.jingling.learning;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jingling.detection.Calibration;
import io.jingling.detection.Feature;
import io.jingling.detection.Thresholds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Learns {@link Rival}s from the examples that a model was learned from, and keeps them in a file. */
public final class Rivals {
    private static final ObjectMapper JSON = new ObjectMapper().addMixIn(Rival.class, Typed.class);

    private final Cases cases;
    private final int[] learned;
    private final int[] later;
    private final Learning.Settings settings;

    /** Names its class in the file. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Rival.OfTrees.class, name = "OfTrees"),
        @JsonSubTypes.Type(value = Rival.OfLine.class, name = "OfLine")
    })
    private interface Typed {}

    private record Kept(List<Rival> rivals) {}

    /**
     * @param learned rows to learn from
     * @param later rows to calibrate on
     */
    Rivals(Cases cases, int[] learned, int[] later, Learning.Settings settings) {
        this.cases = cases;
        this.learned = learned;
        this.later = later;
        this.settings = settings;
    }

    List<Rival> learn(Rival both) {
        Rows rows = cases.only(learned);
        Linear line = Linear.learn(without(rows, false));
        Rival trees = ofTrees("trees", without(rows, false));
        Rival sequence = ofTrees("recurrent unit", without(rows, true));
        return List.of(ofLine(line), trees, sequence, both);
    }

    /** The same rows, with the sequence model's word alone or with all but it; what is left out is 0. */
    private static Rows without(Rows rows, boolean isSequenceAlone) {
        Rows some = new Rows(rows.width());
        float[] row = new float[rows.width()];
        for (int i = 0; i < rows.count(); i++) {
            rows.copy(i, row);
            for (int feature = 0; feature < row.length; feature++) {
                boolean isSequence = feature == Feature.SEQUENCE.ordinal();
                row[feature] = isSequence == isSequenceAlone ? row[feature] : 0;
            }
            some.add(row, rows.isHarassment(i), rows.weight(i));
        }
        return some;
    }

    private Rival ofTrees(String name, Rows rows) {
        TreeLearner.Learned trees = TreeLearner.learn(rows, settings.trees());
        Meaning meaning = new Meaning(cases, later, trees.trees()::score);
        Calibration calibration = meaning.calibration();
        return new Rival.OfTrees(name, trees.trees(), calibration, meaning.ofBehaviour(calibration, settings.bounds()));
    }

    private Rival ofLine(Linear line) {
        Meaning meaning = new Meaning(cases, later, line::score);
        Calibration calibration = meaning.calibration();
        Thresholds thresholds = meaning.ofBehaviour(calibration, settings.bounds());
        return new Rival.OfLine("logistic regression", line, calibration, thresholds);
    }

    public static void write(Path file, List<Rival> rivals) throws IOException {
        JSON.writeValue(file.toFile(), new Kept(rivals));
    }

    /** @throws IOException where it cannot be read, or is something else */
    public static List<Rival> read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Kept.class).rivals();
    }
}
