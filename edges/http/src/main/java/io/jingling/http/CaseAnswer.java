package io.jingling.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jingling.complaints.Case;
import io.jingling.complaints.Deadline;
import io.jingling.complaints.Deadlines;
import io.jingling.complaints.Desk;
import io.jingling.complaints.Exhibit;
import io.jingling.complaints.Outcome;
import io.jingling.complaints.Report;
import io.jingling.complaints.Stage;
import io.jingling.complaints.Step;
import io.jingling.domain.Category;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A case as the one who reported sees it, and as officers do. Numbers are masked, and no reporter is named. */
final class CaseAnswer {
    private CaseAnswer() {}

    @Schema(name = "CaseDesk", description = "Who is responsible.")
    record DeskShown(
            @Schema(description = "carrier, outbound_platform, police_lead, own_officer.", examples = "carrier")
            String kind,

            @Schema(examples = "中国移动") String name,

            @Schema(examples = "运营商 · 中国移动") String chinese) {
        static DeskShown of(Desk desk) {
            return new DeskShown(desk.kind().word(), desk.name(), desk.chinese());
        }
    }

    @Schema(name = "CaseDeadline", description = "By when something must have happened, and who says so.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeadlineShown(
            @Schema(examples = "tell") String what,
            @Schema(examples = "告知处理结果") String chinese,
            @Schema(examples = "2026-12-23T01:30:00Z") String due,

            @Schema(description = "order_35, fraud_law or house_rule.", examples = "order_35")
            String basis,

            @Schema(examples = "电信用户申诉处理办法(35号令)") String basisChinese,

            @Schema(description = "When it happened; absent where it has not.", examples = "2026-11-25T02:00:00Z")
            String met,

            @Schema(description = "Whether it is, or was, too late.", examples = "false")
            boolean missed) {
        static DeadlineShown of(Deadline one, Instant now) {
            return new DeadlineShown(
                    one.what().word(),
                    one.what().chinese(),
                    one.due().toString(),
                    one.what().basis().word(),
                    one.what().basis().chinese(),
                    one.met().map(Instant::toString).orElse(null),
                    one.isMissed(now));
        }
    }

    @Schema(name = "CaseStep", description = "Something that happened in a case.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepShown(
            @Schema(
                    description = "accepted, handed_over, verified, acted, told, replied, noted or withdrawn.",
                    examples = "handed_over")
            String step,

            @Schema(examples = "2026-11-23T01:30:00Z") String at,

            @Schema(description = "For officers: the key that did it, or rule.", examples = "rule")
            String by,

            DeskShown to,

            @Schema(description = "harassment, legit_trade, benign, unproven or not_accepted.", examples = "harassment")
            String outcome,

            @Schema(examples = "number_stopped") String measure,
            @Schema(examples = "由号码归属运营商核查(谁接入谁负责)") String text) {
        static StepShown of(Step step, boolean isForOfficers) {
            String by = isForOfficers ? step.by() : null;
            String at = step.at().toString();
            return switch (step) {
                case Step.Accepted s -> new StepShown("accepted", at, by, null, null, null, s.text());
                case Step.HandedOver s ->
                    new StepShown("handed_over", at, by, DeskShown.of(s.to()), null, null, s.text());
                case Step.Verified s ->
                    new StepShown("verified", at, by, null, s.outcome().word(), null, s.text());
                case Step.Acted s ->
                    new StepShown("acted", at, by, null, null, s.measure().word(), s.text());
                case Step.Told s ->
                    new StepShown("told", at, by, null, s.outcome().word(), null, s.text());
                case Step.Replied s -> new StepShown("replied", at, by, null, null, null, s.text());
                case Step.Noted s -> new StepShown("noted", at, by, null, null, null, s.text());
                case Step.Withdrawn s -> new StepShown("withdrawn", at, by, null, null, null, s.text());
            };
        }
    }

