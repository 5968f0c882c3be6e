package io.jingling.http.console;

import io.jingling.http.Vitals;
import io.jingling.platform.DecisionHistory.PastDecision;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Decisions as they are made. The page asks for new rows, figures and charts by itself. */
@Console
@Blocking
@Path("/console")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class LivePage {
    /** Tells the page that the history did not answer, and what it shows is old. */
    private static final String STALE = "X-Stale";

    private final LiveFeed feed;
    private final Vitals vitals;
    private final Visit visit;

    LivePage(LiveFeed feed, Vitals vitals, Visit visit) {
        this.feed = feed;
        this.vitals = vitals;
        this.visit = visit;
    }

    @GET
    @Path("live")
    public TemplateInstance live() {
        LiveFeed.Latest latest = feed.latest();
        LiveView view = new LiveView(figures(latest), rows(latest, Long.MIN_VALUE), charts(), latest.fresh());
        return visit.speaking(Pages.live(visit.page("live"), view));
    }

    /**
     * Rows that the page does not have yet.
     *
     * @param after the newest that it has
     */
    @GET
    @Path("live/rows")
    public Response newRows(@QueryParam("after") @DefaultValue("-1") long after) {
        LiveFeed.Latest latest = feed.latest();
        return Response.ok(visit.speaking(Pages.rows(rows(latest, after))))
                .header(STALE, !latest.fresh())
                .build();
    }

    @GET
    @Path("live/figures")
    public TemplateInstance newFigures() {
        return visit.speaking(Pages.figures(figures(feed.latest())));
    }

    @GET
    @Path("live/charts")
    public TemplateInstance newCharts() {
        return visit.speaking(Pages.charts(charts()));
    }

    /** All reasons of a decision that was on somebody's page. */
    @GET
    @Path("decisions/{id}")
    public Response decision(@PathParam("id") long id) {
        Optional<PastDecision> found = feed.find(id);
        return found.map(past -> Response.ok(visit.speaking(
                                Pages.decision(visit.page("live"), DecisionView.of(past, visit.words()))))
                        .build())
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND).build());
    }

    private List<DecisionView> rows(LiveFeed.Latest latest, long after) {
        return latest.decisions().stream()
                .filter(past -> past.id() > after)
                .map(past -> DecisionView.of(past, visit.words()))
                .toList();
    }

    private Figures figures(LiveFeed.Latest latest) {
        LiveFeed.Counts counts = feed.counts();
        return Figures.of(counts, Pulse.of(vitals, latest.fresh() && counts.fresh()), visit.words());
    }

    private Charts charts() {
        return Charts.of(feed.counts(), visit.words());
    }
}
