package io.jingling.platform;

import io.jingling.complaints.Guess;
import io.jingling.complaints.Guess.Flag;
import io.jingling.domain.Category;
import io.jingling.text.Answer;
import io.jingling.text.Classifier;
import io.jingling.text.Mentions;
import io.jingling.text.Question;
import io.jingling.text.TextKind;
import io.jingling.text.TextModel;
import io.jingling.text.Voice;
import io.jingling.text.Word;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads descriptions by a model of texts: its question {@code category}, and what phrases say. */
public final class TextReader implements ReportReader {
    private final Classifier classifier;

    public TextReader(TextModel model) {
        classifier = new Classifier(model);
    }

    /** One at a time: a classifier has memory of its own. */
    @Override
    public synchronized Guess read(String text) {
        Set<Flag> flags = flags(Mentions.of(text));
        return classifier.answers(TextKind.COMPLAINT, text).stream()
                .filter(answer -> answer.question().equals(Question.CATEGORY))
                .findFirst()
                .map(answer -> guess(answer, text, flags))
                .orElse(new Guess(Optional.empty(), 0, List.of(), flags));
    }

    /** What is no harassment has no category; who reports it says that it is, so that is no answer either. */
    private static Guess guess(Answer answer, String text, Set<Flag> flags) {
        Optional<Category> category = answer.sure() && !answer.label().equals(Question.NONE)
                ? Optional.of(Category.of(answer.label()))
                : Optional.empty();
        List<String> words = answer.words().stream().map(word -> word.in(text)).toList();
        return new Guess(category, answer.confidence(), words, flags);
    }

    private static Set<Flag> flags(Mentions heard) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        say(flags, Flag.ASKED_TO_STOP, heard.askedToStop());
        say(flags, Flag.BRAND_HEARD, heard.brands());
        say(flags, Flag.APP_NAMED, heard.apps());
        if (!heard.personalData().isEmpty()) {
            flags.add(Flag.PERSONAL_DATA_HEARD);
        }
        if (heard.voice() != Voice.UNSAID) {
            flags.add(heard.voice() == Voice.ROBOT ? Flag.ROBOT : Flag.HUMAN);
        }
        return flags;
    }

    private static void say(Set<Flag> flags, Flag flag, List<Word> where) {
        if (!where.isEmpty()) {
            flags.add(flag);
        }
    }
}
