package io.jingling.evidence;

import java.time.Instant;
import java.util.List;

/** What came of verifying a bundle. */
public sealed interface BundleReport {
    /** Whether nothing speaks against it. */
    boolean isGood();

    /**
     * It is not as it was sealed; nothing in it is to be believed.
     *
     * @param refusals at least one
     */
    record Altered(List<Refusal> refusals) implements BundleReport {
        public Altered {
            refusals = List.copyOf(refusals);
        }

        @Override
        public boolean isGood() {
            return false;
        }
    }

    /**
     * It is byte by byte as it was sealed.
     *
     * @param contents what it says of itself
     * @param time whether it was there at a time
     * @param times who says so
     * @param origin whether it is known who sealed and who logged it
     */
    record Whole(Contents contents, Judgement time, List<TimeSaid> times, Judgement origin) implements BundleReport {
        public Whole {
            times = List.copyOf(times);
        }

        @Override
        public boolean isGood() {
            return time.verdict() != Verdict.FAILS && origin.verdict() != Verdict.FAILS;
        }
    }

    /**
     * What a bundle says of itself.
     *
     * @param caseFile case, files, claims
     * @param custody who held it
     * @param manifest its files and their digests
     * @param issuerKeys who sealed it, by their own word
     */
    record Contents(CaseFile caseFile, Custody custody, Manifest manifest, List<NoteKey> issuerKeys) {
        public Contents {
            issuerKeys = List.copyOf(issuerKeys);
        }
    }

    /**
     * An answer, and what speaks against it.
     *
     * @param refusals not empty exactly where it fails
     */
    record Judgement(Verdict verdict, List<Refusal> refusals) {
        public Judgement {
            refusals = List.copyOf(refusals);
            if (refusals.isEmpty() == (verdict == Verdict.FAILS)) {
                throw new IllegalArgumentException("judgement: got " + verdict + " with " + refusals.size()
                        + " refusals, want some exactly where it fails");
            }
        }

        static Judgement of(Verdict otherwise, List<Refusal> refusals) {
            return new Judgement(refusals.isEmpty() ? otherwise : Verdict.FAILS, refusals);
        }
    }

    /**
     * Somebody says that it was there at that time.
     *
     * @param at at the latest
     * @param by who says so
     * @param verdict how much that is worth
     */
    record TimeSaid(Instant at, String by, Verdict verdict) {}
}
