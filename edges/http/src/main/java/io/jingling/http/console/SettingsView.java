package io.jingling.http.console;

import io.jingling.domain.Wishes;
import java.util.List;
import java.util.Map;

/**
 * The part of the wishes that is saved by one button.
 *
 * @param id the subscriber's opaque id
 * @param actions what can be chosen, after "default"
 * @param groups categories by group
 * @param presets kinds of caller
 * @param prefixes own prefixes
 * @param quietHours time windows
 * @param seen which state of the wishes this was made from, so that nobody's change is lost unseen
 * @param newQuietHours what a new row begins with
 * @param problems what is wrong, by field; {@code form} is about all of it
 */
record SettingsView(
        String id,
        List<Charts.Column> actions,
        List<Group> groups,
        List<Choice> presets,
        List<PrefixRow> prefixes,
        List<QuietRow> quietHours,
        String seen,
        QuietRow newQuietHours,
        Map<String, String> problems) {
    /** In a new row the page puts a number of its own in this place. */
    static final String NEW_KEY = "n0";

    /** Some categories under one heading. */
    record Group(String key, String name, List<Choice> choices) {}

    /**
     * One thing and the action chosen for it.
     *
     * @param code shown beside the name; may be empty
     * @param chosen an action's word; empty for the default
     * @param otherwise what the default would do
     * @param note may be empty
     */
    record Choice(String field, String code, String name, String chosen, String otherwise, String note) {}

    /** An own prefix as typed. */
    record PrefixRow(String key, String digits, String action, String problem) {
        public String actionField() {
            return "prefix-action-" + key;
        }

        public String problemId() {
            return "prefix-" + key + "-p";
        }
    }

    /** A time window as typed. */
    record QuietRow(String key, List<Day> days, String from, String to, String action, String problem) {
        public String actionField() {
            return "quiet-action-" + key;
        }

        public String problemId() {
            return "quiet-" + key + "-p";
        }
    }

    /** A day of the week, and whether the window begins on it. */
    record Day(int number, String name, boolean chosen) {}

    public String problem(String field) {
        return problems.getOrDefault(field, "");
    }

    public PrefixRow newPrefix() {
        return new PrefixRow(NEW_KEY, "", "reject", "");
    }

    public boolean isUnsaved() {
        return !problems.isEmpty();
    }

    public int prefixesMax() {
        return Wishes.PREFIXES_MAX;
    }

    public int quietHoursMax() {
        return Wishes.QUIET_HOURS_MAX;
    }
}
