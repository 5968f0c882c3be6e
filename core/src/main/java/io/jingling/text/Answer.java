package io.jingling.text;

import java.util.List;

/**
 * What a question's answer is for one text.
 *
 * @param question its name
 * @param label the likeliest
 * @param confidence how often such an answer was right where it could be checked, 0 to 1
 * @param sure false where that is less than the question wants: then the answer is "unsure", and the label a guess
 * @param words that spoke for it, the strongest first
 */
public record Answer(String question, String label, float confidence, boolean sure, List<Word> words) {
    public Answer {
        words = List.copyOf(words);
    }
}