    @Schema(name = "CaseFile", description = "A file of a case.")
    record FileShown(
            @Schema(examples = "0f3c…") String id,
            @Schema(examples = "image/png") String mediaType,
            @Schema(examples = "通话记录.png") String name,
            @Schema(examples = "120034") long bytes,
            @Schema(examples = "e3b0c442…") String sha256,

            @Schema(description = "Its index in the evidence log.", examples = "1042")
            long entry,

            @Schema(examples = "2026-11-23T01:31:00Z") String at) {
        static FileShown of(Exhibit file) {
            return new FileShown(
                    file.id(),
                    file.type().mediaType(),
                    file.name(),
                    file.bytes(),
                    file.sha256(),
                    file.entry(),
                    file.at().toString());
        }
    }

    @Schema(name = "CaseReport", description = "A report of a case.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReportShown(
            @Schema(description = "A pseudonym within this case.", examples = "举报人 1")
            String who,

            @Schema(examples = "170****5678") String number,
            @Schema(examples = "2026-11-23T01:27:00Z") String calledAt,
            @Schema(examples = "minute") String precision,
            @Schema(examples = "2026-11-23T01:30:00Z") String receivedAt,
            @Schema(examples = "h5") String entrance,
            @Schema(examples = "07") String category,
            @Schema(examples = "robot_ai") String mode,
            boolean askedToStop,
            @Schema(examples = "2026-11-20") String askedToStopOn,
            @Schema(examples = "某某金融") String brand,
            List<String> personalData,
            @Schema(examples = "某炒股App") String app,
            @Schema(examples = "机器人推销贷款") String description,
            @Schema(examples = "广东") String region,
            boolean mayBeForwarded,

            @Schema(description = "What a reader of texts takes it for; absent where unsure.", examples = "07")
            String guess,

            @Schema(description = "The words that decided.") List<String> guessWords) {
        static ReportShown of(Report report, String who) {
            return new ReportShown(
                    who,
                    report.about().number().toString(),
                    report.when().at().toString(),
                    report.when().precision().word(),
                    report.intake().at().toString(),
                    report.intake().entrance().word(),
                    report.said().category().map(Category::code).orElse(null),
                    report.said().mode().word(),
                    report.said().askedToStop().asked(),
                    report.said().askedToStop().on().map(LocalDate::toString).orElse(null),
                    report.said().heard().brand(),
                    report.said().heard().personalData().stream()
                            .map(one -> one.word())
                            .sorted()
                            .toList(),
                    report.said().heard().app(),
                    report.said().description(),
                    report.said().region(),
                    report.intake().mayBeForwarded(),
                    report.intake().guess().category().map(Category::code).orElse(null),
                    report.intake().guess().words());
        }
    }

    @Schema(
            name = "Case",
            description = "A case: what was reported of a caller around one time, and what became of it.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            @Schema(description = "受理号.", examples = "261123-483729-105538-4")
            String caseNumber,

            @Schema(
                    description = "accepted, handed_over, verified, acted, told or withdrawn.",
                    examples = "handed_over")
            String stage,

            @Schema(examples = "已转办") String stageChinese,
            @Schema(examples = "170****5678") String number,
            @Schema(examples = "07") String category,
            @Schema(examples = "robot_ai") String mode,

            @Schema(description = "Fraud or bombing: the police come first.")
            boolean urgent,

            @Schema(examples = "2026-11-23T01:30:00Z") String openedAt,

            @Schema(description = "How many reports it has.", examples = "3")
            int reports,

            DeskShown responsible,

            @Schema(description = "What is due next; absent once all is done.")
            DeadlineShown next,

            @Schema(examples = "harassment") String outcome,
            @Schema(examples = "属实") String outcomeChinese,
            @Schema(examples = "2026-11-30T01:30:00Z") String toldAt) {
        static Shown of(Case about, Deadlines deadlines, Instant now) {
            Optional<Outcome> outcome = about.outcome();
            Stage stage = about.stage();
            return new Shown(
                    about.number().toString(),
                    stage.word(),
                    stage.chinese(),
                    about.about().toString(),
                    about.topic().category().map(Category::code).orElse(null),
                    about.topic().mode().word(),
                    about.topic().isUrgent(),
                    about.opened().toString(),
                    about.reports(),
                    DeskShown.of(about.responsible()),
                    deadlines.next(about).map(one -> DeadlineShown.of(one, now)).orElse(null),
                    outcome.map(Outcome::word).orElse(null),
                    outcome.map(Outcome::chinese).orElse(null),
                    about.toldAt().map(Instant::toString).orElse(null));
        }
    }
}
