package io.jingling.text;

import java.util.Comparator;
import java.util.List;

/**
 * All that can be asked of texts.
 *
 * @param name says which one it is: of what it was learned
 * @param questions in any order
 */
public record TextModel(String name, List<Question> questions) {
    private static final int NAME_MAX = 200;

    /** Spam first; then what is of fewer kinds of text, as it knows them better. */
    private static final Comparator<Question> ORDER = Comparator.comparing(
                    (Question question) -> !question.name().equals(Question.SPAM))
            .thenComparing(question -> question.kinds().size())
            .thenComparing(Question::name);

    public TextModel {
        questions = questions.stream().sorted(ORDER).toList();
        if (name.isBlank() || name.length() > NAME_MAX || questions.isEmpty()) {
            throw new IllegalArgumentException("text model: got " + name.length() + " letters of a name and "
                    + questions.size() + " questions, want 1 to " + NAME_MAX + " and at least one");
        }
    }

    /** What is asked of such a text, in that order; none where nothing was learned of them. */
    public List<Question> of(TextKind kind) {
        return questions.stream()
                .filter(question -> question.kinds().contains(kind))
                .toList();
    }
}
