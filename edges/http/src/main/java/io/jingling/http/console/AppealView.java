package io.jingling.http.console;

import io.jingling.complaints.Appeal;
import io.jingling.complaints.AppealStep;
import io.jingling.complaints.Deadline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An appeal as officers see it; its number is masked.
 *
 * @param text what the appellant wrote, long rows of digits masked
 * @param next what is due next; empty once it is decided
 * @param isMine whether the visitor verified the last case about the number, and so cannot decide
 */
record AppealView(
        Line line,
        String text,
        List<StepView> steps,
        List<CaseDetail.DeadlineView> deadlines,
        CaseDetail.WeighedView weighed,
        List<CasesView.Row> cases,
        boolean mayChange,
        boolean isMine,
        Sent sent,
        String said) {
    record StepView(String at, String name, String by, String text) {}

    /** A line of the list. */
    record Line(
            String number,
            String caller,
            String kind,
            String ground,
            boolean isRelieved,
            boolean isDecided,
            String state,
            String at,
            String due,
            String what,
            String basis,
            boolean isMissed) {
        static Line of(Appeal appeal, List<Deadline> deadlines, Instant now, Words words) {
            CaseWords say = new CaseWords(words);
            Optional<Deadline> next =
                    deadlines.stream().filter(Deadline::isOpen).findFirst();
            return new Line(
                    appeal.number().toString(),
                    words.of(appeal.about()),
                    words.of(appeal.about().kind()),
                    say.of(appeal.ground()),
                    appeal.isRelieved(),
                    appeal.isDecided(),
                    words.say(appeal.decision()
                            .map(decided -> decided.isUpheld() ? "appealUpheld" : "appealRefused")
                            .orElse("appealOpen")),
                    Times.moment(appeal.at()),
                    next.map(one -> Times.moment(one.due())).orElse(""),
                    next.map(one -> say.of(one.what())).orElse(""),
                    next.map(one -> say.of(one.what().basis())).orElse(""),
                    next.filter(one -> one.isMissed(now)).isPresent());
        }
    }

    /**
     * What was sent and not taken.
     *
     * @param isConfirming whether all is well and only a yes is wanted
     */
    record Sent(String step, String upheld, String text, String problem, boolean isConfirming) {
        static final Sent NOTHING = new Sent("", "", "", "", false);
    }

    static StepView step(AppealStep step, String me, Words words) {
        String name =
                switch (step) {
                    case AppealStep.Relieved relieved -> "appealRelieved";
                    case AppealStep.Answered answered -> "appealAnswered";
                    case AppealStep.Decided decided -> decided.isUpheld() ? "appealUpheld" : "appealRefused";
                };
        return new StepView(Times.moment(step.at()), words.say(name), CaseDetail.by(step.by(), me, words), step.text());
    }
}
