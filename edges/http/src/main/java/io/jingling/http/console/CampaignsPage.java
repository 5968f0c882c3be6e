package io.jingling.http.console;

import io.jingling.detection.CampaignView;
import io.jingling.platform.Watch;
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
import java.time.InstantSource;
import java.util.Optional;

/** Campaigns: one script, many numbers. The pages ask by themselves whether anything is new. */
@Console
@Blocking
@Path("/console/campaigns")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class CampaignsPage {
    private static final int NUMBERS_MIN = 2;
    private static final int CAMPAIGNS_MAX = 100;

    private final Watch watch;
    private final JoiningDecisions joining;
    private final Visit visit;
    private final InstantSource clock;

    CampaignsPage(Watch watch, JoiningDecisions joining, Visit visit, InstantSource clock) {
        this.watch = watch;
        this.joining = joining;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    public TemplateInstance campaigns() {
        return visit.speaking(Pages.campaigns(visit.page("campaigns"), list()));
    }

    /** The same list, where it is another one than was seen. */
    @GET
    @Path("rows")
    public Response newRows(@QueryParam("seen") @DefaultValue("") String seen) {
        CampaignList list = list();
        return list.stamp().equals(seen)
                ? Response.noContent().build()
                : Response.ok(visit.speaking(Pages.campaignRows(list))).build();
    }

    @GET
    @Path("{id}")
    public Response campaign(@PathParam("id") String id) {
        return find(id).map(detail -> Response.ok(visit.speaking(Pages.campaign(visit.page("campaigns"), detail))))
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND).entity(unknown()))
                .build();
    }

    /** The same campaign, where anything of it is new. */
    @GET
    @Path("{id}/now")
    public Response now(@PathParam("id") String id, @QueryParam("seen") @DefaultValue("") String seen) {
        return find(id).filter(detail -> !detail.stamp().equals(seen))
                .map(detail -> Response.ok(visit.speaking(Pages.campaignNow(detail))))
                .orElseGet(Response::noContent)
                .build();
    }

    private CampaignList list() {
        return CampaignList.of(watch.campaigns(clock.instant(), NUMBERS_MIN, CAMPAIGNS_MAX), visit.words());
    }

    private Optional<CampaignDetail> find(String id) {
        Optional<CampaignView> view = watch.campaign(id, clock.instant());
        return view.map(found -> CampaignDetail.of(found, joining::of, visit.words()));
    }

    private TemplateInstance unknown() {
        return visit.speaking(Pages.problem(
                visit.page("campaigns"),
                visit.words().say("noCampaignTitle"),
                visit.words().say("noCampaign")));
    }
}
