package io.jingling.complaints;

import io.jingling.complaints.Deadline.What;
import io.jingling.complaints.Step.HandedOver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * By when what must have happened in a case or an appeal.
 *
 * @param terms how long each takes at most
 * @param working which time is worked
 */
public record Deadlines(Terms terms, WorkingTime working) {
    /**
     * How long things take at most; the legal ones are the law's and not to be made longer.
     *
     * @param route in working time, until somebody is responsible
     * @param routeUrgent the same for fraud and bombing, by the clock
     * @param act until it is verified and acted upon
     * @param actBombing the same
     * @param actFraud the same
     * @param appealAnswer until an appeal is first answered
     * @param appealRelief until protected professions are relieved
     * @param appealDays working days until an appeal is decided
     */
    public record Terms(
            Duration route,
            Duration routeUrgent,
            Duration act,
            Duration actBombing,
            Duration actFraud,
            Duration appealAnswer,
            Duration appealRelief,
            int appealDays) {
        public static final Terms STANDARD = new Terms(
                Duration.ofHours(2),
                Duration.ofMinutes(15),
                Duration.ofHours(48),
                Duration.ofHours(2),
                Duration.ofMinutes(30),
                Duration.ofHours(24),
                Duration.ofMinutes(30),
                3);
    }

    public static final Deadlines STANDARD = new Deadlines(Terms.STANDARD, WorkingTime.USUAL);

    /** 35号令: 5 working days to accept or refuse, 15 days for the company's answer, 30 days in all. */
    static final int ACCEPT_WORKING_DAYS = 5;

    static final Duration COMPANY_ANSWERS = Duration.ofDays(15);
    static final Duration TELL = Duration.ofDays(30);

    /** Of a case, the next due first, open ones before met ones. */
    public List<Deadline> of(Case about) {
        Instant opened = about.opened();
        boolean isUrgent = about.topic().isUrgent();
        Instant route = isUrgent ? opened.plus(terms.routeUrgent()) : working.plus(opened, terms.route());
        Optional<Instant> closed = closedAt(about);
        Optional<Instant> handedOver =
                about.first(HandedOver.class).map(Step::at).or(() -> closed);
        List<Deadline> all = new ArrayList<>();
        all.add(new Deadline(What.ROUTE, route, handedOver));
        all.add(new Deadline(What.ACCEPT_OR_REFUSE, working.plusDays(opened, ACCEPT_WORKING_DAYS), handedOver));
        all.add(new Deadline(
                What.VERIFY_AND_ACT,
                opened.plus(act(about.topic())),
                about.first(Step.Acted.class).map(Step::at).or(() -> closed)));
        if (mustCompanyAnswer(about.responsible())) {
            all.add(new Deadline(
                    What.COMPANY_ANSWERS,
                    opened.plus(COMPANY_ANSWERS),
                    about.first(Step.Replied.class).map(Step::at).or(() -> closed)));
        }
        all.add(new Deadline(What.TELL, opened.plus(TELL), closed));
        return inOrder(all);
    }

    /** Of an appeal, likewise. */
    public List<Deadline> of(Appeal appeal) {
        Optional<Instant> decided = appeal.decision().map(AppealStep::at);
        Optional<Instant> answered =
                appeal.of(AppealStep.Answered.class).map(AppealStep::at).or(() -> decided);
        List<Deadline> all = new ArrayList<>();
        all.add(new Deadline(What.APPEAL_FIRST_ANSWER, appeal.at().plus(terms.appealAnswer()), answered));
        if (appeal.ground().isProtected()) {
            all.add(new Deadline(
                    What.APPEAL_RELIEF,
                    appeal.at().plus(terms.appealRelief()),
                    appeal.of(AppealStep.Relieved.class).map(AppealStep::at).or(() -> answered)));
        }
        all.add(new Deadline(What.APPEAL_DECISION, working.plusDays(appeal.at(), terms.appealDays()), decided));
        return inOrder(all);
    }

    /** What is due next. */
    public Optional<Deadline> next(Case about) {
        return of(about).stream().filter(Deadline::isOpen).findFirst();
    }

    private Duration act(Case.Topic topic) {
        if (topic.isFraud()) {
            return terms.actFraud();
        }
        return topic.mode() == Mode.BOMBING ? terms.actBombing() : terms.act();
    }

    private static boolean mustCompanyAnswer(Desk desk) {
        return desk.kind() == Desk.Kind.CARRIER || desk.kind() == Desk.Kind.OUTBOUND_PLATFORM;
    }

    private static Optional<Instant> closedAt(Case about) {
        return about.toldAt().or(() -> about.last(Step.Withdrawn.class).map(Step::at));
    }

    private static List<Deadline> inOrder(List<Deadline> all) {
        return all.stream()
                .sorted(Comparator.comparing(Deadline::isOpen).reversed().thenComparing(Deadline::due))
                .toList();
    }
}
