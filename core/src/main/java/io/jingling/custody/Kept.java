package io.jingling.custody;

import java.util.Locale;

/** A class of data that is kept for a time of its own. */
public enum Kept {
    /** Decisions on calls, their index and tallies; by whole days. */
    DECISIONS,
    /** Records of calls; what was learned from them stays. */
    CALL_RECORDS,
    /** What people say of numbers and calls. */
    LABELS,
    /** Salts and contents that open the evidence log's entries; the log stays. */
    OPENINGS,
    /** Wishes to see full numbers, and the numbers that they were about. */
    RELEASES,
    /** The access log. */
    ACCESSES,
    /** Closed cases, with their reports and files. */
    CASES,
    /** Decided appeals. */
    APPEALS,
    /** The numbers of people who reported, once all their cases are closed; their reports stay. */
    REPORTERS;

    /** {@code call_records}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
