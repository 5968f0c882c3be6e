package io.jingling.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jingling.complaints.Appeal;
import io.jingling.complaints.Appeal.Ground;
import io.jingling.complaints.AppealStep;
import io.jingling.complaints.AppealStep.Decided;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Deadlines;
import io.jingling.complaints.Step;
import io.jingling.domain.PhoneNumber;
import io.jingling.http.CaseAnswer.DeadlineShown;
import io.jingling.platform.ApiKey;
import io.jingling.platform.AppealStore;
import io.jingling.platform.Appeals;
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
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Appeals of those of whose numbers something is thought. */
@Path("/v1/appeals")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appeals")
class AppealsResource {
    private final Appeals appeals;
    private final AppealStore store;
    private final Deadlines deadlines;
    private final Reporter owner;
    private final SecurityIdentity identity;
    private final InstantSource clock;

    AppealsResource(
            Appeals appeals,
            AppealStore store,
            Deadlines deadlines,
            Reporter owner,
            SecurityIdentity identity,
            InstantSource clock) {
        this.appeals = appeals;
        this.store = store;
        this.deadlines = deadlines;
        this.owner = owner;
        this.identity = identity;
        this.clock = clock;
    }

    @Schema(name = "AppealSent", description = "An appeal against what is thought of a number.")
    record AppealSent(
            @Schema(description = "The number; a subscriber's own where absent.", examples = "13700137000")
            String number,

            @Schema(
                    required = true,
                    description =
                            "courier, medical, public_duty (relieved at once), new_owner, spoofed, consented_trade or"
                                    + " personal.",
                    examples = "courier")
            String ground,

            @Schema(description = "At most 2,000 characters.", examples = "我是快递员,这是工作号")
            String text) {}

    @Schema(name = "AppealStepSent", description = "An answer, or the decision.")
    record StepSent(
            @Schema(required = true, description = "answer or decide.", examples = "decide")
            String step,

            @Schema(description = "Of decide: whether the appellant is right.", examples = "true")
            Boolean upheld,

            @Schema(required = true, description = "The reason, 1 to 2,000 characters.", examples = "核实为快递员工作号")
            String text) {
        AppealStep toStep(String by, Instant at) {
            String why = text == null ? "" : text;
            if (why.isBlank() || why.length() > Step.TEXT_MAX) {
                throw new BadInput("text", why.strip().length() + " characters", "1 to " + Step.TEXT_MAX);
            }
            if ("answer".equals(step)) {
                return new AppealStep.Answered(at, by, why);
            }
            if (!"decide".equals(step)) {
                throw new BadInput("step", step == null ? "nothing" : "another word", "answer or decide");
            }
            if (upheld == null) {
                throw new BadInput("upheld", "nothing", "true or false");
            }
            return new Decided(at, by, upheld, why);
        }
    }

    @Schema(name = "AppealStepShown", description = "Something that happened in an appeal.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepShown(
            @Schema(description = "relieved, answered or decided.", examples = "decided")
            String step,

            @Schema(examples = "2026-11-24T01:30:00Z") String at,
            Boolean upheld,
            String text) {
        static StepShown of(AppealStep step) {
            String at = step.at().toString();
            return switch (step) {
                case AppealStep.Relieved s -> new StepShown("relieved", at, null, s.text());
                case AppealStep.Answered s -> new StepShown("answered", at, null, s.text());
                case Decided s -> new StepShown("decided", at, s.isUpheld(), s.text());
            };
        }
    }

    @Schema(name = "Appeal", description = "An appeal, and what became of it.")
    record Shown(
            @Schema(description = "申诉号.", examples = "261123-483729-105538-4")
            String appealNumber,

            @Schema(examples = "137****7000") String number,
            @Schema(examples = "courier") String ground,
            @Schema(examples = "快递外卖") String groundChinese,
            String text,
            @Schema(examples = "2026-11-23T01:30:00Z") String at,

            @Schema(description = "Whether what reports say is set aside meanwhile.")
            boolean relieved,

            boolean decided,
            List<StepShown> steps,
            List<DeadlineShown> deadlines) {}

