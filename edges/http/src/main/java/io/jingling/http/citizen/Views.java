package io.jingling.http.citizen;

import java.util.List;

/** What the pages speak of. */
final class Views {
    private Views() {}

    /** A call of the last days, as its own called party sees it. */
    record RecentCall(String number, String at, String shown, String decided) {}

    /** A report as far as it was filled in; it goes from step to step in the form. */
    record Draft(
            String number,
            String at,
            String precision,
            String mode,
            String asked,
            String category,
            String description,
            String forward,
            String key,
            String ward,
            HeardSoFar heard) {
        public boolean isAbout() {
            return precision.equals("about_an_hour");
        }

        public boolean isUrgent() {
            return category.equals("F1") || mode.equals("bombing");
        }
    }

    /** What the caller gave away, as it was filled in. */
    record HeardSoFar(String brand, String app, List<String> data) {}

    /** Something that one can do, when that was looked up, and where; without a day it was not verified. */
    record Advice(String what, String how, String verifiedOn, String source, String certainty) {}

    /** What one can do at a carrier, with a telephone, at an office. */
    record AdviceOf(String who, boolean own, List<Advice> all) {}

    /** Something to choose. */
    record Choice(String word, String label) {}

    /** What can be chosen on the second and third step. */
    record Choices(List<Choice> first, List<Choice> more, List<Choice> modes, List<Choice> data) {}

    /** A case in a list. */
    record CaseLine(String number, String about, String topic, String stage, String opened) {}

    /** A step of a case, or something that is due. */
    record Dated(String what, String when, String why) {}

    /** Somebody whom one guards, or who guards one: masked, and what pages name it by. */
    record GuardLine(String id, String whom) {}

    /** All of both, and what can be rejected. */
    record Guards(List<GuardLine> wards, List<GuardLine> guardians, List<Choice> kinds) {}

    /** A file that one handed in. */
    record FileLine(String name, String size, String sha256) {}

    /** A case as who reported it sees it. */
    record CaseView(
            CaseLine line,
            String responsible,
            boolean urgent,
            boolean closed,
            String category,
            List<Dated> steps,
            List<Dated> due,
            List<FileLine> files) {}
}
