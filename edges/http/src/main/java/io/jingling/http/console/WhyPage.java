package io.jingling.http.console;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.DecisionHistory.PastDecision;
import io.jingling.platform.Platform;
import io.jingling.platform.StoreFailure;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** "Why was this call …?": past decisions of a number, and what would be decided now. */
@Console
@Blocking
@Path("/console")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class WhyPage {
    private final Platform platform;
    private final DecisionHistory history;
    private final LiveFeed feed;
    private final Visit visit;
    private final InstantSource clock;

    WhyPage(Platform platform, DecisionHistory history, LiveFeed feed, Visit visit, InstantSource clock) {
        this.platform = platform;
        this.history = history;
        this.feed = feed;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @Path("why")
    public TemplateInstance form() {
        return page(WhyForm.blank(clock.instant()), WhyView.Found.NOTHING_ASKED, RehearsalView.EMPTY);
    }

    /** Takes a number, or a decision that is on the page and a side of it; goes on to what was found. */
    @POST
    @Path("why")
    public Response ask() {
        WhyForm.Read read = WhyForm.read(visit.form(), clock.instant(), feed::find, visit.words());
        return switch (read) {
            case WhyForm.Read.Good good ->
                Response.seeOther(URI.create("/console/why/" + visit.session().remember(good.search())))
                        .build();
            case WhyForm.Read.Bad bad ->
                Response.status(422)
                        .entity(page(bad.asked(), WhyView.Found.NOTHING_ASKED, RehearsalView.EMPTY))
                        .build();
        };
    }

    @GET
    @Path("why/{search}")
    public Response found(@PathParam("search") String name) {
        Optional<Search> search = visit.session().search(name);
        if (search.isEmpty()) {
            return Response.seeOther(URI.create("/console/why")).build();
        }
        List<PastDecision> calls = new PastCalls(history).of(search.get());
        calls.forEach(feed::remember);
        WhyView.Found found = FoundCalls.of(search.get(), calls, visit.words());
        return Response.ok(page(WhyForm.again(search.get()), found, RehearsalView.EMPTY))
                .build();
    }

    /** Decides as if the call came now; leaves no trace. */
    @POST
    @Path("rehearse")
    public Response rehearse() {
        boolean panelOnly = visit.form().has("panel");
        RehearsalView view = rehearsed(visit.form());
        TemplateInstance answer = panelOnly
                ? visit.speaking(Pages.rehearsal(visit.page("why"), view))
                : page(WhyForm.blank(clock.instant()), WhyView.Found.NOTHING_ASKED, view);
        return Response.status(view.problems().isEmpty() ? 200 : 422)
                .entity(answer)
                .build();
    }

    @ServerExceptionMapper
    public Response storeAway(StoreFailure away) {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .entity(visit.speaking(Pages.problem(
                        visit.page("why"),
                        visit.words().say("storeAwayTitle"),
                        visit.words().say("storeAwayWhy"))))
                .build();
    }

    private RehearsalView rehearsed(Form form) {
        Optional<PastDecision> past = WhyForm.decision(form, feed::find);
        if (past.isPresent()) {
            return outcome(past.get().caller(), past.get().callee(), form, "", "");
        }
        Map<String, String> problems = new HashMap<>();
        Optional<PhoneNumber> caller = form.has("caller")
                ? Numbers.read(form.text("caller"), "caller", visit.words(), problems)
                : Optional.of(PhoneNumber.HIDDEN);
        Optional<PhoneNumber> callee = Numbers.read(form.text("callee"), "callee", visit.words(), problems);
        return problems.isEmpty()
                ? outcome(caller.orElseThrow(), callee.orElseThrow(), form, form.text("caller"), form.text("callee"))
                : new RehearsalView(form.text("caller"), form.text("callee"), problems, List.of());
    }

    private RehearsalView outcome(
            PhoneNumber caller, PhoneNumber callee, Form form, String callerTyped, String calleeTyped) {
        Instant now = clock.instant();
        CallAttempt call = new CallAttempt(caller, callee, now.toEpochMilli(), form.has("entitled"), 0);
        RehearsalView.Outcome outcome =
                RehearsalView.Outcome.of(call, platform.rehearse(call), platform.policy(), visit.words());
        return new RehearsalView(callerTyped, calleeTyped, Map.of(), List.of(outcome));
    }

    private TemplateInstance page(WhyView.Asked asked, WhyView.Found found, RehearsalView rehearsal) {
        return visit.speaking(Pages.why(visit.page("why"), new WhyView(asked, found, rehearsal)));
    }
}
