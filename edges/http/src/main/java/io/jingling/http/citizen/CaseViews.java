package io.jingling.http.citizen;

import io.jingling.complaints.Case;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Deadlines;
import io.jingling.complaints.Exhibit;
import io.jingling.complaints.Report;
import io.jingling.complaints.ReporterId;
import io.jingling.complaints.Step;
import io.jingling.domain.Category;
import io.jingling.http.citizen.Views.CaseLine;
import io.jingling.http.citizen.Views.CaseView;
import io.jingling.http.citizen.Views.Dated;
import io.jingling.http.citizen.Views.FileLine;
import io.jingling.platform.CaseStore;
import io.jingling.platform.Exhibits;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Cases as one of those who reported sees them: the state is the case's, number, class and files are one's own. */
@Singleton
class CaseViews {
    private static final int CASES_MAX = 200;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm");

    private final CaseStore cases;
    private final Exhibits exhibits;
    private final Deadlines deadlines;

    CaseViews(CaseStore cases, Exhibits exhibits, Deadlines deadlines) {
        this.cases = cases;
        this.exhibits = exhibits;
        this.deadlines = deadlines;
    }

    /** A case with what one said in it. */
    record Own(Case about, List<Report> reports) {
        Optional<Category> category() {
            return reports.getFirst().said().category();
        }
    }

    /** Empty where that person reported nothing in it. */
    Optional<Own> find(CaseNumber number, ReporterId me) {
        List<Report> reports = cases.reports(number, me);
        return reports.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(cases.find(List.of(number)).get(number)).map(found -> new Own(found, reports));
    }

    List<CaseLine> all(ReporterId me) {
        return cases.of(me, CASES_MAX).stream()
                .map(CaseStore.Filed::number)
                .distinct()
                .flatMap(number -> find(number, me).stream())
                .map(CaseViews::line)
                .toList();
    }

    CaseView view(Own own) {
        Case about = own.about();
        return new CaseView(
                line(own),
                about.responsible().chinese(),
                own.reports().stream()
                        .anyMatch(one ->
                                new Case.Topic(one.said().category(), one.said().mode()).isUrgent()),
                about.stage().isClosed(),
                own.category().map(Category::chinese).orElse(""),
                about.steps().stream()
                        .filter(step -> !(step instanceof Step.Noted))
                        .map(CaseViews::step)
                        .toList(),
                deadlines.of(about).stream()
                        .map(due -> new Dated(
                                due.what().chinese(),
                                when(due.due()),
                                due.what().basis().chinese()))
                        .toList(),
                files(own));
    }

    private List<FileLine> files(Own own) {
        Set<String> mine = own.reports().stream().map(Report::id).collect(Collectors.toSet());
        return exhibits.of(own.about().number()).stream()
                .filter(file -> mine.contains(file.report()))
                .map(CaseViews::file)
                .toList();
    }

    private static FileLine file(Exhibit file) {
        return new FileLine(file.name(), Math.max(1, file.bytes() >> 10) + " KB", file.sha256());
    }

    private static CaseLine line(Own own) {
        Report first = own.reports().getFirst();
        return new CaseLine(
                own.about().number().toString(),
                first.about().number().isKnown() ? first.about().number().toString() : "未显示号码",
                own.category().map(Category::chinese).orElse("不清楚"),
                own.about().stage().chinese(),
                when(first.intake().at()));
    }

    private static Dated step(Step step) {
        String at = when(step.at());
        return switch (step) {
            case Step.Accepted s -> new Dated("已受理", at, s.text());
            case Step.HandedOver s -> new Dated("已转办", at, s.to().chinese() + "。" + s.text());
            case Step.Verified s -> new Dated("已核实", at, s.outcome().chinese() + "。" + s.text());
            case Step.Acted s -> new Dated("已处置", at, s.text());
            case Step.Told s -> new Dated("已告知", at, s.outcome().chinese() + "。" + s.text());
            case Step.Replied s -> new Dated("企业已答复", at, s.text());
            case Step.Noted s -> new Dated("备注", at, "");
            case Step.Withdrawn s -> new Dated("已撤回", at, s.text());
        };
    }

    private static String when(Instant at) {
        return WHEN.format(at.atZone(ReportForm.CHINA));
    }
}
