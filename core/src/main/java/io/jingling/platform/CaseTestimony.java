package io.jingling.platform;

import io.jingling.complaints.Appeal;
import io.jingling.complaints.AppealStep;
import io.jingling.complaints.Case;
import io.jingling.complaints.Report;
import io.jingling.complaints.Step;
import io.jingling.domain.Category;
import io.jingling.evidence.Hash;
import io.jingling.platform.CaseStore.Taken;
import io.jingling.platform.Statement.Said;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What is said in evidence of reports, cases and appeals. Who reports is an opaque id, and what was written its digest: so a
 * withdrawal leaves no words of it.
 */
final class CaseTestimony {
    private CaseTestimony() {}

    static Said of(Taken taken) {
        Report report = taken.report();
        return new Lines("report")
                .with("id", report.id())
                .with("case", taken.number().digits())
                .about("number", report.about().number())
                .with("who", report.by().id())
                .with("at", report.intake().at())
                .with("called-at", report.when().at())
                .with("precision", report.when().precision().word())
                .with("category", report.said().category().map(Category::code).orElse(""))
                .with("mode", report.said().mode().word())
                .with("asked-to-stop", report.said().askedToStop().asked())
                .with("entrance", report.intake().entrance().word())
                .with("may-be-forwarded", report.intake().mayBeForwarded())
                .with("description-sha256", digest(report.said().description()))
                .said();
    }

    static Said withdrawn(Case then, Report report, Instant at) {
        return new Lines("report-withdrawn")
                .with("id", report.id())
                .with("case", then.number().digits())
                .about("number", report.about().number())
                .with("who", report.by().id())
                .with("at", at)
                .said();
    }

    static Said of(Case then, Step step) {
        Lines lines = new Lines("case-step")
                .with("case", then.number().digits())
                .about("number", then.about())
                .with("step", step.getClass().getSimpleName())
                .with("by", step.by())
                .with("at", step.at());
        switch (step) {
            case Step.HandedOver over ->
                lines.with("to", over.to().kind().word() + " " + over.to().name());
            case Step.Verified verified ->
                lines.with("outcome", verified.outcome().word());
            case Step.Acted acted -> lines.with("measure", acted.measure().word());
            case Step.Told told -> lines.with("outcome", told.outcome().word());
            case Step.Accepted accepted -> lines.with("stage", then.stage().word());
            case Step.Replied replied -> lines.with("stage", then.stage().word());
            case Step.Noted noted -> lines.with("stage", then.stage().word());
            case Step.Withdrawn withdrawn -> lines.with("stage", then.stage().word());
        }
        return lines.with("text-sha256", digest(step.text())).said();
    }

    static Said of(Appeal appeal) {
        return new Lines("appeal")
                .with("appeal", appeal.number().digits())
                .about("number", appeal.about())
                .with("ground", appeal.ground().word())
                .with("relieved", appeal.isRelieved())
                .with("at", appeal.at())
                .with("text-sha256", digest(appeal.text()))
                .said();
    }

    static Said of(Appeal then, AppealStep step) {
        Lines lines = new Lines("appeal-step")
                .with("appeal", then.number().digits())
                .about("number", then.about())
                .with("step", step.getClass().getSimpleName())
                .with("by", step.by())
                .with("at", step.at());
        if (step instanceof AppealStep.Decided decided) {
            lines.with("upheld", decided.isUpheld());
        }
        return lines.with("text-sha256", digest(step.text())).said();
    }

    private static Hash digest(String text) {
        return Hash.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
