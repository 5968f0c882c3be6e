package io.jingling.http;

import io.jingling.platform.Watch;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Campaigns that detection knows now, numbers masked. */
@Path("/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns")
class CampaignsResource {
    private static final int NUMBERS_MIN = 2;

    private final Watch watch;
    private final InstantSource clock;

    CampaignsResource(Watch watch, InstantSource clock) {
        this.watch = watch;
        this.clock = clock;
    }

    @Schema(description = "Campaigns, the latest first.")
    record Campaigns(List<CampaignAnswer> campaigns) {}

    @GET
    @Blocking
    @RolesAllowed({Role.OFFICER, Role.OPERATOR})
    @Operation(
            operationId = "campaigns",
            summary = "Campaigns that are known",
            description = "Of at least two numbers, the latest first, without their members, timeline and hours.")
    public Campaigns all(@QueryParam("limit") @Parameter(description = "1 to 1000; 100 where absent.") String limit) {
        return new Campaigns(watch.campaigns(clock.instant(), NUMBERS_MIN, Limit.read(limit)).stream()
                .map(CampaignAnswer::of)
                .toList());
    }

    @GET
    @Path("/{id}")
    @Blocking
    @RolesAllowed({Role.OFFICER, Role.OPERATOR})
    @Operation(
            operationId = "campaign",
            summary = "One campaign",
            description = "With its members, its timeline, and its calls by the hour.")
    @APIResponse(responseCode = "404", description = "No campaign has this id.")
    public CampaignAnswer one(@PathParam("id") String id) {
        return watch.campaign(id, clock.instant()).map(CampaignAnswer::of).orElseThrow(() -> Refused.noSuch("id"));
    }
}
