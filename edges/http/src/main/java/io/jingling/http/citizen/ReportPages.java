package io.jingling.http.citizen;

import io.jingling.complaints.Mode;
import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Purpose;
import io.jingling.http.citizen.Views.Choice;
import io.jingling.http.citizen.Views.Choices;
import io.jingling.http.citizen.Views.Draft;
import io.jingling.http.citizen.Views.RecentCall;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.DecisionHistory.PastDecision;
import io.jingling.platform.Intake;
import io.jingling.platform.TextMessages;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One report, a page a step: the call that was just there → what it was → sent. */
@Citizen
@Blocking
@Path("/h5")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class ReportPages {
    private static final Duration RECENT = Duration.ofDays(3);
    private static final int RECENT_MAX = 8;
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("M月d日 HH:mm");
    private static final Set<Category> FIRST = Set.of(
            Category.LOANS,
            Category.REAL_ESTATE,
            Category.INSURANCE,
            Category.EDUCATION,
            Category.STOCKS,
            Category.DEBT_COLLECTION);
    private static final Choices CHOICES = new Choices(
            choices(FIRST::contains),
            choices(one -> !FIRST.contains(one) && one != Category.FRAUD),
            Arrays.stream(Mode.values())
                    .map(one -> new Choice(one.word(), one.chinese()))
                    .toList());

    private final Intake intake;
    private final DecisionHistory history;
    private final TextMessages messages;
    private final Visit visit;
    private final InstantSource clock;

    ReportPages(Intake intake, DecisionHistory history, TextMessages messages, Visit visit, InstantSource clock) {
        this.intake = intake;
        this.history = history;
        this.messages = messages;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    public TemplateInstance home() {
        if (!visit.isLoggedIn()) {
            return Pages.logIn(visit.page("登录"), messages.canSend(), "", "");
        }
        Instant now = clock.instant();
        return Pages.home(
                visit.page("举报骚扰电话"),
                history.ofCallee(visit.number(), now.minus(RECENT), now.plusSeconds(1), RECENT_MAX).stream()
                        .map(ReportPages::recent)
                        .toList());
    }

    @GET
    @Path("report")
    public TemplateInstance begin() {
        return Pages.number(visit.page("号码和时间"), ReportForm.draft(new MultivaluedHashMap<>(), clock.instant()), "");
    }

    @POST
    @Path("report/kind")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response kind(MultivaluedMap<String, String> form) {
        Draft draft = ReportForm.draft(form, clock.instant());
        return ReportForm.problem(draft, clock.instant())
                .map(problem -> page(400, Pages.number(visit.page("号码和时间"), draft, problem)))
                .orElseGet(() -> page(200, Pages.kind(visit.page("是什么电话"), draft, CHOICES)));
    }

    @POST
    @Path("report/evidence")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance evidence(MultivaluedMap<String, String> form) {
        return Pages.evidence(visit.page("补充并提交"), ReportForm.draft(form, clock.instant()), "");
    }

    @POST
    @Path("report")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response report(MultivaluedMap<String, String> form) {
        Instant now = clock.instant();
        Draft draft = ReportForm.draft(form, now);
        Optional<String> problem = ReportForm.problem(draft, now);
        if (problem.isPresent()) {
            return page(400, Pages.number(visit.page("号码和时间"), draft, problem.get()));
        }
        Intake.Sent sent;
        try {
            sent = ReportForm.sent(draft, visit.number(), now);
        } catch (IllegalArgumentException wrong) {
            return page(400, Pages.evidence(visit.page("补充并提交"), draft, "描述最多 2000 个字,其余请从页面上选择。"));
        }
        return Response.seeOther(URI.create("/h5/cases/" + intake.take(sent).number()))
                .build();
    }

    private static RecentCall recent(PastDecision past) {
        return new RecentCall(
                own(past.caller()),
                ReportForm.field(past.at()),
                SHOWN.format(past.at().atZone(ReportForm.CHINA)),
                past.decision().action().chinese());
    }

    /** To the one whose telephone showed it. */
    private static String own(PhoneNumber caller) {
        return caller.isKnown() ? caller.revealTo(Purpose.OWNER_VIEW) : "未显示";
    }

    private static List<Choice> choices(Predicate<Category> which) {
        return Arrays.stream(Category.values())
                .filter(which)
                .map(one -> new Choice(one.code(), one.chinese()))
                .toList();
    }

    private static Response page(int status, TemplateInstance template) {
        return Response.status(status).entity(template).build();
    }
}
