package io.jingling.learner;

import io.jingling.detection.Capacity;
import io.jingling.detection.Detection;
import io.jingling.detection.Feature;
import io.jingling.domain.CallRecord;
import io.jingling.learning.Examples;
import io.jingling.learning.Learning;
import io.jingling.learning.Learning.Learned;
import io.jingling.learning.Maker;
import io.jingling.learning.SequenceLearner;
import io.jingling.learning.TreeLearner;
import io.jingling.records.ModelFile;
import io.jingling.records.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code learn}: a model, from calls whose makers are known. */
@Command(
        name = "learn",
        mixinStandardHelpOptions = true,
        description = {
            "Learns a model from calls whose makers are known: a folder with calls.csv, truth.csv and truth-calls.csv as"
                    + " ./jingling simulate writes them, or a folder of such folders. The same calls and options give the"
                    + " same model."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./jingling learn --calls towns --out my.model"})
final class Learn implements Callable<Integer> {
    /** A small town has some harassers more or less; each benign call that is left out is stood for by another. */
    private static final int BENIGN_CALLS = 6;

    @Option(names = "--calls", paramLabel = "DIR", required = true, description = "Where calls and truth are.")
    private Path calls;

    @Option(names = "--out", paramLabel = "MODEL", required = true, description = "The file to write.")
    private Path out;

    @Option(names = "--name", paramLabel = "NAME", description = "What it is called; default: its file's name.")
    private String name = "";

    @Option(
            names = "--trees",
            paramLabel = "N",
            defaultValue = "300",
            description = "How many; default ${DEFAULT-VALUE}.")
    private int trees;

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "5",
            description = "Of a tree; default ${DEFAULT-VALUE}.")
    private int depth;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Of the sequence model over its calls; default ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Default ${DEFAULT-VALUE}.")
    private int seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        long begun = System.nanoTime();
        Bar bar = new Bar(spec.commandLine().getErr());
        Learned learned = Learning.learn(
                name.isEmpty() ? String.valueOf(out.getFileName()) : name, examples(bar), settings(), bar);
        bar.end();
        ModelFile.write(out, learned.model());
        spec.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT,
                        "%s: learned from %,d calls, calibrated on %,d, reject from %.3f, challenge from %.3f, label from"
                                + " %.3f (log-odds); %.1e from XGBoost's own scores, %.1e from PyTorch's; %.0f s",
                        out,
                        learned.learnedFrom(),
                        learned.calibratedOn(),
                        learned.model().thresholds().reject(),
                        learned.model().thresholds().challenge(),
                        learned.model().thresholds().label(),
                        learned.gap(),
                        learned.sequenceGap(),
                        (System.nanoTime() - begun) / 1e9));
        return 0;
    }

    private Examples examples(Bar bar) throws IOException {
        AtomicReference<Truth> truth = new AtomicReference<>();
        Examples examples = new Examples(call -> maker(truth, call), Learning.choice(BENIGN_CALLS));
        for (Town town : Town.in(calls)) {
            truth.set(town.readTruth());
            examples.beginTown();
            town.replay(new Detection(Capacity.TOWN, Town.LATENESS, Optional.empty(), examples), bar);
        }
        return examples;
    }

    private static Maker maker(AtomicReference<Truth> truth, CallRecord call) {
        return Town.maker(truth.get(), call);
    }

    private Learning.Settings settings() {
        List<Integer> directions =
                Arrays.stream(Feature.values()).map(Feature::direction).toList();
        TreeLearner.Settings ofTrees = new TreeLearner.Settings(trees, depth, 0.1, 0.8, 0.6, 20, directions, seed);
        SequenceLearner.Settings ofSequence = new SequenceLearner.Settings(rounds, 256, 0.003f, seed);
        return new Learning.Settings(ofTrees, ofSequence, 3, 0.65, 4, Learning.Bounds.USUAL);
    }
}
