package io.jingling.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jingling.cli.Commands.Surroundings;
import io.jingling.domain.Category;
import io.jingling.records.TextModelFile;
import io.jingling.text.Answer;
import io.jingling.text.Classifier;
import io.jingling.text.Mentions;
import io.jingling.text.Question;
import io.jingling.text.TextKind;
import io.jingling.text.TextModel;
import io.jingling.text.Word;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code classify}: what texts are about, one line of JSON each. */
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        description = {
            "Says what texts are about, and which words decided it: a line of JSON for each text, of a file for each line of"
                    + " it. Needs no platform."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./jingling classify --kind complaint --text '天天打来问我要不要贷款,说过别再打了'",
            "  ./jingling classify --kind sms --file sms.txt --model my.texts"
        })
final class Classify implements Callable<Integer> {
    private static final String INDUSTRY = "industry";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            required = true,
            description = "What the texts are: sms, complaint, listing or dialogue.")
    private String kind;

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Option(names = "--model", paramLabel = "MODEL", description = "By which to answer; default: the shipped one.")
    private Path model;

    @Option(names = "--json", description = "Changes nothing: answers are JSON.")
    private boolean json;

    private final Surroundings surroundings;

    Classify(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** One of both. */
    private static final class Source {
        @Option(names = "--text", paramLabel = "T", required = true, description = "One text.")
        private String text;

        @Option(names = "--file", paramLabel = "F", required = true, description = "One text a line, UTF-8.")
        private Path file;
    }

    @Override
    public Integer call() {
        TextKind wanted = TextKind.find(kind)
                .orElseThrow(() -> Trouble.badInput("--kind: got \"" + kind + "\", want one of " + kinds()));
        TextModel by = model();
        if (by.of(wanted).isEmpty()) {
            throw Trouble.badInput(
                    "--kind: got " + kind + ", of which " + by.name() + " learned nothing, want another kind or model");
        }
        Classifier classifier = new Classifier(by);
        Consumer<String> answer =
                text -> surroundings.terminal().out().println(json(wanted, text, classifier.answers(wanted, text)));
        if (source.text != null) {
            answer.accept(source.text);
        } else {
            eachLine(source.file, answer);
        }
        return 0;
    }

    private static String kinds() {
        return Arrays.stream(TextKind.values()).map(TextKind::word).collect(Collectors.joining(", "));
    }

    private static void eachLine(Path file, Consumer<String> answer) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answer.accept(line);
            }
        } catch (NoSuchFileException none) {
            throw Trouble.badInput("--file: got none at " + file + ", want one with a text a line");
        } catch (MalformedInputException other) {
            throw Trouble.badInput("--file " + file + ": got bytes that are no UTF-8, want UTF-8");
        } catch (IOException failure) {
            throw Trouble.worldFailed("--file " + file + ": got " + failure + ", want a file to read");
        }
    }

    private TextModel model() {
        if (model == null) {
            return TextModelFile.shipped();
        }
        try {
            return TextModelFile.read(model);
        } catch (NoSuchFileException none) {
            throw Trouble.badInput("--model: got none at " + model + ", want one that ./jingling learn text wrote");
        } catch (IOException failure) {
            throw Trouble.worldFailed("--model " + model + ": got " + failure + ", want a file to read");
        } catch (IllegalArgumentException foreign) {
            throw Trouble.badInput("--model " + model + ": " + foreign.getMessage());
        }
    }

    private static ObjectNode json(TextKind kind, String text, List<Answer> answers) {
        ObjectNode result = Client.JSON.createObjectNode();
        put(result, answers.getFirst(), text);
        for (Answer answer : answers.subList(1, answers.size())) {
            boolean isIndustry = kind == TextKind.SMS && answer.question().equals(Question.CATEGORY);
            put(result.putObject(isIndustry ? INDUSTRY : answer.question()), answer, text);
        }
        mentions(result.putObject("mentions"), Mentions.of(text), text);
        return result;
    }

    private static void put(ObjectNode into, Answer answer, String text) {
        into.put("class", answer.label());
        if (answer.question().equals(Question.CATEGORY) && !answer.label().equals(Question.NONE)) {
            into.put("name", Category.of(answer.label()).chinese());
        }
        into.put("confidence", Math.round(answer.confidence() * 1e4) / 1e4);
        into.put("unsure", !answer.sure());
        words(into.putArray("words"), answer.words(), text);
    }

    private static void mentions(ObjectNode into, Mentions heard, String text) {
        words(into.putArray("asked_to_stop"), heard.askedToStop(), text);
        into.put("voice", heard.voice().name().toLowerCase(Locale.ROOT));
        ObjectNode data = into.putObject("personal_data");
        heard.personalData()
                .forEach((datum, words) -> words(data.putArray(datum.name().toLowerCase(Locale.ROOT)), words, text));
        words(into.putArray("brands"), heard.brands(), text);
        words(into.putArray("apps"), heard.apps(), text);
    }

    private static void words(ArrayNode into, List<Word> words, String text) {
        words.stream().map(word -> word.in(text)).distinct().forEach(into::add);
    }
}
