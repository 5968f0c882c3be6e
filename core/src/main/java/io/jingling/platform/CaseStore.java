package io.jingling.platform;

import io.jingling.complaints.Carrier;
import io.jingling.complaints.Case;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Desk;
import io.jingling.complaints.Exhibit;
import io.jingling.complaints.Report;
import io.jingling.complaints.ReporterId;
import io.jingling.complaints.Stage;
import io.jingling.complaints.Vote.Contact;
import io.jingling.domain.Category;
import io.jingling.domain.Label;
import io.jingling.domain.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Keeps reports and the cases that they belong to.
 *
 * <p>Changes are durable on return, all or nothing, and throw {@link StoreFailure} where they are not.
 */
public interface CaseStore {
    /** The reports that their senders called so before, each with its case. */
    Map<Key, Filed> known(Collection<Key> keys);

    /** What a sender calls a report. */
    record Key(ReporterId by, String key) {}

    /** A report of a case. */
    record Filed(CaseNumber number, String report) {}

    /**
     * Keeps reports, who made them, what their cases are then, and what is to be learned from them.
     *
     * @param cases each as it is with all of these reports
     */
    void take(List<Taken> reports, Collection<Case> cases, List<Label> labels);

    /**
     * A report on its way into a case.
     *
     * @param reporter the number of who reports; kept apart
     * @param contact what was known between the two
     * @param entry its place in the evidence log, or {@link #NOWHERE}
     */
    record Taken(CaseNumber number, Report report, PhoneNumber reporter, Contact contact, long entry) {
        public static final long NOWHERE = -1;

        /** One that is not in evidence yet. */
        public Taken(CaseNumber number, Report report, PhoneNumber reporter, Contact contact) {
            this(number, report, reporter, contact, NOWHERE);
        }

        public Taken in(long place) {
            return new Taken(number, report, reporter, contact, place);
        }
    }

    /** Where in the evidence log a report is; empty where that was not noted. */
    OptionalLong entryOf(String report);

    /** A report is gone, with its files and all that was said in it. */
    void remove(CaseNumber number, String report, Case then, List<Label> labels);

    /** A case with steps that it did not have. */
    void save(Case changed, List<Label> labels);

    /** Those that exist. */
    Map<CaseNumber, Case> find(Collection<CaseNumber> numbers);

    /** All reports of a case, the first first, at most {@code limit}. */
    List<Report> reports(CaseNumber number, int limit);

    /** A person's reports, the last first, at most {@code limit}. */
    List<Filed> of(ReporterId reporter, int limit);

    /** The person's reports of one case, the first first. */
    List<Report> reports(CaseNumber number, ReporterId by);

    /** What a person reported of a number, in whatever case, the first first. */
    List<Report> reports(ReporterId by, PhoneNumber about);

    /** The last opened first. */
    List<Case> list(Which which, int limit);

    /**
     * Which cases: empty is any.
     *
     * @param before opened before that
     * @param matching what its number is, and what one of its reports says
     */
    record Which(Optional<Stage> stage, Optional<Desk.Kind> desk, boolean isOpen, Instant before, Matching matching) {
        public Which(Optional<Stage> stage, Optional<Desk.Kind> desk, boolean isOpen, Instant before) {
            this(stage, desk, isOpen, before, Matching.ANY);
        }
    }

    /**
     * One report that was received within a time and says all of this.
     *
     * @param from on
     * @param to before that
     * @param words what is wanted of each; an empty word: not known
     */
    record Matching(Instant from, Instant to, Map<Facet, String> words) {
        public static final Matching ANY = new Matching(Instant.EPOCH, Instant.MAX, Map.of());

        public Matching {
            words = Map.copyOf(words);
        }

        public boolean isAny() {
            return equals(ANY);
        }

        /** Whether a case and one of its reports are such. */
        public boolean holds(Case about, Report report) {
            Instant at = report.intake().at();
            return !at.isBefore(from)
                    && at.isBefore(to)
                    && words.entrySet().stream()
                            .allMatch(word -> word.getKey().of(about, report).equals(word.getValue()));
        }
    }

    /** What cases are counted and found by. */
    enum Facet {
        CATEGORY,
        MODE,
        REGION,
        CARRIER,
        SEGMENT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        String of(Case about, Report report) {
            return switch (this) {
                case CATEGORY -> report.said().category().map(Category::code).orElse("");
                case MODE -> report.said().mode().word();
                case REGION -> report.said().region();
                case CARRIER -> Carrier.of(about.about()).map(Carrier::word).orElse("");
                case SEGMENT -> about.about().kind().name().toLowerCase(Locale.ROOT);
            };
        }
    }

    /** The officer who verified a case about a number last. */
    Optional<String> lastVerifier(PhoneNumber about);

    /** Calls for every report since then, the first first, without holding all in memory. */
    void readReports(Instant since, Consumer<Remembered> reader);

    /** A report as far as what is in memory is made of it. */
    record Remembered(CaseNumber number, Report report, Contact contact, boolean isOpen) {}

    /** Calls for every case that was verified since then, the first first. */
    void readVerified(Instant since, Consumer<Case> reader);

    /** It goes when the report goes. */
    void addExhibit(CaseNumber number, Exhibit exhibit, byte[] content);

    /** The files of a case, the first first. */
    List<Exhibit> exhibits(CaseNumber number);

    /** What is in a file of a case; empty where there is no such file. */
    Optional<byte[]> content(CaseNumber number, String exhibit);
}
