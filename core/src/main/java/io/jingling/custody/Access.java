package io.jingling.custody;

import java.time.Instant;
import java.util.Locale;

/**
 * One line of the access log: who did what with full numbers, when and why. It holds none itself.
 *
 * @param release the release's id, empty where it is none
 * @param caseId the case, empty where none was named
 * @param what which numbers, in words and masked
 * @param reason in that one's words
 */
public record Access(Instant at, Step step, Person who, String release, String caseId, String what, String reason) {
    /** What was done. */
    public enum Step {
        ASKED,
        RELEASED,
        REFUSED,
        READ,
        /** A subscriber's own lists were read in the owner's name. */
        LISTS,
        /** A bundle was made. */
        EXPORTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A step with a release. */
    public static Access of(Release release, Step step, Person who, String reason, Instant at) {
        int count = release.numbers().size();
        String what = release.wish().subject().text() + (count == 0 ? "" : " (numbers: " + count + ")");
        return new Access(at, step, who, release.id().toString(), release.wish().caseId(), what, reason);
    }
}
