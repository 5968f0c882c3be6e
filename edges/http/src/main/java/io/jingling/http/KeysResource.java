package io.jingling.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jingling.domain.Masking;
import io.jingling.platform.ApiKey;
import io.jingling.platform.SubscriberStore;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Who may use the platform. */
@Path("/v1/keys")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Keys")
class KeysResource {
    private final KeyRing ring;
    private final SubscriberStore subscribers;

    KeysResource(KeyRing ring, SubscriberStore subscribers) {
        this.ring = ring;
        this.subscribers = subscribers;
    }

    @Schema(description = "A key that is wished.")
    record Wished(
            @Schema(required = true, description = "Whose it is; 1 to 100 characters.", examples = "SBC 3")
            String name,

            @Schema(required = true, examples = "operator") String role,

            @Schema(description = "For a subscriber's key: whose data it opens. Else absent.")
            String subscriberId) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(description = "A key and what it opens.")
    record Shown(
            @Schema(examples = "9f86d081884c7d65") String id,
            String name,
            @Schema(examples = "operator") String role,
            String subscriberId,
            String created,

            @Schema(description = "The key itself; only in the answer that made it.")
            String key) {
        static Shown of(ApiKey key, String secret) {
            return new Shown(
                    key.id(),
                    key.name(),
                    word(key.role()),
                    key.subscriberId(),
                    key.created().toString(),
                    secret);
        }
    }

    @Schema(description = "All keys that open something.")
    record Keys(List<Shown> keys) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "makeKey",
            summary = "Makes a key",
            description = "The key is shown in this answer and never again; only its SHA-256 is kept.")
    public Shown make(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wished.class)))
                    byte[] body) {
        Wished wished = Json.read(body, Wished.class);
        String name = wished.name() == null ? "" : wished.name();
        if (name.isBlank() || name.length() > 100) {
            throw new BadInput("name", name.length() + " characters", "1 to 100");
        }
        ApiKey.Role role = role(wished.role());
        KeyRing.Cut cut = ring.cut(name, role, subscriber(role, wished.subscriberId()));
        return Shown.of(cut.key(), cut.secret());
    }

    @GET
    @Operation(operationId = "keys", summary = "All keys", description = "Without the keys themselves.")
    public Keys all() {
        return new Keys(ring.all().stream().map(key -> Shown.of(key, "")).toList());
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "revokeKey", summary = "Revokes a key", description = "It opens nothing from now on.")
    @APIResponse(responseCode = "204", description = "It opens nothing now.")
    public void revoke(@PathParam("id") @Parameter(description = "The key's id, not the key.") String id) {
        if (!ring.revoke(id)) {
            throw Refused.noSuch("key");
        }
    }

    private String subscriber(ApiKey.Role role, String id) {
        String wished = id == null ? "" : id;
        if (role != ApiKey.Role.SUBSCRIBER) {
            if (!wished.isEmpty()) {
                throw new BadInput("subscriberId", "one for role " + word(role), "none");
            }
            return "";
        }
        if (wished.isEmpty() || subscribers.numberOf(wished).isEmpty()) {
            throw new BadInput("subscriberId", '"' + Masking.clip(wished) + '"', "an id of /v1/subscribers/lookup");
        }
        return wished;
    }

    private static ApiKey.Role role(String sent) {
        String wanted = sent == null ? "" : sent;
        for (ApiKey.Role role : ApiKey.Role.values()) {
            if (word(role).equalsIgnoreCase(wanted)) {
                return role;
            }
        }
        List<String> known =
                Arrays.stream(ApiKey.Role.values()).map(KeysResource::word).toList();
        throw new BadInput("role", '"' + Masking.clip(wanted) + '"', "one of " + known);
    }

    private static String word(ApiKey.Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
