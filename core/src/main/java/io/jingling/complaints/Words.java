package io.jingling.complaints;

import io.jingling.domain.Masking;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The words that choices have in files and documents: their names in small letters. */
final class Words {
    private Words() {}

    static String of(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** In any case of letters. */
    static <E extends Enum<E>> E read(E[] all, String word, String field) {
        return Arrays.stream(all)
                .filter(one -> one.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(field + ": got \"" + Masking.clip(word)
                        + "\", want one of "
                        + Arrays.stream(all).map(Words::of).toList()));
    }

    /** The text, or a complaint that it is too long, or has what no keyboard writes. */
    static String within(String field, String text, int most) {
        if (text.codePoints().anyMatch(Words::isNoLetter)) {
            throw new IllegalArgumentException(field + ": got a control character or half a character, want text");
        }
        if (text.length() > most) {
            throw new IllegalArgumentException(field + ": got " + text.length() + " characters, want at most " + most);
        }
        return text;
    }

    private static boolean isNoLetter(int point) {
        boolean isHalf = Character.MIN_SURROGATE <= point && point <= Character.MAX_SURROGATE;
        return isHalf || (Character.isISOControl(point) && !Character.isWhitespace(point));
    }

    static <T> T present(String field, Optional<T> value, String want) {
        return value.orElseThrow(() -> new IllegalArgumentException(field + ": got nothing, want " + want));
    }
}
