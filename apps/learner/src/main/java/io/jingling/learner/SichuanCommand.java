package io.jingling.learner;

import io.jingling.learner.Sichuan.Method;
import io.jingling.learning.Scores;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sichuan}: our trees on real users of a carrier, by the protocol of the published comparisons. */
@Command(
        name = "sichuan",
        mixinStandardHelpOptions = true,
        description = "Measures our trees on the Sichuan data set; prints a table in Markdown.")
final class SichuanCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "FILE",
            required = true,
            description = "all_feat_with_label.csv of the data set.")
    private Path data;

    @Option(
            names = "--states",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many times users are drawn; default ${DEFAULT-VALUE}.")
    private int states;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Sichuan sichuan = Sichuan.read(data);
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "| features | learned from | method | AUC | macro-recall | macro-F1 | G-mean | recall at 1 % false |");
        out.println("|---|---|---|---|---|---|---|---|");
        for (int columns : new int[] {Sichuan.ALL, Sichuan.OF_CALLS}) {
            String features = columns == Sichuan.ALL ? "all 55" : "26 about calls";
            for (double share : new double[] {0.2, 0.6}) {
                String from = String.format(Locale.ROOT, "%.0f %%, drawn %d times", 100 * share, states);
                for (Method method : Method.values()) {
                    List<Scores> scores = LongStream.rangeClosed(1, states)
                            .mapToObj(seed -> sichuan.drawn(method, columns, share, seed))
                            .toList();
                    out.println(row(features, from, method, scores));
                }
            }
            for (Method method : Method.values()) {
                List<Scores> scores = List.of(sichuan.inFileOrder(method, columns, 0.8));
                out.println(row(features, "first 80 % of the file", method, scores));
            }
        }
        return 0;
    }

    private static String row(String features, String from, Method method, List<Scores> scores) {
        return "| " + features + " | " + from + " | " + method.words + " | " + MeanAndSpread.of(scores, Scores::auc)
                + " | "
                + MeanAndSpread.of(scores, Scores::macroRecall) + " | " + MeanAndSpread.of(scores, Scores::macroF1)
                + " | "
                + MeanAndSpread.of(scores, Scores::geometricMean) + " | "
                + MeanAndSpread.of(scores, Scores::recallAtOneInAHundred) + " |";
    }
}
