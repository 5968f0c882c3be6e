package io.jingling.learner;

import io.jingling.domain.Category;
import io.jingling.learning.LabelledText;
import io.jingling.text.Question;
import io.jingling.text.TextKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which questions a folder teaches. It has labelled texts itself, or in folders of its own; kinds of text that a folder's
 * name has are what its questions are asked of, all kinds where it has none. A column names its question; {@code label} is
 * the question {@code spam} where its labels are spam and ham, {@code industry} in a folder for SMS alone, else the folder's name.
 */
final class TextQuestions {
    private static final Set<String> SPAM_OR_HAM = Set.of("spam", "ham");
    private static final String INDUSTRY = "industry";

    private TextQuestions() {}

    /** What is learned: a question's name, what it is asked of, and from what. */
    record Lesson(String name, Set<TextKind> kinds, List<LabelledText> texts) {}

    /** @throws IllegalArgumentException where there is nothing to learn from */
    static List<Lesson> in(List<Path> places) throws IOException {
        Map<String, Lesson> lessons = new LinkedHashMap<>();
        for (Path place : places) {
            if (!Files.isDirectory(place)) {
                throw new IllegalArgumentException(
                        "--data: got no folder at " + place + ", want one with labelled texts");
            }
            for (Path folder : folders(place)) {
                TextSet set = TextSet.read(folder);
                set.byColumn().forEach((column, texts) -> add(lessons, lesson(set.name(), column, texts)));
            }
        }
        if (lessons.isEmpty()) {
            throw new IllegalArgumentException("--data: got no labelled texts in " + places
                    + ", want .tsv, .csv or .jsonl files with a column text and one of " + TextSet.LABELS);
        }
        return List.copyOf(lessons.values());
    }

    private static List<Path> folders(Path place) throws IOException {
        List<Path> folders = new ArrayList<>(List.of(place));
        try (Stream<Path> inside = Files.list(place)) {
            inside.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(Path::toString))
                    .forEach(folders::add);
        }
        return folders;
    }

    /** What two folders teach of one question is learned together. */
    private static void add(Map<String, Lesson> lessons, Lesson lesson) {
        lessons.merge(lesson.name() + lesson.kinds(), lesson, (one, other) -> {
            List<LabelledText> both = new ArrayList<>(one.texts());
            both.addAll(other.texts());
            return new Lesson(one.name(), one.kinds(), both);
        });
    }

    private static Lesson lesson(String folder, String column, List<LabelledText> texts) {
        Set<TextKind> kinds = kinds(folder);
        String name = name(folder, kinds, column, texts);
        List<LabelledText> kept = name.equals(Question.CATEGORY)
                ? texts.stream().filter(TextQuestions::isDecidable).toList()
                : texts;
        return new Lesson(name, kinds, kept);
    }

    private static String name(String folder, Set<TextKind> kinds, String column, List<LabelledText> texts) {
        if (!column.equals(TextSet.LABEL)) {
            return column;
        }
        if (SPAM_OR_HAM.containsAll(LabelledText.labels(texts))) {
            return Question.SPAM;
        }
        return kinds.equals(Set.of(TextKind.SMS)) ? INDUSTRY : folder;
    }

    private static Set<TextKind> kinds(String folder) {
        Set<TextKind> kinds = EnumSet.noneOf(TextKind.class);
        for (TextKind kind : TextKind.values()) {
            if (folder.toLowerCase(Locale.ROOT).contains(kind.word())) {
                kinds.add(kind);
            }
        }
        return kinds.isEmpty() ? EnumSet.allOf(TextKind.class) : kinds;
    }

    /** No classifier answers with class 03: see {@link Category}. */
    private static boolean isDecidable(LabelledText one) {
        return one.label().equals(Question.NONE) || Category.of(one.label()).isDecidable();
    }
}
