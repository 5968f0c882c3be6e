package io.jingling.learner;

import io.jingling.learner.TextTrial.Result;
import io.jingling.learning.LabelledText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code texts}: what learned questions are worth on real texts, beside an anchor. */
@Command(
        name = "texts",
        mixinStandardHelpOptions = true,
        description = "Measures learned questions on labelled texts, beside a character n-gram TF-IDF linear support"
                + " vector machine; prints tables in Markdown.")
final class TextsCommand implements Callable<Integer> {
    private static final List<String> ORDINARY = List.of("外卖服务", "订餐服务", "打车服务", "咨询客服", "预约服务", "交通咨询", "日常购物");

    private static final String ACROSS = "across";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description =
                    "A folder with inbox_sms, fbs_sms, fraud_texts and fraud_dialogues; those that are there are measured.")
    private Path data;

    @Option(
            names = "--splits",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many times a fifth is kept to test on; default ${DEFAULT-VALUE}.")
    private int splits;

    @Option(
            names = "--only",
            paramLabel = "SET",
            description = "Measure this set alone; \"across\": only what one set teaches of another.")
    private String only = "";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "| texts | different | labels | ours, macro-F1 | anchor, macro-F1 | confidence is off by | sure of |"
                        + " right where sure | learned by (splits) |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        StringBuilder details = new StringBuilder();
        for (String name : List.of("inbox_sms", "fbs_sms", "fraud_texts", "fraud_dialogues")) {
            List<LabelledText> texts = texts(name);
            if (!texts.isEmpty() && (only.isEmpty() || only.equals(name))) {
                List<Result> results = new ArrayList<>();
                for (int seed = 0; seed < splits; seed++) {
                    results.add(TextTrial.split(texts, seed));
                }
                out.println(row(name, texts, results));
                out.flush();
                details.append(details(name, texts, results));
            }
        }
        out.println(details);
        if (only.isEmpty() || only.equals(ACROSS)) {
            across(out);
        }
        return 0;
    }

    private List<LabelledText> texts(String name) throws IOException {
        Path folder = data.resolve(name);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<LabelledText> all = LabelledText.distinct(TextSet.read(folder).of(TextSet.LABEL));
        return all.stream().filter(one -> !ORDINARY.contains(one.label())).toList();
    }

    private static String row(String name, List<LabelledText> texts, List<Result> results) {
        String methods = results.stream()
                .collect(Collectors.groupingBy(Result::method, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining("; "));
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %d | %s | %s | %s | %s | %s | %s |",
                name,
                texts.size(),
                LabelledText.labels(texts).size(),
                MeanAndSpread.of(results, Result::ours),
                MeanAndSpread.of(results, Result::anchor),
                MeanAndSpread.of(results, Result::off),
                MeanAndSpread.of(results, Result::sure),
                MeanAndSpread.of(results, Result::right),
                methods);
    }

    /** The labels that macro-F1 is lost by. */
    private static String details(String name, List<LabelledText> texts, List<Result> results) {
        List<String> labels = LabelledText.labels(texts);
        String each = IntStream.range(0, labels.size())
                .boxed()
                .sorted(Comparator.comparingDouble(label -> mean(results, label)))
                .map(label -> String.format(
                        Locale.ROOT,
                        "%s %.3f (%d)",
                        labels.get(label),
                        mean(results, label),
                        texts.stream()
                                .filter(one -> one.label().equals(labels.get(label)))
                                .count()))
                .collect(Collectors.joining(", "));
        return "\nF1 of each label of " + name + ", ours, with how many texts have it: " + each + ".\n";
    }

    private static double mean(List<Result> results, int label) {
        return results.stream()
                .mapToDouble(result -> Double.isNaN(result.each()[label]) ? 0 : result.each()[label])
                .average()
                .orElse(0);
    }

    /** Fraud or not is what three of the sets can all say. */
    private void across(PrintWriter out) throws IOException {
        TreeMap<String, List<LabelledText>> sets = new TreeMap<>();
        sets.put("fbs_sms", relabelled("fbs_sms", label -> label.startsWith("FR:")));
        sets.put("fraud_texts", relabelled("fraud_texts", label -> !label.equals("normal")));
        sets.put("fraud_dialogues", relabelled("fraud_dialogues", label -> !ORDINARY.contains(label)));
        sets.values().removeIf(List::isEmpty);
        out.println("Learned on one set, asked of another, fraud or not:\n");
        out.println("| learned on | asked of | ours, macro-F1 | anchor, macro-F1 | anchor without white space |");
        out.println("|---|---|---|---|---|");
        for (String learned : sets.keySet()) {
            for (String asked : sets.keySet()) {
                if (!learned.equals(asked)) {
                    Result result = TextTrial.across(sets.get(learned), sets.get(asked));
                    double plain = TextTrial.anchor(plain(sets.get(learned)), plain(sets.get(asked)));
                    out.println(String.format(
                            Locale.ROOT,
                            "| %s | %s | %.4f | %.4f | %.4f |",
                            learned,
                            asked,
                            result.ours(),
                            result.anchor(),
                            plain));
                    out.flush();
                }
            }
        }
    }

    private static List<LabelledText> plain(List<LabelledText> texts) {
        return texts.stream()
                .map(one -> new LabelledText(one.label(), one.text().replaceAll("\\s+", "")))
                .toList();
    }

    private List<LabelledText> relabelled(String name, Predicate<String> isFraud) throws IOException {
        Path folder = data.resolve(name);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        return LabelledText.distinct(TextSet.read(folder).of(TextSet.LABEL)).stream()
                .map(one -> new LabelledText(isFraud.test(one.label()) ? "fraud" : "other", one.text()))
                .toList();
    }
}
