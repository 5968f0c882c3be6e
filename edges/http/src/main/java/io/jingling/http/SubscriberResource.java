package io.jingling.http;

import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import io.jingling.platform.ApiKey;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.EvidenceKeeper;
import io.jingling.platform.Platform;
import io.jingling.platform.SubscriberStore;
import io.jingling.platform.Testimony;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A subscriber's wishes and calls. A subscriber's own key opens nobody else's. */
@Path("/v1/subscribers")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscribers")
class SubscriberResource {
    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Platform platform;
    private final SubscriberStore subscribers;
    private final DecisionHistory history;
    private final InstantSource clock;
    private final SecurityIdentity identity;
    private final NumberAccess access;
    private final EvidenceKeeper keeper;

    SubscriberResource(
            Platform platform,
            SubscriberStore subscribers,
            DecisionHistory history,
            InstantSource clock,
            SecurityIdentity identity,
            NumberAccess access,
            EvidenceKeeper keeper) {
        this.platform = platform;
        this.subscribers = subscribers;
        this.history = history;
        this.clock = clock;
        this.identity = identity;
        this.access = access;
        this.keeper = keeper;
    }

    @Schema(description = "A telephone number.")
    record NumberSent(
            @Schema(required = true, examples = "13700137000")
            String number) {}

    @Schema(description = "The opaque id that stands for a number in URLs.")
    record Subscriber(@Schema(examples = "b7f2c1e09d5a4c33") String id) {}

    @Schema(description = "What was deleted.")
    record Forgotten(
            @Schema(description = "How many parts of entries.", examples = "3")
            long parts) {}

    @Schema(description = "A subscriber's calls, newest first.")
    record Calls(List<DecisionAnswer> calls) {}

    @POST
    @Path("/lookup")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPERATOR, Role.OFFICER})
    @Operation(
            operationId = "lookUpSubscriber",
            summary = "A number's opaque id",
            description = "The id is made on first asking and says nothing about the number.")
    public Subscriber lookup(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NumberSent.class)))
                    byte[] body) {
        PhoneNumber number =
                Numbers.read("number", Json.read(body, NumberSent.class).number());
        return new Subscriber(subscribers.idOf(number));
    }

    @GET
    @Path("/{id}/wishes")
    @RolesAllowed({Role.SUBSCRIBER, Role.OPERATOR, Role.OFFICER, Role.AUDITOR})
    @Operation(
            operationId = "wishes",
            summary = "A subscriber's wishes",
            description =
                    "The owner, and the operator in the owner's name, see the lists in full; others masked. That the"
                            + " operator does is in evidence first.")
    public WishesDocument wishes(
            @PathParam("id") @Parameter(description = "From /v1/subscribers/lookup.") String id,
            @QueryParam("reason")
                    @Parameter(
                            description =
                                    "Why the operator looks, 1 to 200 characters; in the owner's name where absent.")
                    String reason) {
        PhoneNumber number = number(id);
        Wishes wishes = platform.wishesOf(number);
        boolean full = identity.hasRole(Role.SUBSCRIBER) || identity.hasRole(Role.OPERATOR);
        if (identity.hasRole(Role.OPERATOR)) {
            String why = reason == null ? NumberAccess.FOR_THE_OWNER : NumberAccess.reason(reason);
            access.record(key(), "lists of wishes", why, List.of(number));
        }
        return WishesDocument.of(wishes, clock.instant(), full);
    }

    @PUT
    @Path("/{id}/wishes")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUBSCRIBER, Role.OPERATOR})
    @Operation(
            operationId = "saveWishes",
            summary = "Saves a subscriber's wishes",
            description = "The whole document; what is absent is left to the default wishes. Durable and in force"
                    + " when it is answered.")
    public WishesDocument save(
            @PathParam("id") @Parameter(description = "From /v1/subscribers/lookup.") String id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WishesDocument.class)))
                    byte[] body) {
        PhoneNumber number = number(id);
        Wishes wishes = Json.read(body, WishesDocument.class).toWishes(clock.instant());
        platform.saveWishes(number, wishes);
        return WishesDocument.of(wishes, clock.instant(), true);
    }

    @GET
    @Path("/{id}/calls")
    @RolesAllowed({Role.SUBSCRIBER, Role.OPERATOR, Role.OFFICER, Role.AUDITOR})
    @Operation(
            operationId = "subscriberCalls",
            summary = "What became of a subscriber's calls",
            description = "Newest first, with every reason. At most 366 days at a time.")
    public Calls calls(
            @PathParam("id") @Parameter(description = "From /v1/subscribers/lookup.") String id,
            @QueryParam("from") @Parameter(description = "With an offset; seven days before to where absent.")
                    String from,
            @QueryParam("to") @Parameter(description = "With an offset; now where absent.") String to,
            @QueryParam("limit") @Parameter(description = "1 to 1000; 100 where absent.") String limit) {
        PhoneNumber number = number(id);
        Moment.Span span = Moment.span(from, to, clock.instant(), USUAL, LONGEST);
        return new Calls(DecisionAnswer.all(history.ofCallee(number, span.from(), span.to(), Limit.read(limit))));
    }

    @DELETE
    @Path("/{id}/evidence")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "forgetSubscriber",
            summary = "Deletes what opens a person's evidence",
            description =
                    "Salts and contents of all parts that are this number's data, as subscriber, caller or callee,"
                            + " are deleted. The log stays whole; nobody can tell any more what those parts were.")
    public Forgotten forget(@PathParam("id") @Parameter(description = "From /v1/subscribers/lookup.") String id) {
        long parts = keeper.forget(number(id));
        keeper.keep(List.of(Testimony.forgotten(key(), parts)));
        return new Forgotten(parts);
    }

    private ApiKey key() {
        return identity.getAttribute(Bearer.KEY);
    }

    private PhoneNumber number(String id) {
        ApiKey key = key();
        if (key.role() == ApiKey.Role.SUBSCRIBER && !key.subscriberId().equals(id)) {
            throw Refused.notYours();
        }
        return subscribers.numberOf(id).orElseThrow(() -> Refused.noSuch("subscriber"));
    }
}
