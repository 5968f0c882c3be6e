package io.jingling.platform;

import io.jingling.complaints.Case;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Outcome;
import io.jingling.complaints.Report;
import io.jingling.complaints.ReporterId;
import io.jingling.complaints.Step;
import io.jingling.complaints.Trust;
import io.jingling.domain.Label;
import io.jingling.domain.PhoneNumber;
import io.jingling.evidence.EntryKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What officers do with cases, and what those who reported may do with theirs. Each change is in evidence first. */
public final class CaseWork {
    private final CaseStore store;
    private final EvidenceKeeper evidence;
    private final Intake intake;
    private final Reported reported;

    public CaseWork(CaseStore store, EvidenceKeeper evidence, Intake intake, Reported reported) {
        this.store = store;
        this.evidence = evidence;
        this.intake = intake;
        this.reported = reported;
    }

    /** Remembers what is kept: open cases, votes, and what officers found. Nothing may be taken before. */
    public void load(Instant now) {
        store.reckonDue();
        Instant since = now.minus(Trust.FORGOTTEN);
        store.readReports(since, kept -> {
            if (kept.isOpen()) {
                var draft = reported.docket().draft();
                draft.put(kept.number(), kept.report(), Optional.empty());
                draft.keep();
            }
            reported.remember(kept.report(), kept.contact());
        });
        store.readVerified(since, about -> about.last(Step.Verified.class)
                .flatMap(found -> isHarassment(found.outcome()))
                .ifPresent(word -> reported.found(
                        about.about(),
                        about.number(),
                        word,
                        about.last(Step.Verified.class).orElseThrow().at(),
                        now)));
        reported.refresh(now);
    }

    public Optional<Case> find(CaseNumber number) {
        return Optional.ofNullable(store.find(List.of(number)).get(number));
    }

    /**
     * Takes a step; what an officer found is learned from and in force on return.
     *
     * @return the case with it; empty where there is no such case
     * @throws IllegalArgumentException where the case does not take it
     */
    public Optional<Case> take(CaseNumber number, Step step) {
        return intake.alone(() -> find(number).map(before -> taken(before, step)));
    }

    private Case taken(Case before, Step step) {
        Case then = before.with(step);
        evidence.keep(List.of(Statement.of(EntryKind.REPORT, CaseTestimony.of(then, step))));
        if (step instanceof Step.Verified verified) {
            store.save(then, labels(before, verified));
            isHarassment(verified.outcome())
                    .ifPresentOrElse(
                            word -> reported.found(then.about(), then.number(), word, verified.at(), verified.at()),
                            () -> reported.unfound(then.about(), then.number(), verified.at()));
        } else {
            store.save(then, List.of());
        }
        if (then.stage().isClosed()) {
            reported.docket().close(then.number());
        }
        return then;
    }

    /**
     * A person takes back all that was reported of a case: it is removed, with its files, and counts no more.
     *
     * @return how many reports; 0 where there were none
     */
    public int withdraw(CaseNumber number, ReporterId by, Instant at) {
        return intake.alone(() -> {
            List<Report> all = store.reports(number, by);
            all.forEach(report -> withdrawn(find(number).orElseThrow(), report, at));
            return all.size();
        });
    }

    private void withdrawn(Case before, Report report, Instant at) {
        Case then = before.without(at);
        evidence.keep(List.of(Statement.of(EntryKind.REPORT, CaseTestimony.withdrawn(then, report, at))));
        PhoneNumber about = report.about().number();
        List<Report> left = store.reports(report.by(), about).stream()
                .filter(one -> !one.id().equals(report.id()))
                .toList();
        List<Label> labels =
                left.isEmpty() ? ReportLabels.withdrawn(report.by(), about, at) : ReportLabels.said(left.getLast());
        store.remove(before.number(), report.id(), then, labels);
        reported.withdrawn(report.by(), about, left, at);
        if (then.stage().isClosed()) {
            reported.docket().close(then.number());
        }
    }

    /** Where it cannot be told any more what another had found, that one's word is taken back. */
    private static List<Label> labels(Case before, Step.Verified verified) {
        Optional<Step.Verified> corrected = before.last(Step.Verified.class)
                .filter(word -> isHarassment(word.outcome()).isPresent())
                .filter(word ->
                        isHarassment(verified.outcome()).isEmpty() || !word.by().equals(verified.by()));
        return Stream.concat(
                        corrected.stream()
                                .flatMap(word ->
                                        ReportLabels.unfound(before.about(), word.by(), verified.at()).stream()),
                        ReportLabels.found(
                                before.about(),
                                verified.outcome(),
                                before.topic().category(),
                                verified.by(),
                                verified.at())
                                .stream())
                .toList();
    }

    /** Empty where it could not be told. */
    static Optional<Boolean> isHarassment(Outcome outcome) {
        return switch (outcome) {
            case HARASSMENT -> Optional.of(true);
            case LEGIT_TRADE, BENIGN -> Optional.of(false);
            case UNPROVEN, NOT_ACCEPTED -> Optional.empty();
        };
    }
}
