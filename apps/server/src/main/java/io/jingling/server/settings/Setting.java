package io.jingling.server.settings;

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
            throw new BadSetting(
                    key + ": got \"" + value + "\", want " + range.words() + (unit.isEmpty() ? "" : " (" + unit + ")"));
        }
        return value;
    }
}
