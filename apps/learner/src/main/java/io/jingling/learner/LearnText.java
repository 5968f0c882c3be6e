package io.jingling.learner;

import io.jingling.learner.TextQuestions.Lesson;
import io.jingling.learning.TextLearner;
import io.jingling.learning.TextLearner.Asked;
import io.jingling.learning.TextLearner.Learned;
import io.jingling.records.SigningKey;
import io.jingling.records.TextModelFile;
import io.jingling.text.Question;
import io.jingling.text.TextModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code learn text}: a model of texts, from labelled ones. */
@Command(
        name = "text",
        mixinStandardHelpOptions = true,
        description = {
            "Learns a model of texts from labelled ones: files .tsv, .csv or .jsonl (or packed by gzip) with a column text"
                    + " and one or more of label, spam, category, fraud, industry, in the folder or in folders of it. What a"
                    + " folder's name says (sms, complaint, listing, dialogue) is what its questions are asked of. The same"
                    + " texts and options give the same model."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./jingling learn text --data texts --out my.texts"})
final class LearnText implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Where labelled texts are.")
    private List<Path> data = List.of();

    @Option(names = "--out", paramLabel = "MODEL", required = true, description = "The file to write.")
    private Path out;

    @Option(names = "--name", paramLabel = "NAME", description = "What it is called; default: its file's name.")
    private String name = "";

    @Option(
            names = "--sure",
            paramLabel = "SHARE",
            defaultValue = "0.6",
            description = "From which confidence on an answer is one; below it is unsure. Default ${DEFAULT-VALUE}.")
    private double sure;

    @Option(
            names = "--sign",
            paramLabel = "KEYFILE",
            description = "Sign it with this key, which ./jingling models key makes.")
    private Path sign;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!(sure >= 0 && sure <= 1)) {
            throw new IllegalArgumentException("--sure: got " + sure + ", want a share from 0 to 1");
        }
        Optional<SigningKey> key = sign == null ? Optional.empty() : Optional.of(SigningKey.read(sign));
        Bar bar = new Bar(spec.commandLine().getErr());
        List<Question> questions = new ArrayList<>();
        List<String> said = new ArrayList<>();
        List<Lesson> lessons = TextQuestions.in(data);
        for (Lesson lesson : lessons) {
            bar.at(lesson.name(), (double) questions.size() / lessons.size());
            Learned learned = TextLearner.learn(new Asked(lesson.name(), lesson.kinds(), sure), lesson.texts());
            questions.add(learned.question());
            said.add(words(learned));
        }
        bar.end();
        String named = name.isEmpty() ? String.valueOf(out.getFileName()) : name;
        TextModelFile.write(out, new TextModel(named, questions), key);
        said.forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().println(out + ": written");
        return 0;
    }

    private static String words(Learned learned) {
        Question question = learned.question();
        return String.format(
                Locale.ROOT,
                "%s of %s: %,d different texts, %d labels, %,d features (%s); macro-F1 %.3f on folds that were not learned from; served confidence off by %.1e",
                question.name(),
                String.join(
                        ", ",
                        question.kinds().stream()
                                .map(kind -> kind.word())
                                .sorted()
                                .toList()),
                learned.texts(),
                question.labels().size(),
                question.scales().length,
                learned.method(),
                learned.macroF1(),
                learned.gap());
    }
}
