package io.jingling.http.console;

import io.jingling.complaints.Appeal;
import io.jingling.complaints.AppealStep;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Deadlines;
import io.jingling.complaints.Step;
import io.jingling.http.console.AppealView.Sent;
import io.jingling.platform.AppealStore;
import io.jingling.platform.Appeals;
import io.jingling.platform.CaseStore;
import io.jingling.platform.CaseStore.Matching;
import io.jingling.platform.CaseStore.Wanted;
import io.jingling.platform.CaseStore.Which;
import io.jingling.platform.Reported;
import io.jingling.platform.StoreFailure;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Appeals of those of whose numbers something is thought: looked at, answered, decided by another than who verified. */
@Console
@Blocking
@Path("/console/appeals")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class AppealsPage {
    private static final String HERE = "cases";
    private static final int UNPROCESSABLE = 422;
    private static final int LISTED = 200;
    private static final int CASES_SHOWN = 20;

    private final Appeals appeals;
    private final AppealStore store;
    private final CaseStore cases;
    private final Reported reported;
    private final Deadlines deadlines;
    private final Visit visit;
    private final InstantSource clock;

    AppealsPage(
            Appeals appeals,
            AppealStore store,
            CaseStore cases,
            Reported reported,
            Deadlines deadlines,
            Visit visit,
            InstantSource clock) {
        this.appeals = appeals;
        this.store = store;
        this.cases = cases;
        this.reported = reported;
        this.deadlines = deadlines;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list(@QueryParam("all") String all) {
        boolean isAll = "true".equals(all);
        Instant now = clock.instant();
        List<AppealView.Line> lines = store.list(!isAll, LISTED).stream()
                .sorted(Comparator.comparing(Appeal::isDecided))
                .map(one -> AppealView.Line.of(one, deadlines.of(one), now, visit.words()))
                .toList();
        return visit.speaking(Pages.appeals(visit.page(HERE), new AppealsView(lines, isAll)));
    }

    @GET
    @Path("{appealNumber}")
    public Response one(@PathParam("appealNumber") String written, @QueryParam("done") String done) {
        String said =
                done != null && done.matches("answer|decide") ? visit.words().say("done.appeal_" + done) : "";
        return shown(find(written), Sent.NOTHING, said, Response.Status.OK.getStatusCode());
    }

    @POST
    @Path("{appealNumber}/steps")
    public Response step(@PathParam("appealNumber") String written) {
        if (!visit.session().mayChange()) {
            return problem(Response.Status.FORBIDDEN, "readOnlyTitle", "casesReadOnly");
        }
        Appeal before = find(written);
        Form form = visit.form();
        String text = form.text("text");
        String upheld = form.text("upheld");
        boolean isDecision = form.text("step").equals("decide");
        if (text.isEmpty() || text.length() > Step.TEXT_MAX) {
            return again(before, visit.words().say("actReason", Step.TEXT_MAX), false);
        }
        if (isDecision && !upheld.matches("true|false")) {
            return again(before, visit.words().say("appealChoose"), false);
        }
        if (isDecision && !before.isDecided() && !isMine(before) && !form.has("confirmed")) {
            return again(before, "", true);
        }
        String me = visit.session().key().id();
        AppealStep step = isDecision
                ? new AppealStep.Decided(clock.instant(), me, upheld.equals("true"), text)
                : new AppealStep.Answered(clock.instant(), me, text);
        try {
            Appeal then = appeals.take(before.number(), step).orElseThrow(AppealsPage::noSuch);
            return Response.seeOther(URI.create(
                            "/console/appeals/" + then.number() + "?done=" + (isDecision ? "decide" : "answer")))
                    .build();
        } catch (IllegalArgumentException refused) {
            Appeal now = appeals.find(before.number()).orElseThrow(AppealsPage::noSuch);
            return again(now, visit.words().say(now.isDecided() ? "appealClosed" : "appealNotYours"), false);
        }
    }

    private Response again(Appeal appeal, String problem, boolean isConfirming) {
        Form form = visit.form();
        Sent sent = new Sent(form.text("step"), form.text("upheld"), form.text("text"), problem, isConfirming);
        return shown(appeal, sent, "", UNPROCESSABLE);
    }

    /** Who verified the last case about the number; the core decides it, this tells it beforehand. */
    private boolean isMine(Appeal appeal) {
        return cases.lastVerifier(appeal.about())
                .filter(visit.session().key().id()::equals)
                .isPresent();
    }

    private Response shown(Appeal appeal, Sent sent, String said, int status) {
        Instant now = clock.instant();
        Words words = visit.words();
        Which ofCaller = new Which(
                Optional.empty(), Optional.empty(), false, now.plusSeconds(1), Matching.ANY, Wanted.of(appeal.about()));
        AppealView view = new AppealView(
                AppealView.Line.of(appeal, deadlines.of(appeal), now, words),
                CaseReport.masked(appeal.text()),
                appeal.steps().reversed().stream()
                        .map(step -> AppealView.step(step, visit.session().key().id(), words))
                        .toList(),
                deadlines.of(appeal).stream()
                        .map(one -> CaseDetail.DeadlineView.of(one, now, words))
                        .toList(),
                CaseDetail.WeighedView.of(reported.weighed(appeal.about(), now), words),
                cases.list(ofCaller, CASES_SHOWN).stream()
                        .map(one -> CasesView.Row.of(one, deadlines.next(one), now, words))
                        .toList(),
                visit.session().mayChange() && !appeal.isDecided(),
                isMine(appeal),
                sent,
                said);
        return Response.status(status)
                .entity(visit.speaking(Pages.appeal(visit.page(HERE), view)))
                .build();
    }

    private Appeal find(String written) {
        try {
            return appeals.find(CaseNumber.parse(written)).orElseThrow(AppealsPage::noSuch);
        } catch (IllegalArgumentException none) {
            throw noSuch();
        }
    }

    private static NoSuchElementException noSuch() {
        return new NoSuchElementException("appeal: got a number that nothing has, want one of an appeal");
    }

    private Response problem(Response.Status status, String title, String text) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .entity(visit.speaking(Pages.problem(
                        visit.page(HERE),
                        visit.words().say(title),
                        visit.words().say(text))))
                .build();
    }

    @ServerExceptionMapper
    public Response away(StoreFailure away) {
        return problem(Response.Status.SERVICE_UNAVAILABLE, "storeAwayTitle", "casesAway");
    }

    @ServerExceptionMapper
    public Response unknown(NoSuchElementException unknown) {
        return problem(Response.Status.NOT_FOUND, "appealNoneTitle", "appealNone");
    }
}
