package io.jingling.http.console;

import io.jingling.complaints.Appeal;
import io.jingling.complaints.CallTime;
import io.jingling.complaints.Case;
import io.jingling.complaints.Deadline;
import io.jingling.complaints.Desk;
import io.jingling.complaints.Entrance;
import io.jingling.complaints.Measure;
import io.jingling.complaints.Mode;
import io.jingling.complaints.Outcome;
import io.jingling.complaints.PersonalData;
import io.jingling.complaints.Stage;
import io.jingling.complaints.Weighed;
import java.util.Locale;

/**
 * What cases are spoken of with, in the visitor's language: in English it is the word of the files.
 *
 * @param words the visitor's
 */
record CaseWords(Words words) {
    String of(Stage one) {
        return say(one.chinese(), one.word());
    }

    String of(Desk.Kind one) {
        return say(one.chinese(), one.word());
    }

    String of(Desk one) {
        return one.name().isEmpty() ? of(one.kind()) : of(one.kind()) + " · " + one.name();
    }

    String of(Outcome one) {
        return say(one.chinese(), one.word());
    }

    String of(Measure one) {
        return say(one.chinese(), one.word());
    }

    String of(Mode one) {
        return say(one.chinese(), one.word());
    }

    String of(Entrance one) {
        return say(one.chinese(), one.word());
    }

    String of(PersonalData one) {
        return say(one.chinese(), one.word());
    }

    String of(CallTime.Precision one) {
        return say(one.chinese(), one.word());
    }

    String of(Deadline.What one) {
        return say(one.chinese(), one.word());
    }

    String of(Deadline.Basis one) {
        return words.language() == Language.CHINESE ? one.chinese() : words.say("basis." + one.word());
    }

    String of(Appeal.Ground one) {
        return say(one.chinese(), one.word());
    }

    String of(Weighed.Doubt one) {
        return words.language() == Language.CHINESE ? one.chinese() : words.say("doubt." + one.word());
    }

    String of(Case.Refusal one) {
        return words.say("refusal." + one.name().toLowerCase(Locale.ROOT));
    }

    /** What the calls were about; 不清楚 is an answer. */
    String about(Case.Topic topic) {
        return topic.category().map(words::of).orElseGet(() -> words.say("unclear"));
    }

    private String say(String chinese, String word) {
        return words.language() == Language.CHINESE
                ? chinese
                : word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.substring(1).replace('_', ' ');
    }
}
