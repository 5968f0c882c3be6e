package io.jingling.learner;

import io.jingling.detection.Capacity;
import io.jingling.detection.Detection;
import io.jingling.detection.Feature;
import io.jingling.detection.Model;
import io.jingling.detection.Thresholds;
import io.jingling.learning.Examples;
import io.jingling.learning.Learning;
import io.jingling.learning.Learning.Learned;
import io.jingling.learning.LinkExamples;
import io.jingling.learning.LinkLearning;
import io.jingling.learning.LinkLearning.Links;
import io.jingling.learning.Rivals;
import io.jingling.learning.SequenceLearner;
import io.jingling.learning.TreeLearner;
import io.jingling.records.ModelFile;
import io.jingling.records.SignedModel;
import io.jingling.records.SigningKey;
import io.jingling.records.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code learn}: a model, from calls whose makers are known. */
@Command(
        name = "learn",
        mixinStandardHelpOptions = true,
        subcommands = LearnText.class,
        description = {
            "Learns a model from calls whose makers are known: a folder with calls.csv, truth.csv and truth-calls.csv as"
                    + " ./jingling simulate writes them, or a folder of such folders. The same calls and options give the"
                    + " same model."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./jingling learn --calls towns --out my.model",
            "  ./jingling learn text --data texts --out my.texts"
        })
final class Learn implements Callable<Integer> {
    /** A small town has some harassers more or less; each benign call that is left out is stood for by another. */
    private static final int BENIGN_CALLS = 10;

    /** A call is compared with several campaigns: a part of the calls is enough to learn links from. */
    private static final Examples.Choice PAIRS = Learning.choice(2 * BENIGN_CALLS, 4);

    private static final int TOWNS_MIN = 4;
    private static final int FOLDS = 2;
    /** Of the towns that are not for the first judgement, two in five teach links. */
    private static final int LINK_PART = 2;

    private static final int PARTS = 5;
    /** Of how many benign callers the sequence model sees one. */
    private static final int BENIGN_CALLERS = 8;

    private static final double LEARN_SHARE = 0.65;

    // Both are required, but not before the subcommand text, which picocli would want them for too.
    @Option(names = "--calls", paramLabel = "DIR", description = "Where calls and truth are; needed.")
    private Path calls;

    @Option(names = "--out", paramLabel = "MODEL", description = "The file to write; needed.")
    private Path out;

    @Option(names = "--name", paramLabel = "NAME", description = "What it is called; default: its file's name.")
    private String name = "";

