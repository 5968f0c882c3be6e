package io.jingling.http.console;

import io.jingling.domain.Masking;
import io.jingling.domain.PhoneNumber;
import java.util.Map;
import java.util.Optional;

/** Reads a number that somebody typed. */
final class Numbers {
    private Numbers() {}

    /**
     * The number; or, where it is none, a sentence about the field with what was got and what is wanted.
     *
     * @param problems takes the sentence
     */
    static Optional<PhoneNumber> read(String text, String field, Words words, Map<String, String> problems) {
        try {
            PhoneNumber number = PhoneNumber.parse(text);
            if (number.isKnown()) {
                return Optional.of(number);
            }
            problems.put(field, problem(text, words));
        } catch (IllegalArgumentException noNumber) {
            problems.put(field, problem(text, words));
        }
        return Optional.empty();
    }

    /** Never repeats more than three digits. */
    static String problem(String text, Words words) {
        return text.isBlank() ? words.say("numberMissing") : words.say("numberWrong", Masking.clip(text));
    }
}
