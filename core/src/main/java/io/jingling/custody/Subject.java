package io.jingling.custody;

/** What full numbers are asked of. */
public sealed interface Subject {
    /** The caller of one decision. */
    record OfDecision(long decision) implements Subject {
        @Override
        public String word() {
            return "decision";
        }

        @Override
        public String id() {
            return Long.toString(decision);
        }
    }

    /** The caller of a case of reports. */
    record OfCase(String id) implements Subject {
        @Override
        public String word() {
            return "case";
        }
    }

    /** The numbers that a campaign has used, as known when it is asked. */
    record OfCampaign(String id) implements Subject {
        @Override
        public String word() {
            return "campaign";
        }
    }

    /** Whatever opens one entry of the evidence log. */
    record OfEntry(long index) implements Subject {
        @Override
        public String word() {
            return "entry";
        }

        @Override
        public String id() {
            return Long.toString(index);
        }
    }

    /** {@code decision}, {@code case}, {@code campaign} or {@code entry}. */
    String word();

    /** Which one; never a number of anybody. */
    String id();

    /** {@code decision 1042}: safe to show and to log. */
    default String text() {
        return word() + " " + id();
    }

    /** @throws IllegalArgumentException where there is no such word, or the id is not of its form */
    static Subject of(String word, String id) {
        return switch (word) {
            case "decision" -> new OfDecision(whole(word, id));
            case "entry" -> new OfEntry(whole(word, id));
            case "case" -> reported(id);
            case "campaign" -> campaign(id);
            default ->
                throw new IllegalArgumentException("about: got another word, want decision, case, campaign or entry");
        };
    }

    private static Subject reported(String id) {
        String digits = id.replace("-", "");
        if (!digits.matches("[0-9]{19}")) {
            throw new IllegalArgumentException("id: got none of a case, want a case number of 19 digits");
        }
        return new OfCase(digits);
    }

    private static Subject campaign(String id) {
        if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("id: got none of a campaign, want 1 to 64 letters, digits, - or _");
        }
        return new OfCampaign(id);
    }

    private static long whole(String word, String id) {
        try {
            if (id.matches("[0-9]+")) {
                return Long.parseLong(id);
            }
        } catch (NumberFormatException tooLarge) {
            // Said below.
        }
        throw new IllegalArgumentException("id: got none of a " + word + ", want a whole number from 0");
    }
}
