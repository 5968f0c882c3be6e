package io.jingling.server.settings;

import java.util.regex.Pattern;

/**
 * One line of the table.
 *
 * @param key as in the file
 * @param fallback what holds where the file says nothing
 * @param unit of the value, empty where it has none
 * @param range which values it takes
 * @param sentence what it is for
 */
public record Setting(String key, String fallback, String unit, Range range, String sentence) {
    /** What may hold a password: {@code password=…}, {@code //user:password@host}. */
    private static final Pattern SECRET = Pattern.compile("(?is).*(pass|pwd|@).*");

    public Setting {
        if (!range.holds(fallback)) {
            throw new IllegalArgumentException(key + ": got default \"" + fallback + "\", want " + range.words());
        }
    }

    /** The range in words. */
    public String wanted() {
        return range.words();
    }

    /** The value if it is taken. */
    String checked(String value) {
        if (!range.holds(value)) {
            throw new BadSetting(key + ": got \"" + shown(value) + "\", want " + range.words()
                    + (unit.isEmpty() ? "" : " (" + unit + ")"));
        }
        return value;
    }

    private static String shown(String value) {
        return SECRET.matcher(value).matches() ? "***" : value;
    }
}
