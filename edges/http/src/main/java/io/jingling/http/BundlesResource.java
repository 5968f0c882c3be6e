package io.jingling.http;

import io.jingling.platform.ApiKey;
import io.jingling.platform.BundleOrder;
import io.jingling.platform.Bundles;
import io.jingling.platform.Issuer;
import io.jingling.platform.SubscriberStore;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bundles of cases, made on request, and what one who believes this platform verifies them by. */
@Path("/v1/bundles")
@Blocking
@Tag(name = "Evidence")
class BundlesResource {
    private static final int AT_ONCE = 2;
    private static final Semaphore PLACES = new Semaphore(AT_ONCE);

    private final Bundles bundles;
    private final Issuer issuer;
    private final SubscriberStore subscribers;
    private final InstantSource clock;
    private final SecurityIdentity identity;

    BundlesResource(
            Bundles bundles,
            Issuer issuer,
            SubscriberStore subscribers,
            InstantSource clock,
            SecurityIdentity identity) {
        this.bundles = bundles;
        this.issuer = issuer;
        this.subscribers = subscribers;
        this.clock = clock;
        this.identity = identity;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({Role.OFFICER, Role.OPERATOR})
    @Operation(
            operationId = "exportBundle",
            summary = "The bundle of a case",
            description =
                    "A .tlzj file, logged, stamped and sealed. That it is exported is in evidence and in the access log"
                            + " first. Nothing of any subscriber but the complainant is in it.")
    @APIResponse(responseCode = "403", description = "The release is another's, or of another case.")
    @APIResponse(responseCode = "409", description = "Nobody released it, or the time to read is over.")
    public byte[] export(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = BundleSent.class)))
                    byte[] body) {
        if (!PLACES.tryAcquire()) {
            throw Refused.busy("bundles", AT_ONCE);
        }
        try {
            BundleOrder order = Json.read(body, BundleSent.class)
                    .toOrder(
                            id -> subscribers.numberOf(id).orElseThrow(() -> Refused.noSuch("subscriber")),
                            clock.instant());
            ApiKey key = identity.getAttribute(Bearer.KEY);
            return switch (BundleSent.named(() -> bundles.export(key, order, clock.instant()))) {
                case Bundles.Outcome.Made made -> made.bundle();
                case Bundles.Outcome.Denied denied -> throw Refused.denied(denied.why());
            };
        } catch (NoSuchElementException none) {
            throw Refused.noSuch("id");
        } finally {
            PLACES.release();
        }
    }

    @GET
    @Path("/trust")
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed({Role.OPERATOR, Role.OFFICER, Role.AUDITOR, Role.REGULATOR})
    @Operation(
            operationId = "trustFile",
            summary = "The trust file of one who believes this platform",
            description = "To be handed on apart from any bundle; add the authorities and witnesses that you believe.")
    public String trust() {
        return issuer.trust();
    }
}
