package io.jingling.platform;

import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Purpose;
import io.jingling.platform.Statement.Said;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Writes what was done in the one way in which evidence has it: what it is in the first line, then a name, a space and a
 * value a line. Values have no line feeds. Numbers are in full; whoever stores this seals it.
 */
public final class Lines {
    private final StringBuilder text;
    private final Set<PhoneNumber> about = new LinkedHashSet<>();

    /** @param what such as {@code decision}: the first line is {@code jingling/decision/v1} */
    public Lines(String what) {
        text = new StringBuilder("jingling/").append(what).append("/v1\n");
    }

    public Lines with(String name, Object value) {
        text.append(name).append(' ');
        String.valueOf(value).chars().map(letter -> letter < ' ' ? ' ' : letter).forEach(text::appendCodePoint);
        text.append('\n');
        return this;
    }

    /** A number whose data this is; a hidden one is an empty value and nobody's. */
    public Lines about(String name, PhoneNumber number) {
        if (number.isKnown()) {
            about.add(number);
        }
        return with(name, number.revealTo(Purpose.STORAGE));
    }

    /** A number that is named and whose data this is not. */
    public Lines naming(String name, PhoneNumber number) {
        return with(name, number.revealTo(Purpose.STORAGE));
    }

    public Said said() {
        return new Said(text.toString(), about);
    }
}
