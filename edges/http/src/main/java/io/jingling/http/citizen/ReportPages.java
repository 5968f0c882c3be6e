package io.jingling.http.citizen;

import io.jingling.complaints.Mode;
import io.jingling.complaints.PersonalData;
import io.jingling.domain.Category;
import io.jingling.domain.Guard;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Purpose;
import io.jingling.http.citizen.Views.Choice;
import io.jingling.http.citizen.Views.Choices;
import io.jingling.http.citizen.Views.Draft;
import io.jingling.http.citizen.Views.RecentCall;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.DecisionHistory.PastDecision;
import io.jingling.platform.Guarding;
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
    private static final int FOR_A_WARD_MAX = 10;
    /** Nobody is called more often by strangers than that; who reports more wants to fill a statistic. */
    private static final int OWN_MAX = 30;

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("M月d日 HH:mm");
    private static final Set<Category> FIRST = Set.of(
            Category.LOANS,
            Category.REAL_ESTATE,
            Category.INSURANCE,
            Category.EDUCATION,
            Category.STOCKS,
            Category.DEBT_COLLECTION);
    static final Choices CHOICES = new Choices(
            choices(FIRST::contains),
            choices(one -> !FIRST.contains(one) && one != Category.FRAUD),
            Arrays.stream(Mode.values())
                    .map(one -> new Choice(one.word(), one.chinese()))
                    .toList(),
            Arrays.stream(PersonalData.values())
                    .map(one -> new Choice(one.word(), one.chinese()))
                    .toList());

    private final Intake intake;
    private final DecisionHistory history;
    private final TextMessages messages;
    private final Guarding guarding;
    private final Tallies tallies;
    private final Visit visit;
    private final InstantSource clock;

    ReportPages(
            Intake intake,
            DecisionHistory history,
            TextMessages messages,
            Guarding guarding,
            Tallies tallies,
            Visit visit,
            InstantSource clock) {
        this.intake = intake;
        this.history = history;
        this.messages = messages;
        this.guarding = guarding;
        this.tallies = tallies;
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
        return refused(draft)
                .or(() -> ReportForm.problem(draft, clock.instant())
                        .map(problem -> page(400, Pages.number(title("号码和时间", draft), draft, problem))))
                .orElseGet(() -> page(200, Pages.kind(title("是什么电话", draft), draft, CHOICES)));
    }

    @POST
    @Path("report/evidence")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response evidence(MultivaluedMap<String, String> form) {
        Draft draft = ReportForm.draft(form, clock.instant());
        return refused(draft).orElseGet(() -> page(200, Pages.evidence(title("补充并提交", draft), draft, CHOICES, "")));
    }

    @POST
    @Path("report")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response report(MultivaluedMap<String, String> form) {
        Instant now = clock.instant();
        Draft draft = ReportForm.draft(form, now);
        return refused(draft)
                .or(() -> ReportForm.problem(draft, now)
                        .map(problem -> page(400, Pages.number(title("号码和时间", draft), draft, problem))))
                .orElseGet(() -> taken(draft, now));
    }

    private Response taken(Draft draft, Instant now) {
        Optional<Guard> guard = guard(draft);
        Intake.Sent sent;
        try {
            sent = ReportForm.sent(draft, guard.map(Guard::ward).orElse(visit.number()), now);
        } catch (IllegalArgumentException wrong) {
            return page(
                    400,
                    Pages.evidence(
                            title("补充并提交", draft), draft, CHOICES, "自称和 App 各最多 100 个字,描述最多 2000 个字,其余请从页面上选择。"));
        }
        if (guard.isPresent() && !tallies.takes("guard-report " + draft.ward(), FOR_A_WARD_MAX)) {
            return page(429, Pages.problem(title("请稍后再试", draft), "一小时内替同一位家人最多举报 10 次。"));
        }
        if (guard.isEmpty() && !tallies.takes("report " + visit.number().revealTo(Purpose.STORAGE), OWN_MAX)) {
            return page(429, Pages.problem(title("请稍后再试", draft), "一小时内最多举报 30 次。这次没有提交,填写的内容留在本机,一小时后可以继续。"));
        }
        guard.ifPresent(known -> guarding.reporting(known, now));
        Intake.Receipted receipt = intake.take(sent);
        guard.ifPresent(known -> guarding.reported(known, receipt));
        String base = guard.map(known -> "/h5/guard/" + known.id() + "/cases/").orElse("/h5/cases/");
        return Response.seeOther(URI.create(base + receipt.number())).build();
    }

    /** Whoever says to report for another must be that one's guardian now. */
    private Optional<Response> refused(Draft draft) {
        boolean allowed = draft.ward().isEmpty() || guard(draft).isPresent();
        return allowed
                ? Optional.empty()
                : Optional.of(page(404, Pages.problem(visit.page("没有找到"), "您不是这个号码的守护人,或者守护已经结束。")));
    }

    private Optional<Guard> guard(Draft draft) {
        return GuardPages.id(draft.ward()).flatMap(id -> guarding.find(id, visit.number()));
    }

    private Visit.Page title(String title, Draft draft) {
        return visit.page(
                guard(draft).map(known -> "替 " + known.ward() + " 举报:" + title).orElse(title));
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
