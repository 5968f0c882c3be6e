package io.jingling.platform;

import io.jingling.complaints.Carrier;
import io.jingling.complaints.Case;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Desk;
import io.jingling.complaints.Exhibit;
import io.jingling.complaints.Outcome;
import io.jingling.complaints.Report;
import io.jingling.complaints.ReporterId;
import io.jingling.complaints.Stage;
import io.jingling.complaints.Step;
import io.jingling.complaints.Vote.Contact;
import io.jingling.domain.Category;
import io.jingling.domain.Label;
import io.jingling.domain.PhoneNumber;
import io.jingling.statistics.Reviewing;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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

    /** In the order that is wished. */
    List<Case> list(Which which, int limit);

    /** Works out anew what is due next of each open case: terms and holidays may be others than when it was kept. */
    void reckonDue();

    /**
     * Which cases: empty is any.
     *
     * @param before opened before that
     * @param matching what its number is, and what one of its reports says
     * @param work what an officer looks for beside
     */
    record Which(
            Optional<Stage> stage,
            Optional<Desk.Kind> desk,
            boolean isOpen,
            Instant before,
            Matching matching,
            Wanted work) {
        public Which(Optional<Stage> stage, Optional<Desk.Kind> desk, boolean isOpen, Instant before) {
            this(stage, desk, isOpen, before, Matching.ANY, Wanted.ANY);
        }

        public Which(
                Optional<Stage> stage, Optional<Desk.Kind> desk, boolean isOpen, Instant before, Matching matching) {
            this(stage, desk, isOpen, before, matching, Wanted.ANY);
        }

        /** The same behind a case that was the last of a page. */
        public Which after(Place place) {
            return new Which(stage, desk, isOpen, before, matching, work.after(place));
        }

        /**
         * Whether a case is such, whatever its reports say.
         *
         * @param due what is due next of it; empty where it is closed
         */
        public boolean holds(Case about, Optional<Instant> due) {
            return stage.filter(one -> one != about.stage()).isEmpty()
                    && desk.filter(one -> one != about.responsible().kind()).isEmpty()
                    && !(isOpen && about.stage().isClosed())
                    && about.opened().isBefore(before)
                    && work.holds(about, due);
        }
    }

    /**
     * What officers look for in a list of work.
     *
     * @param after behind that place of the list: the next page
     * @param missedAt what is due next was due before that
     * @param isUnverified open, and nobody found yet what the calls were
     * @param isUrgent fraud or bombing
     * @param about a caller
     */
    record Wanted(
            Order order,
            Optional<Place> after,
            Optional<Instant> missedAt,
            boolean isUnverified,
            boolean isUrgent,
            Optional<PhoneNumber> about) {
        public static final Wanted ANY =
                new Wanted(Order.OPENED, Optional.empty(), Optional.empty(), false, false, Optional.empty());

        /** Of one caller, the last opened first. */
        public static Wanted of(PhoneNumber about) {
            return new Wanted(Order.OPENED, Optional.empty(), Optional.empty(), false, false, Optional.of(about));
        }

        Wanted after(Place place) {
            return new Wanted(order, Optional.of(place), missedAt, isUnverified, isUrgent, about);
        }

        boolean holds(Case one, Optional<Instant> due) {
            return order.place(one, due)
                            .filter(here -> after.filter(place -> order.compare(place, here) >= 0)
                                    .isEmpty())
                            .isPresent()
                    && missedAt.filter(now -> due.filter(now::isAfter).isEmpty())
                            .isEmpty()
                    && !(isUnverified
                            && (one.stage().isClosed() || one.outcome().isPresent()))
                    && !(isUrgent && !one.topic().isUrgent())
                    && about.filter(number -> !number.equals(one.about())).isEmpty();
        }
    }

    /** How a list of cases is ordered; cases of the same time by their numbers. */
    enum Order {
        /** The last opened first. */
        OPENED,
        /** What is due next first, and so what is overdue before all; only open cases have it. */
        DUE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Order of(String word) {
            return switch (word) {
                case "opened" -> OPENED;
                case "due" -> DUE;
                default -> throw new IllegalArgumentException("order: got another word, want opened or due");
            };
        }

        /** Where a case is in a list of this order; empty where it has no place in it. */
        public Optional<Place> place(Case one, Optional<Instant> due) {
            return (this == OPENED ? Optional.of(one.opened()) : due).map(at -> new Place(at, one.number()));
        }

        /** As they are in the list. */
        public int compare(Place one, Place other) {
            int times = one.at().compareTo(other.at());
            return times == 0 ? one.number().compareTo(other.number()) : this == OPENED ? -times : times;
        }
    }

    /** Where a case is in a list: its time in that order, and its number. */
    record Place(Instant at, CaseNumber number) {
        /** {@code 2026-11-23T01:30:00Z_2611…}: it may be in an address. */
        public String word() {
            return at + "_" + number.digits();
        }

        public static Place of(String word) {
            int end = word.indexOf('_');
            try {
                return new Place(
                        Instant.parse(word.substring(0, Math.max(0, end))), new CaseNumber(word.substring(end + 1)));
            } catch (DateTimeParseException | IllegalArgumentException none) {
                throw new IllegalArgumentException("after: got none of a list, want the next of an answer", none);
            }
        }
    }

    /**
     * Cases with one report that says all of this, within a time.
     *
     * @param by what must be within that time
     * @param from on
     * @param to before that
     * @param words what is wanted of each; an empty word: not known
     */
    record Matching(Time by, Instant from, Instant to, Map<Facet, String> words) {
        public static final Matching ANY = new Matching(Time.RECEIVED, Instant.EPOCH, Instant.MAX, Map.of());

        public Matching {
            words = Map.copyOf(words);
        }

        public boolean isAny() {
            return equals(ANY);
        }

        /** Whether a case and one of its reports are such. */
        public boolean holds(Case about, Report report) {
            Instant at = by == Time.OPENED ? about.opened() : report.intake().at();
            return !(by == Time.OPENED && about.stage() == Stage.WITHDRAWN)
                    && !at.isBefore(from)
                    && at.isBefore(to)
                    && words.entrySet().stream()
                            .allMatch(word -> word.getKey().of(about, report).equals(word.getValue()));
        }
    }

    /** What of a case is within a time. */
    enum Time {
        /** The report that says it. */
        RECEIVED,
        /** Its opening; then it is not a withdrawn one. */
        OPENED
    }

    /** What cases are counted and found by. */
    enum Facet {
        CATEGORY,
        /** {@link Reviewing#natureOf}. */
        NATURE,
        MODE,
        REGION,
        CARRIER,
        SEGMENT,
        /** Who is responsible: {@code carrier/中国移动}. */
        HANDLER,
        /** What was done last. */
        MEASURE,
        OUTCOME;

        /** Whether a report says it; the others a case has. */
        public boolean isOfReport() {
            return compareTo(HANDLER) < 0;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        String of(Case about, Report report) {
            return switch (this) {
                case CATEGORY -> report.said().category().map(Category::code).orElse("");
                case MODE -> report.said().mode().word();
                case REGION -> report.said().region();
                case NATURE ->
                    Reviewing.natureOf(
                            report.said().category().map(Category::code).orElse(""));
                case CARRIER ->
                    Carrier.of(report.about().number()).map(Carrier::word).orElse("");
                case SEGMENT -> report.about().number().kind().name().toLowerCase(Locale.ROOT);
                case HANDLER ->
                    about.responsible().kind().word() + "/"
                            + about.responsible().name();
                case MEASURE ->
                    about.last(Step.Acted.class)
                            .map(acted -> acted.measure().word())
                            .orElse("");
                case OUTCOME -> about.outcome().map(Outcome::word).orElse("");
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
