package io.jingling.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jingling.custody.Access;
import io.jingling.custody.Release;
import io.jingling.custody.Release.Wish;
import io.jingling.custody.Subject;
import io.jingling.domain.Purpose;
import io.jingling.http.ReleaseAnswer.PersonAnswer;
import io.jingling.platform.ApiKey;
import io.jingling.platform.Releases;
import io.quarkus.security.identity.SecurityIdentity;
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
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Full numbers for two people: one asks, another releases or refuses, the first reads; and the log of all that. */
@Path("/v1")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Custody")
class ReleasesResource {
    private final ReleaseDesk desk;
    private final Releases releases;
    private final InstantSource clock;
    private final SecurityIdentity identity;

    ReleasesResource(ReleaseDesk desk, Releases releases, InstantSource clock, SecurityIdentity identity) {
        this.desk = desk;
        this.releases = releases;
        this.clock = clock;
        this.identity = identity;
    }

    @Schema(description = "What somebody wants to see, and why.")
    record WishSent(
            @Schema(
                    required = true,
                    description = "decision, case: its caller. campaign: its numbers. entry: what opens it.",
                    examples = "decision")
            String about,

            @Schema(required = true, description = "Which one.", examples = "1125899906842624")
            String of,

            @Schema(required = true, description = "The case, 1 to 100 characters.", examples = "公(刑)立字〔2026〕1141号")
            String caseId,

            @Schema(required = true, description = "1 to 200 characters.", examples = "核查涉嫌荐股诈骗的主叫号码")
            String reason) {
        Wish toWish() {
            Subject subject = named(() -> Subject.of(text(about), text(of)), "id", "of");
            return named(
                    () -> new Wish(subject, text(caseId).strip(), text(reason).strip()), "case", "caseId");
        }
    }

    @Schema(description = "Why it is refused.")
    record RefusalSent(
            @Schema(required = true, description = "1 to 200 characters.")
            String reason) {}

    @Schema(description = "Nothing but who asks: {}.")
    record Nothing() {}

    @Schema(description = "Wishes to see full numbers, the newest first.")
    record All(List<ReleaseAnswer> releases) {}

    @Schema(description = "Full numbers.")
    record Full(
            String release,

            @Schema(examples = "[\"16500231000\"]") List<String> numbers) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(description = "Who did what with full numbers.")
    record AccessAnswer(
            String at,

            @Schema(description = "asked, released, refused, read, lists or exported.", examples = "read")
            String step,

            PersonAnswer who,
            String release,
            String caseId,

            @Schema(description = "Which numbers, without them.", examples = "decision 1125899906842624 (numbers: 1)")
            String what,

            String reason) {
        static AccessAnswer of(Access access) {
            return new AccessAnswer(
                    access.at().toString(),
                    access.step().word(),
                    PersonAnswer.of(access.who()),
                    access.release(),
                    access.caseId(),
                    access.what(),
                    access.reason());
        }
    }

    @Schema(description = "The access log, the newest first.")
    record Accesses(List<AccessAnswer> accesses) {}

    @POST
    @Path("/releases")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OFFICER, Role.OPERATOR})
    @ResponseStatus(201)
    @Operation(
            operationId = "askForNumbers",
            summary = "Asks to see full numbers",
            description = "Another person has to release it. Which numbers they are is fixed now.")
    @APIResponse(responseCode = "409", description = "Too many of this key's wait already.")
    public ReleaseAnswer ask(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WishSent.class)))
                    byte[] body) {
        return answer(desk.ask(key(), Json.read(body, WishSent.class).toWish()));
    }

    @GET
    @Path("/releases")
    @RolesAllowed({Role.OFFICER, Role.OPERATOR, Role.AUDITOR})
    @Operation(operationId = "releases", summary = "Wishes to see full numbers", description = "Numbers masked.")
    public All all(@QueryParam("limit") @Parameter(description = "1 to 1000; 100 where absent.") String limit) {
        return new All(
                releases.latest(Limit.read(limit)).stream().map(this::answer).toList());
    }

    @GET
    @Path("/releases/{id}")
    @RolesAllowed({Role.OFFICER, Role.OPERATOR, Role.AUDITOR})
    @Operation(operationId = "release", summary = "One of them")
    @APIResponse(responseCode = "404", description = "There is none of this id.")
    public ReleaseAnswer one(@PathParam("id") String id) {
        return answer(desk.find(id));
    }

    @POST
    @Path("/releases/{id}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OFFICER, Role.OPERATOR})
    @Operation(
            operationId = "releaseNumbers",
            summary = "Lets the one who asked read",
            description = "By another key than the one that asked, made before it was asked.")
    @APIResponse(responseCode = "403", description = "It is the same person, or one who was not known before.")
    @APIResponse(responseCode = "409", description = "It was answered, or waited too long.")
    public ReleaseAnswer release(
            @PathParam("id") String id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Nothing.class)))
                    byte[] body) {
        Json.read(body, Nothing.class);
        return answer(desk.release(id, key()));
    }

    @POST
    @Path("/releases/{id}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OFFICER, Role.OPERATOR})
    @Operation(operationId = "refuseNumbers", summary = "Says no, and why")
    @APIResponse(responseCode = "409", description = "It was answered, or waited too long.")
    public ReleaseAnswer refuse(
            @PathParam("id") String id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RefusalSent.class)))
                    byte[] body) {
        String reason = NumberAccess.reason(Json.read(body, RefusalSent.class).reason());
        return answer(desk.refuse(id, key(), reason));
    }

    @POST
    @Path("/releases/{id}/numbers")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OFFICER, Role.OPERATOR})
    @Operation(
            operationId = "readNumbers",
            summary = "The full numbers",
            description = "For the one who asked alone, for a while after another person released them. That they are"
                    + " read is in evidence and in the access log first.")
    @APIResponse(responseCode = "403", description = "Another asked.")
    @APIResponse(responseCode = "409", description = "Nobody released it, or the time to read is over.")
    public Full numbers(
            @PathParam("id") String id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Nothing.class)))
                    byte[] body) {
        Json.read(body, Nothing.class);
        Release read = desk.read(id, key());
        return new Full(
                read.id().toString(),
                read.numbers().stream()
                        .map(number -> number.revealTo(Purpose.RELEASE))
                        .toList());
    }

    @GET
    @Path("/accesses")
    @RolesAllowed({Role.OPERATOR, Role.AUDITOR})
    @Operation(
            operationId = "accesses",
            summary = "The access log",
            description = "Who did what with full numbers, the newest first; it holds none itself.")
    public Accesses accesses(
            @QueryParam("limit") @Parameter(description = "1 to 1000; 100 where absent.") String limit) {
        return new Accesses(releases.accesses(Limit.read(limit)).stream()
                .map(AccessAnswer::of)
                .toList());
    }

    private ReleaseAnswer answer(Release release) {
        return ReleaseAnswer.of(release, clock.instant());
    }

    private ApiKey key() {
        return identity.getAttribute(Bearer.KEY);
    }

    private static String text(String sent) {
        return sent == null ? "" : sent;
    }

    /** The core names the field first; where it is called otherwise here, by that. */
    private static <T> T named(Supplier<T> reader, String there, String here) {
        try {
            return reader.get();
        } catch (IllegalArgumentException refused) {
            String field = String.valueOf(refused.getMessage()).replaceFirst(":.*", "");
            throw BadInput.of(field.equals(there) ? here : field, refused);
        }
    }
}
