package io.jingling.http;

import io.jingling.platform.Publishing;
import io.jingling.platform.Publishing.Outcome;
import io.jingling.platform.Watch;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Models: sent, looked at, published, rolled back. */
@Path("/v1/models")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
class ModelsResource {
    private static final int BYTES_MAX = 1 << 26;

    private final Publishing publishing;
    private final Watch watch;
    private final InstantSource clock;

    ModelsResource(Publishing publishing, Watch watch, InstantSource clock) {
        this.publishing = publishing;
        this.watch = watch;
        this.clock = clock;
    }

    @Schema(description = "A model that was sent.")
    record ModelAnswer(
            @Schema(description = "The beginning of its SHA-256.", examples = "9f86d081884c7d65")
            String id,

            @Schema(examples = "town-2026-11") String name,
            String sha256,

            @Schema(description = "Under which name its key is trusted.", examples = "this platform")
            String signer,

            @Schema(examples = "2026-11-28T01:30:00Z") String sent,

            @Schema(
                    description =
                            "shadow: it changes nothing; in_force; coming: it judges once calls were learned anew;"
                                    + " before: it was in force.",
                    examples = "shadow")
            String state) {
        static ModelAnswer of(Publishing.Standing one) {
            return new ModelAnswer(
                    one.model().id(),
                    one.model().name(),
                    one.model().sha256(),
                    one.model().signer(),
                    one.model().at().toString(),
                    word(one.state()));
        }
    }

    @Schema(description = "All models that were sent, the oldest first.")
    record Models(
            @Schema(description = "The id of the one in force; shipped for the one that came with this version.")
            String inForce,

            List<ModelAnswer> models) {}

    @Schema(description = "Which model judges from now on.")
    record Published(@Schema(examples = "9f86d081884c7d65") String id, String state) {}

    private static String word(Publishing.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed(Role.OPERATOR)
    @ResponseStatus(201)
    @Operation(
            operationId = "sendModel",
            summary = "Takes a model",
            description =
                    "A model's file, signed by a key in models/trusted.keys. It changes nothing until it is published.")
    public ModelAnswer send(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream body)
            throws IOException {
        byte[] file = body.readNBytes(BYTES_MAX + 1);
        if (file.length > BYTES_MAX) {
            throw new BadInput("model", "more bytes", "at most " + BYTES_MAX);
        }
        return BadInput.in("model", () -> ModelAnswer.of(publishing.send(file, clock.instant())));
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.OFFICER, Role.AUDITOR})
    @Operation(operationId = "models", summary = "All models that were sent")
    public Models all() {
        return new Models(
                publishing.inForce(),
                publishing.all().stream().map(ModelAnswer::of).toList());
    }

    @GET
    @Path("/{id}/preview")
    @RolesAllowed({Role.OPERATOR, Role.OFFICER, Role.AUDITOR})
    @Operation(
            operationId = "previewModel",
            summary = "What a model would change",
            description =
                    "Which calls of the last 7 days it would newly block, and which no longer. The first time it is"
                            + " asked for it begins to be worked out: ask again until its state is done.")
    @APIResponse(responseCode = "404", description = "No model has this id.")
    public PreviewAnswer preview(@PathParam("id") String id) {
        return BadInput.in("model", () -> publishing.preview(id, clock.instant()))
                .map(PreviewAnswer::of)
                .orElseThrow(() -> Refused.noSuch("id"));
    }

    @POST
    @Path("/{id}/publish")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "publishModel",
            summary = "Judges by a model from now on",
            description = "Only after its preview against the model in force was made, unless force is true.")
    @APIResponse(responseCode = "409", description = "There is no preview.")
    public Published publish(
            @PathParam("id") String id,
            @QueryParam("force") @Parameter(description = "true: also without a preview.") String force) {
        if (force != null && !force.equals("true") && !force.equals("false")) {
            throw new BadInput("force", "something else", "true or false");
        }
        return published(BadInput.in("model", () -> publishing.publish(id, "true".equals(force))));
    }

    @POST
    @Path("/rollback")
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "rollBackModel", summary = "Judges by the model before again, at once")
    @APIResponse(responseCode = "409", description = "There is none before.")
    public Published rollBack() {
        return published(BadInput.in("model", publishing::rollBack));
    }

    private static Published published(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(String id, Publishing.State state) -> new Published(id, word(state));
            case Outcome.NoSuch none -> throw Refused.noSuch("id");
            case Outcome.NotLookedAt none -> throw Refused.noPreview();
            case Outcome.NothingBefore none -> throw Refused.nothingBefore();
        };
    }

    @GET
    @Path("/current/drift")
    @RolesAllowed({Role.OPERATOR, Role.OFFICER, Role.AUDITOR})
    @Operation(
            operationId = "drift",
            summary = "How far calls have moved from those that the model in force began with",
            description = "Since the start of the process or since the model came into force, whichever is later.")
    public DriftAnswer drift() {
        return DriftAnswer.of(watch.feedback().report());
    }
}
