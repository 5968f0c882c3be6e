package io.jingling.server.settings;

import io.jingling.domain.Rule;
import java.util.List;
import java.util.regex.Pattern;

/** Which values a setting takes. */
sealed interface Range {
    /** True for a value that is taken. */
    boolean holds(String value);

    /** The range in words, for the page and for refusals. */
    String words();

    /** A whole number, both ends included. */
    record Whole(long min, long max) implements Range {
        private static final int DIGITS_MAX = 18;

        @Override
        public boolean holds(String value) {
            boolean digits = !value.isEmpty()
                    && value.length() <= DIGITS_MAX
                    && value.chars().allMatch(c -> c >= '0' && c <= '9');
            return digits && Long.parseLong(value) >= min && Long.parseLong(value) <= max;
        }

        @Override
        public String words() {
            return min + " to " + max;
        }
    }

    /** One of a few words. */
    record OneOf(List<String> choices) implements Range {
        @Override
        public boolean holds(String value) {
            return choices.contains(value);
        }

        @Override
        public String words() {
            return "one of " + String.join(", ", choices);
        }
    }

    /** A text of a form. */
    record Form(Pattern pattern, String words) implements Range {
        static Form of(String pattern, String words) {
            return new Form(Pattern.compile(pattern), words);
        }

        @Override
        public boolean holds(String value) {
            return pattern.matcher(value).matches();
        }
    }

    /** Ids of rules that may sleep, separated by commas; may be empty. */
    record Rules() implements Range {
        @Override
        public boolean holds(String value) {
            List<String> known = known();
            return Settings.items(value).stream().allMatch(known::contains);
        }

        @Override
        public String words() {
            return "none or more, separated by commas, of " + String.join(", ", known());
        }

        private static List<String> known() {
            return List.of(Rule.values()).stream()
                    .filter(Rule::maySleep)
                    .map(Rule::id)
                    .toList();
        }
    }
}
