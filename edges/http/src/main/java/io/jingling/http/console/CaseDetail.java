package io.jingling.http.console;

import io.jingling.complaints.Carrier;
import io.jingling.complaints.Case;
import io.jingling.complaints.Deadline;
import io.jingling.complaints.Exhibit;
import io.jingling.complaints.Step;
import io.jingling.complaints.Weighed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A case with all that an officer works with.
 *
 * @param row as the list has it
 * @param outcome what it came to; empty where that is not known yet
 * @param acts what may be done now; none for who may not
 * @param said what was done; empty where nothing was
 */
record CaseDetail(
        CasesView.Row row,
        String carrier,
        String outcome,
        boolean isClosed,
        WeighedView weighed,
        List<CaseReport> reports,
        List<StepView> steps,
        List<DeadlineView> deadlines,
        List<FileView> files,
        List<CaseAct> acts,
        String said) {
    /** What all reports of the number come to. */
    record WeighedView(int people, int independent, int score, List<String> doubts) {
        static WeighedView of(Weighed weighed, Words words) {
            CaseWords say = new CaseWords(words);
            return new WeighedView(
                    weighed.people(),
                    weighed.independent(),
                    weighed.score(),
                    weighed.doubts().stream().sorted().map(say::of).toList());
        }
    }

    record StepView(String at, String name, String what, String by, String text) {
        static StepView of(Step step, String me, Words words) {
            CaseWords say = new CaseWords(words);
            String what =
                    switch (step) {
                        case Step.HandedOver s -> say.of(s.to());
                        case Step.Verified s -> say.of(s.outcome());
                        case Step.Acted s -> say.of(s.measure());
                        case Step.Told s -> say.of(s.outcome());
                        case Step.Accepted s -> "";
                        case Step.Replied s -> "";
                        case Step.Noted s -> "";
                        case Step.Withdrawn s -> "";
                    };
            return new StepView(
                    Times.moment(step.at()),
                    words.say("done." + word(step)),
                    what,
                    CaseDetail.by(step.by(), me, words),
                    step.text());
        }

        private static String word(Step step) {
            return switch (step) {
                case Step.Accepted s -> "accept";
                case Step.HandedOver s -> "hand_over";
                case Step.Verified s -> "verify";
                case Step.Acted s -> "act";
                case Step.Told s -> "tell";
                case Step.Replied s -> "reply";
                case Step.Noted s -> "note";
                case Step.Withdrawn s -> "withdraw";
            };
        }
    }

    /** Who took a step: a key's id tells officers apart without their names. */
    static String by(String key, String me, Words words) {
        return key.equals(Step.BY_RULE) ? words.say("byRule") : key.equals(me) ? words.say("byMe") : key;
    }

    record DeadlineView(String what, String basis, String due, String met, boolean isMissed, boolean isOpen) {
        static DeadlineView of(Deadline one, Instant now, Words words) {
            CaseWords say = new CaseWords(words);
            return new DeadlineView(
                    say.of(one.what()),
                    say.of(one.what().basis()),
                    Times.moment(one.due()),
                    one.met().map(Times::moment).orElse(""),
                    one.isMissed(now),
                    one.isOpen());
        }
    }

    record FileView(String id, String name, String type, String size, String sha256, long entry, String at) {
        static FileView of(Exhibit file) {
            return new FileView(
                    file.id(),
                    CaseReport.masked(file.name()),
                    file.type().mediaType(),
                    Figures.number(Math.max(1, file.bytes() / 1024)) + " KB",
                    file.sha256(),
                    file.entry(),
                    Times.moment(file.at()));
        }
    }

    static CaseDetail of(
            Case about,
            Optional<Deadline> next,
            Has has,
            List<CaseAct> acts,
            String me,
            Instant now,
            String said,
            Words words) {
        return new CaseDetail(
                CasesView.Row.of(about, next, now, words),
                Carrier.of(about.about()).map(Carrier::chinese).orElse(""),
                about.outcome().map(new CaseWords(words)::of).orElse(""),
                about.stage().isClosed(),
                WeighedView.of(has.weighed(), words),
                has.reports(),
                about.steps().reversed().stream()
                        .map(step -> StepView.of(step, me, words))
                        .toList(),
                has.deadlines().stream()
                        .map(one -> DeadlineView.of(one, now, words))
                        .toList(),
                has.files().stream().map(FileView::of).toList(),
                acts,
                said);
    }

    /** What belongs to a case and is kept beside it. */
    record Has(Weighed weighed, List<CaseReport> reports, List<Deadline> deadlines, List<Exhibit> files) {}
}
