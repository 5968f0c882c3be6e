package io.jingling.platform;

import io.jingling.complaints.Appeal;
import io.jingling.complaints.Appeal.Ground;
import io.jingling.complaints.AppealStep;
import io.jingling.complaints.AppealStep.Decided;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Outcome;
import io.jingling.complaints.Step;
import io.jingling.complaints.Trust;
import io.jingling.domain.Label;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Standing;
import io.jingling.evidence.EntryKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Appeals of those of whose numbers something is thought. One that is upheld clears the number everywhere: reports before it
 * count no more, a suspicion on the list is taken off, and an officer's word stands against further reports.
 */
public final class Appeals {
    /** Who was refused is not relieved again for so long: waiting for a decision is no way to ring on. */
    static final Duration RELIEF_ONCE_IN = Duration.ofDays(90);

    private final AppealStore store;
    private final CaseStore cases;
    private final EvidenceKeeper evidence;
    private final Platform platform;
    private final Intake intake;
    private final Reported reported;
    private final RandomGenerator random;

    /** What it changes. */
    public record Held(Platform platform, Intake intake, Reported reported) {}

    public Appeals(AppealStore store, CaseStore cases, EvidenceKeeper evidence, Held held, RandomGenerator random) {
        this.store = store;
        this.cases = cases;
        this.evidence = evidence;
        this.platform = held.platform();
        this.intake = held.intake();
        this.reported = held.reported();
        this.random = random;
    }

    /** Sets aside again what was when the process ended, and remembers what was decided. */
    public void load(Instant now) {
        store.list(true, Integer.MAX_VALUE).stream()
                .filter(Appeal::isRelieved)
                .forEach(appeal -> reported.relieve(appeal.about(), true, now));
        store.list(false, Integer.MAX_VALUE).stream()
                .filter(appeal -> appeal.decision().filter(Decided::isUpheld).isPresent())
                .filter(appeal -> appeal.decision().orElseThrow().at().isAfter(now.minus(Trust.CLEARED)))
                .forEach(appeal -> reported.found(
                        appeal.about(),
                        appeal.number(),
                        false,
                        appeal.decision().orElseThrow().at(),
                        now));
    }

    /** Durable on return; the open one of the same number where there is one. A protected profession is relieved at once. */
    public Appeal appeal(PhoneNumber about, Ground ground, String text, Instant at) {
        return intake.alone(() -> {
            List<Appeal> before = store.about(about);
            return before.stream()
                    .filter(appeal -> !appeal.isDecided())
                    .findFirst()
                    .orElseGet(() -> taken(about, ground, text, at, before));
        });
    }

    private Appeal taken(PhoneNumber about, Ground ground, String text, Instant at, List<Appeal> before) {
        boolean isRelieved = ground.isProtected() && mayBeRelieved(about, at, before);
        List<AppealStep> steps =
                isRelieved ? List.of(new AppealStep.Relieved(at, Step.BY_RULE, "受保护职业:申诉期间暂停举报所致提醒或拦截")) : List.of();
        Appeal appeal = new Appeal(CaseNumber.draw(at, random), about, ground, text, at, steps);
        evidence.keep(List.of(Statement.of(EntryKind.APPEAL, CaseTestimony.of(appeal))));
        store.save(appeal, List.of());
        if (isRelieved) {
            reported.relieve(about, true, at);
        }
        return appeal;
    }

    private boolean mayBeRelieved(PhoneNumber about, Instant at, List<Appeal> before) {
        boolean wasRefused = before.stream()
                .flatMap(appeal -> appeal.decision().stream())
                .anyMatch(decided ->
                        !decided.isUpheld() && decided.at().plus(RELIEF_ONCE_IN).isAfter(at));
        return !wasRefused && !reported.weighed(about, at).isConfirmed();
    }

    public Optional<Appeal> find(CaseNumber number) {
        return store.find(number);
    }

    /**
     * Answers, or decides: in force on return.
     *
     * @return empty where there is no such appeal
     * @throws IllegalArgumentException where it is decided, or who decides found against the number before
     */
    public Optional<Appeal> take(CaseNumber number, AppealStep step) {
        return intake.alone(() -> store.find(number).map(before -> taken(before, step)));
    }

    private Appeal taken(Appeal before, AppealStep step) {
        Appeal then = before.with(step);
        if (step instanceof Decided decided && isFirstDecider(before.about(), decided.by())) {
            throw new IllegalArgumentException(
                    "officer: got the one who verified the case before, want another to decide the appeal");
        }
        evidence.keep(List.of(Statement.of(EntryKind.APPEAL, CaseTestimony.of(then, step))));
        store.save(then, step instanceof Decided decided ? labels(then, decided) : List.of());
        if (step instanceof Decided decided) {
            reported.relieve(then.about(), false, decided.at());
            if (decided.isUpheld()) {
                clear(then, decided.at());
            }
        }
        return then;
    }

    private boolean isFirstDecider(PhoneNumber about, String officer) {
        return cases.lastVerifier(about).filter(officer::equals).isPresent();
    }

    private void clear(Appeal upheld, Instant at) {
        PhoneNumber about = upheld.about();
        reported.found(about, upheld.number(), false, at, at);
        if (platform.standingOf(about)
                .filter(Standing.Suspected.class::isInstance)
                .isPresent()) {
            platform.removeStanding(about);
        }
    }

    private static List<Label> labels(Appeal appeal, Decided decided) {
        boolean isTrade = appeal.ground() == Ground.CONSENTED_TRADE;
        return decided.isUpheld()
                ? ReportLabels.found(
                        appeal.about(),
                        isTrade ? Outcome.LEGIT_TRADE : Outcome.BENIGN,
                        Optional.empty(),
                        decided.by(),
                        decided.at())
                : List.of();
    }
}
