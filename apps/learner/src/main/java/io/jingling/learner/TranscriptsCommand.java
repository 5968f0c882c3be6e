package io.jingling.learner;

import io.jingling.learning.BCubed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code transcripts}: whether repeats of one script are found as one, on real recordings. */
@Command(
        name = "transcripts",
        mixinStandardHelpOptions = true,
        description =
                "Measures how well transcripts of one script are put together, by B-cubed, beside exact match and"
                        + " TF-IDF; prints tables in Markdown. What is of one script is found by comparing all pairs word by word.")
final class TranscriptsCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "FILE_OR_DIR",
            required = true,
            description = "CSV with a column transcript, or a folder of such files.")
    private Path data;

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many times order, noise and halves are drawn; default ${DEFAULT-VALUE}.")
    private int draws;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<List<String>> transcripts = Transcripts.read(data);
        List<Integer> truth = Passages.scripts(transcripts);
        ScriptTrial trial = new ScriptTrial(transcripts, truth);
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(
                Locale.ROOT,
                "%,d transcripts, %,d different, of %,d scripts by comparing all pairs word by word.%n",
                transcripts.size(),
                transcripts.stream().distinct().count(),
                truth.stream().distinct().count()));
        out.println("| transcripts | method | B-cubed precision | recall | F1 |");
        out.println("|---|---|---|---|---|");
        Map<String, BCubed> asTheyAre = trial.asTheyAre();
        for (String method : List.of(ScriptTrial.EXACT, ScriptTrial.OURS)) {
            print(out, "all, in the order of the file", method, List.of(asTheyAre.get(method)));
        }
        Bar bar = new Bar(spec.commandLine().getErr());
        for (Noise noise : Noise.ALL) {
            run(trial, noise, bar).forEach((method, results) -> print(out, "halves, " + noise.name(), method, results));
        }
        bar.end();
        return 0;
    }

    private Map<String, List<BCubed>> run(ScriptTrial trial, Noise noise, Bar bar) {
        Map<String, List<BCubed>> all = new LinkedHashMap<>();
        for (int seed = 1; seed <= draws; seed++) {
            bar.at(noise.name(), seed / (double) draws);
            trial.run(noise, seed).forEach((method, result) -> all.computeIfAbsent(method, name -> new ArrayList<>())
                    .add(result));
        }
        return all;
    }

    private static void print(PrintWriter out, String what, String method, List<BCubed> results) {
        out.println("| " + what + " | " + method + " | " + MeanAndSpread.of(results, BCubed::precision) + " | "
                + MeanAndSpread.of(results, BCubed::recall) + " | " + MeanAndSpread.of(results, BCubed::f1) + " |");
    }
}
