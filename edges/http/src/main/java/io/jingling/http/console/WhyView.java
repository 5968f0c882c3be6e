package io.jingling.http.console;

import java.util.List;
import java.util.Map;

/**
 * The "why was this call …?" page.
 *
 * @param form as it was filled in
 * @param found what was found; with no number where nothing was asked yet
 * @param rehearsal the panel beside it
 */
record WhyView(Asked form, Found found, RehearsalView rehearsal) {
    /**
     * What was asked.
     *
     * @param number as typed, only where it has to be corrected
     * @param side {@code either}, {@code caller} or {@code callee}
     * @param range {@code hour}, {@code day}, {@code week} or {@code own}
     * @param from a {@code datetime-local} field
     * @param to a {@code datetime-local} field
     * @param problems what is wrong, by field
     */
    record Asked(String number, String side, String range, String from, String to, Map<String, String> problems) {
        public String problem(String field) {
            return problems.getOrDefault(field, "");
        }
    }

    /**
     * What was found.
     *
     * @param number masked; empty where nothing was asked yet
     * @param kind what kind of number it is
     * @param span the time that was looked at
     * @param calls how many calls
     * @param isCut true where there are more than are shown
     * @param shares how they were decided, only actions that were
     * @param days the newest first
     */
    record Found(
            String number, String kind, String span, int calls, boolean isCut, List<Share> shares, List<Day> days) {
        static final Found NOTHING_ASKED = new Found("", "", "", 0, false, List.of(), List.of());

        public boolean isAsked() {
            return !number.isEmpty();
        }
    }

    /** A day's calls, the newest first. */
    record Day(String day, List<Call> calls) {}

    /**
     * One call, seen from the number that was asked for.
     *
     * @param sentence who called whom
     */
    record Call(DecisionView decision, String sentence) {}
}