    @Schema(name = "Appeals", description = "The first first.")
    record All(List<Shown> appeals) {}

    private Shown shown(Appeal appeal) {
        Instant now = clock.instant();
        return new Shown(
                appeal.number().toString(),
                appeal.about().toString(),
                appeal.ground().word(),
                appeal.ground().chinese(),
                appeal.text(),
                appeal.at().toString(),
                appeal.isRelieved(),
                appeal.isDecided(),
                appeal.steps().stream().map(StepShown::of).toList(),
                deadlines.of(appeal).stream()
                        .map(one -> DeadlineShown.of(one, now))
                        .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUBSCRIBER, Role.OPERATOR, Role.OFFICER})
    @Operation(
            operationId = "appeal",
            summary = "Appeals against what is thought of a number",
            description =
                    "A subscriber's own key appeals for its own number; officers who checked whose it is for any. While one"
                            + " is open the same is answered.")
    @APIResponse(responseCode = "201", description = "It is taken; until when it is answered is said.")
    public Response appeal(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AppealSent.class)))
                    byte[] body) {
        AppealSent sent = Json.read(body, AppealSent.class);
        PhoneNumber about = owner.number(identity, "number", sent.number());
        String word = Numbers.present("ground", sent.ground(), "a ground, such as courier");
        Ground ground = BadInput.in("ground", () -> Ground.of(word));
        String text = sent.text() == null ? "" : sent.text();
        Appeal taken = BadInput.in("text", () -> appeals.appeal(about, ground, text, clock.instant()));
        return Response.status(201).entity(shown(taken)).build();
    }

    @GET
    @RolesAllowed({Role.OFFICER, Role.OPERATOR, Role.AUDITOR})
    @Operation(operationId = "appeals", summary = "Open appeals, the first first; or all")
    public All list(@QueryParam("all") String all, @QueryParam("limit") String limit) {
        return new All(store.list(!"true".equals(all), Limit.read(limit)).stream()
                .map(this::shown)
                .toList());
    }

    @GET
    @Path("/{appealNumber}")
    @RolesAllowed({Role.SUBSCRIBER, Role.OFFICER, Role.OPERATOR, Role.AUDITOR})
    @Operation(operationId = "oneAppeal", summary = "What became of an appeal")
    public Shown one(@PathParam("appealNumber") String written) {
        Appeal appeal = appeals.find(number(written)).orElseThrow(() -> Refused.noSuch("appealNumber"));
        if (identity.hasRole(Role.SUBSCRIBER)
                && !owner.number(identity, "number", null).equals(appeal.about())) {
            throw Refused.noSuch("appealNumber");
        }
        return shown(appeal);
    }

    @POST
    @Path("/{appealNumber}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OFFICER, Role.OPERATOR})
    @Operation(
            operationId = "takeAppealStep",
            summary = "Answers an appeal, or decides it",
            description = "In force when it is answered. Not by who verified the last case about the number.")
    @APIResponse(responseCode = "409", description = "It is decided, or another must decide it.")
    public Shown step(
            @PathParam("appealNumber") String written,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StepSent.class)))
                    byte[] body) {
        ApiKey officer = identity.getAttribute(Bearer.KEY);
        CaseNumber number = number(written);
        AppealStep step = Json.read(body, StepSent.class).toStep(officer.id(), clock.instant());
        try {
            return shown(appeals.take(number, step).orElseThrow(() -> Refused.noSuch("appealNumber")));
        } catch (IllegalArgumentException early) {
            throw Refused.notInThisStage(early);
        }
    }

    private static CaseNumber number(String written) {
        return BadInput.in("appealNumber", () -> CaseNumber.parse(written));
    }
}