    @Option(
            names = "--own",
            paramLabel = "MODEL",
            description = "Keep what this model makes of a caller's own behaviour, and learn the rest.")
    private Path own;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "What people said of numbers and calls, as labels import takes it; it has the word before"
                    + " truth.csv, which may be missing then. Of callers that nobody speaks of, long talks and call-backs"
                    + " speak, a little.")
    private Path labels;

    @Option(
            names = "--sign",
            paramLabel = "KEYFILE",
            description = "Sign it with this key, which ./jingling models key makes.")
    private Path sign;

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

    @Option(
            names = "--rivals",
            paramLabel = "FILE",
            description = "Also learn a logistic regression and parts of the model, for evaluate to measure beside it.")
    private Path rivals;

    @Option(
            names = "--reject-share",
            paramLabel = "SHARE",
            defaultValue = "3e-5",
            description =
                    "Of benign calls, that may be rejected, with 95 %% confidence; of one kind of benign caller six"
                            + " times as many. Default ${DEFAULT-VALUE}: less than is promised, as no town is like another.")
    private double rejectShare;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Default ${DEFAULT-VALUE}.")
    private int seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (calls == null || out == null) {
            throw new ParameterException(
                    spec.commandLine(), "learn: got no " + (calls == null ? "--calls" : "--out") + ", want both");
        }
        long begun = System.nanoTime();
        // Read first: who misspelt it should not learn of that in an hour.
        Optional<SigningKey> key = sign == null ? Optional.empty() : Optional.of(SigningKey.read(sign));
        Bar bar = new Bar(spec.commandLine().getErr());
        List<Town> towns = towns();
        int forOwn = own != null ? 0 : towns.size() < TOWNS_MIN ? towns.size() : towns.size() / 2;
        Own known = own != null ? Own.of(ModelFile.read(own)) : ownBehaviour(towns.subList(0, forOwn), bar);
        Model model = known.model();
        List<Town> others = towns.subList(forOwn, towns.size());
        if (others.size() > 1) {
            model = linking(known, others, bar);
        }
        bar.end();
        Model whole = model;
        ModelFile.write(out, key.map(by -> SignedModel.of(whole, by)).orElseGet(() -> SignedModel.unsigned(whole)));
        say("%s: %s, %.0f s", out, others.size() > 1 ? "written" : "written without linking", seconds(begun));
        return 0;
    }

    private List<Town> towns() throws IOException {
        List<Town> all = Town.in(calls);
        Labelled labelled = labels == null ? Labelled.NONE : Labelled.read(labels, all);
        return all.stream().map(town -> town.with(labelled)).toList();
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private void say(String line, Object... what) {
        spec.commandLine().getOut().println(String.format(Locale.ROOT, line, what));
    }

    /** What is known of callers' own behaviour, and from which log-odds of it on one may found a campaign. */
    private record Own(Model model, float founding) {
        /** As it did before; where it never did, between what is challenged and what is rejected. */
        static Own of(Model read) {
            float between = (read.thresholds().ofOthers().challenge()
                            + read.thresholds().ofOthers().reject())
                    / 2;
            return new Own(
                    read,
                    read.linking().map(linking -> linking.limits().founding()).orElse(between));
        }
    }

    private Own ownBehaviour(List<Town> towns, Bar bar) throws IOException {
        Examples examples = Parallel.reduce(towns, town -> features(town, bar), Examples::absorb);
        String named = name.isEmpty() ? String.valueOf(out.getFileName()) : name;
        Learned learned = Learning.learn(named, examples, settings(), bar);
        say(
                "own behaviour: learned from %,d calls, calibrated on %,d, %s, founds a campaign from %.3f; %.1e from"
                        + " XGBoost's own scores, %.1e from PyTorch's",
                learned.learnedFrom(),
                learned.calibratedOn(),
                text(learned.model().thresholds()),
                learned.founding(),
                learned.gap(),
                learned.sequenceGap());
        if (rivals != null) {
            Rivals.write(rivals, learned.rivals());
        }
        return new Own(learned.model(), learned.founding());
    }

    /** Links are learned in the first of the towns, and what to make of them in the others, by what was learned. */
    private Model linking(Own known, List<Town> towns, Bar bar) throws IOException {
        Model model = known.model();
        float founding = known.founding();
        LinkLearning learning =
                new LinkLearning(LinkLearning.Settings.of(LEARN_SHARE, Learning.Bounds.of(rejectShare), seed));
        LinkReplay replay = new LinkReplay(model, bar);
        int first = Math.max(1, LINK_PART * towns.size() / PARTS);
        LinkExamples told = replay.byTruth(founding, PAIRS, towns.subList(0, first));
        bar.at("links", 0);
        Links links = learning.links(told, founding);
        say(
                "links: learned from %,d pairs of a call and a campaign; weak from %.3f, strong from %.3f; %.1e from"
                        + " XGBoost's own scores",
                links.learnedFrom(), links.limits().weak(), links.limits().strong(), links.gap());
        LinkLearning.Learned learned = judgement(learning, replay, links, towns.subList(first, towns.size()));

        say(
                "judgement: learned from %,d calls, calibrated on %,d, %s, a campaign from a suspicion of %.3f; %.1e from"
                        + " XGBoost's own scores",
                learned.learnedFrom(),
                learned.calibratedOn(),
                text(learned.linking().thresholds()),
                learned.linking().limits().suspicion(),
                learned.gap());
        return model.with(learned.linking());
    }

    /** Where there are towns enough, what scores mean is told from some that nothing was learned from. */
    private static LinkLearning.Learned judgement(
            LinkLearning learning, LinkReplay replay, Links links, List<Town> towns) throws IOException {
        if (towns.size() == 1) {
            return learning.judgement(replay.by(links, Learning.choice(BENIGN_CALLS, 1), towns), links);
        }
        int first = (towns.size() + 1) / 2;
        LinkExamples learnedFrom = replay.by(links, Learning.choice(BENIGN_CALLS), towns.subList(0, first));
        LinkExamples others = replay.by(links, Learning.choice(1), towns.subList(first, towns.size()));
        return learning.judgement(learnedFrom, others, links);
    }

    private static Examples features(Town town, Bar bar) throws IOException {
        Truth truth = town.readTruth();
        Examples examples =
                new Examples(call -> town.maker(truth, call), town.choice(truth, Learning.choice(BENIGN_CALLS, 1)));
        town.replay(Detection.ofFeatures(Capacity.TOWN, Town.LATENESS, examples), bar);
        return examples;
    }

    private static String text(Thresholds thresholds) {
        return text(thresholds.ofOthers()) + ", at a number's first calls " + text(thresholds.ofNew()) + " (log-odds)";
    }

    private static String text(Thresholds.Levels levels) {
        return String.format(
                Locale.ROOT,
                "reject from %.3f, challenge from %.3f, label from %.3f",
                levels.reject(),
                levels.challenge(),
                levels.label());
    }

    private Learning.Settings settings() {
        List<Integer> directions =
                Arrays.stream(Feature.values()).map(Feature::direction).toList();
        TreeLearner.Settings ofTrees = new TreeLearner.Settings(trees, depth, 0.1, 0.8, 0.6, 20, directions, seed);
        SequenceLearner.Settings ofSequence = new SequenceLearner.Settings(rounds, 256, 0.003f, seed);
        Learning.Bounds bounds = Learning.Bounds.of(rejectShare);
        return new Learning.Settings(ofTrees, ofSequence, FOLDS, LEARN_SHARE, BENIGN_CALLERS, bounds, rivals != null);
    }
}
