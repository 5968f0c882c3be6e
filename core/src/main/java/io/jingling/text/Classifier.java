package io.jingling.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Asks a model's questions of one text after the other. Has memory of its own: one for each thread. */
public final class Classifier {
    private final Letters letters = new Letters();
    private final Map<TextKind, List<Asker>> askers = new EnumMap<>(TextKind.class);

    public Classifier(TextModel model) {
        Map<Question, Asker> all = new IdentityHashMap<>();
        for (TextKind kind : TextKind.values()) {
            askers.put(
                    kind,
                    model.of(kind).stream()
                            .map(question -> all.computeIfAbsent(question, Asker::new))
                            .toList());
        }
    }

    /** In the model's order; none where it has no question of this kind. Of a long text the first letters are read. */
    public List<Answer> answers(TextKind kind, String text) {
        letters.read(text);
        List<Answer> answers = new ArrayList<>();
        for (Asker asker : askers.get(kind)) {
            answers.add(asker.ask(letters));
        }
        return answers;
    }
}
