package io.jingling.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Decides one call, from memory, on the event loop: it never waits. */
@Path("/v1/screen")
@Tag(name = "Screening")
class ScreenResource {
    private final Screener screener;

    ScreenResource(Screener screener) {
        this.screener = screener;
    }

    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPERATOR, Role.OFFICER})
    @Operation(
            operationId = "screen",
            summary = "Decides a call",
            description = "The decision with every reason, also for a pass. It is made from memory, remembered"
                    + " for the second-call and call-back passes, and written to the decision log.")
    public DecisionAnswer screen(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Screener.Call.class)))
                    byte[] body) {
        return screener.answer(body);
    }
}
