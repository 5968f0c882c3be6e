package io.jingling.platform;

import io.jingling.domain.PhoneNumber;
import java.time.Instant;
import java.util.List;

/**
 * What a bundle is to be made of.
 *
 * @param caseId the case's number at who receives it
 * @param purpose what it is made for
 * @param about whose calls
 * @param complainant the one subscriber whose calls are told one by one; hidden where there is none
 * @param release the release by which numbers are in full, empty for masked ones
 * @param span which calls
 * @param files what somebody handed in
 */
public record BundleOrder(
        String caseId,
        String purpose,
        About about,
        PhoneNumber complainant,
        String release,
        Span span,
        List<Handed> files) {
    public static final int CALLERS_MAX = 1_000;
    public static final int FILES_MAX = 100;

    private static final int TEXT_MAX = 200;

    /**
     * Whose calls: all of them together.
     *
     * @param callers by their numbers
     * @param decisions the callers of these decisions
     * @param campaign all numbers of it, and its story; empty for none
     */
    public record About(List<PhoneNumber> callers, List<Long> decisions, String campaign) {
        public About {
            callers = List.copyOf(callers);
            decisions = List.copyOf(decisions);
            if (callers.isEmpty() && decisions.isEmpty() && campaign.isEmpty()) {
                throw new IllegalArgumentException(
                        "about: got no caller, decision or campaign, want at least one of them");
            }
            if (callers.size() + decisions.size() > CALLERS_MAX) {
                throw new IllegalArgumentException("about: got " + (callers.size() + decisions.size())
                        + " callers and decisions, want at most " + CALLERS_MAX);
            }
        }
    }

    /** From is inclusive, to exclusive. */
    public record Span(Instant from, Instant to) {}

    /**
     * A file that somebody handed in.
     *
     * @param name of the file alone
     * @param sort {@code recording}, {@code screenshot}, {@code sms}, {@code transfer}, {@code call_log}, or other words
     * @param from who handed it in
     * @param how how it was made, in a sentence
     */
    public record Handed(String name, String sort, String from, String how, byte[] content) {
        public Handed {
            wantText("name", name);
            wantText("sort", sort);
            wantText("from", from);
            wantText("how", how);
            if (name.contains("/")) {
                throw new IllegalArgumentException("name: got one with a /, want a file's own name");
            }
            content = content.clone();
        }

        @Override
        public byte[] content() {
            return content.clone();
        }
    }

    public BundleOrder {
        files = List.copyOf(files);
        wantText("caseId", caseId);
        wantText("purpose", purpose);
        if (files.size() > FILES_MAX) {
            throw new IllegalArgumentException("files: got " + files.size() + ", want at most " + FILES_MAX);
        }
    }

    private static void wantText(String field, String text) {
        boolean bare = text.isBlank() || !text.equals(text.strip()) || text.length() > TEXT_MAX;
        if (bare || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(field + ": got " + text.length() + " characters, want 1 to " + TEXT_MAX
                    + " on one line without spaces at the ends");
        }
    }
}
