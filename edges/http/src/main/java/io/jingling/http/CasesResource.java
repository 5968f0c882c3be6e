package io.jingling.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jingling.complaints.Case;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Deadline;
import io.jingling.complaints.Deadlines;
import io.jingling.complaints.Desk;
import io.jingling.complaints.Report;
import io.jingling.complaints.ReporterId;
import io.jingling.complaints.Stage;
import io.jingling.complaints.Weighed;
import io.jingling.http.CaseAnswer.DeadlineShown;
import io.jingling.http.CaseAnswer.FileShown;
import io.jingling.http.CaseAnswer.ReportShown;
import io.jingling.http.CaseAnswer.Shown;
import io.jingling.http.CaseAnswer.StepShown;
import io.jingling.platform.ApiKey;
import io.jingling.platform.CaseStore;
import io.jingling.platform.CaseStore.Matching;
import io.jingling.platform.CaseStore.Order;
import io.jingling.platform.CaseStore.Place;
import io.jingling.platform.CaseStore.Wanted;
import io.jingling.platform.CaseStore.Which;
import io.jingling.platform.CaseWork;
import io.jingling.platform.Exhibits;
import io.jingling.platform.Reported;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Cases, for the officers who work on them. Who reported is a pseudonym here too. */
@Path("/v1/cases")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
class CasesResource {
    private static final int REPORTS_MAX = 1_000;

    private final CaseStore cases;
    private final CaseWork work;
    private final Exhibits exhibits;
    private final Reported reported;
    private final Deadlines deadlines;
    private final SecurityIdentity identity;
    private final InstantSource clock;

    CasesResource(
            CaseStore cases,
            CaseWork work,
            Exhibits exhibits,
            Reported reported,
            Deadlines deadlines,
            SecurityIdentity identity,
            InstantSource clock) {
        this.cases = cases;
        this.work = work;
        this.exhibits = exhibits;
        this.reported = reported;
        this.deadlines = deadlines;
        this.identity = identity;
        this.clock = clock;
    }

    @Schema(name = "Cases", description = "In the order that was asked for.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cases(
            List<Shown> cases,

            @Schema(
                    description = "To be sent as after for those behind; absent where there are none.",
                    examples = "2026-11-23T01:30:00Z_2611234837291055384")
            String next) {}

    @Schema(name = "ReportsWeighed", description = "What all reports of the number come to.")
    record WeighedShown(
            @Schema(examples = "57") int people,

            @Schema(description = "Of how many it can be said that each speaks alone.", examples = "4")
            int independent,

            @Schema(description = "0 to 100.", examples = "44")
            int score,

            @Schema(description = "Why some count less.", examples = "[\"newcomers\"]")
            List<String> doubts,

            @Schema(examples = "[\"多数举报人尚无核实记录\"]") List<String> doubtsChinese) {
        static WeighedShown of(Weighed weighed) {
            List<Weighed.Doubt> doubts = weighed.doubts().stream().sorted().toList();
            return new WeighedShown(
                    weighed.people(),
                    weighed.independent(),
                    weighed.score(),
                    doubts.stream().map(Weighed.Doubt::word).toList(),
                    doubts.stream().map(Weighed.Doubt::chinese).toList());
        }
    }

    @Schema(name = "WholeCase", description = "A case with all that it has.")
    record Whole(
            Shown about,
            List<StepShown> steps,
            List<DeadlineShown> deadlines,
            WeighedShown weighed,
            @Schema(description = "At most a thousand.") List<ReportShown> reports,
            List<FileShown> files) {}

    @GET
    @RolesAllowed({Role.OFFICER, Role.OPERATOR, Role.AUDITOR})
    @Operation(operationId = "cases", summary = "Cases, the last opened or what is due next first")
    public Cases list(
            @QueryParam("stage") @Parameter(description = "Such as handed_over.") String stage,
            @QueryParam("desk") @Parameter(description = "Such as carrier.") String desk,
            @QueryParam("open") @Parameter(description = "true: only those that are not closed.") String open,
            @QueryParam("overdue") @Parameter(description = "true: only those of which something is overdue.")
                    String overdue,
            @QueryParam("order")
                    @Parameter(description = "opened, the last first; or due: open ones, what is due next first.")
                    String order,
            @QueryParam("before") @Parameter(description = "Opened before that.") String before,
            @QueryParam("after") @Parameter(description = "The next of the answer before: its next page.") String after,
            @QueryParam("limit") @Parameter(description = "1 to 1,000; 100 where absent.") String limit) {
        Instant now = clock.instant();
        Wanted work = new Wanted(
                order == null ? Order.OPENED : BadInput.in("order", () -> Order.of(order)),
                Optional.ofNullable(after).map(word -> BadInput.in("after", () -> Place.of(word))),
                isTrue("overdue", overdue) ? Optional.of(now) : Optional.empty(),
                false,
                false,
                Optional.empty());
        Which which = new Which(
                Optional.ofNullable(stage).map(word -> BadInput.in("stage", () -> Stage.of(word))),
                Optional.ofNullable(desk).map(word -> BadInput.in("desk", () -> Desk.Kind.of(word))),
                isTrue("open", open),
                before == null ? now.plusSeconds(1) : Moment.read("before", before.replace(' ', '+')),
                Matching.ANY,
                work);
        int most = Limit.read(limit);
        List<Case> found = cases.list(which, most + 1);
        List<Case> page = found.subList(0, Math.min(most, found.size()));
        return new Cases(
                page.stream().map(one -> Shown.of(one, deadlines, now)).toList(),
                found.size() > most ? next(work.order(), page.getLast()) : null);
    }

    private String next(Order order, Case last) {
        return order.place(last, deadlines.next(last).map(Deadline::due))
                .map(Place::word)
                .orElse(null);
    }

    private static boolean isTrue(String field, String sent) {
        if (sent != null && !sent.equals("true") && !sent.equals("false")) {
            throw new BadInput(field, "something else", "true or false");
        }
        return "true".equals(sent);
    }

    @GET
    @Path("/{caseNumber}")
    @RolesAllowed({Role.OFFICER, Role.OPERATOR, Role.AUDITOR})
    @Operation(operationId = "case", summary = "A case with its reports, files, steps and deadlines")
    public Whole one(@PathParam("caseNumber") String written) {
        CaseNumber number = Reporter.caseNumber(written);
        return whole(work.find(number).orElseThrow(() -> Refused.noSuch("caseNumber")));
    }

    private Whole whole(Case about) {
        Instant now = clock.instant();
        return new Whole(
                Shown.of(about, deadlines, now),
                about.steps().stream().map(step -> StepShown.of(step, true)).toList(),
                deadlines.of(about).stream()
                        .map(one -> DeadlineShown.of(one, now))
                        .toList(),
                WeighedShown.of(reported.weighed(about.about(), now)),
                shown(cases.reports(about.number(), REPORTS_MAX)),
                exhibits.of(about.number()).stream().map(FileShown::of).toList());
    }

    /** The same person has the same pseudonym within a case, and another in another. */
    private static List<ReportShown> shown(List<Report> reports) {
        Map<ReporterId, String> names = new HashMap<>();
        return reports.stream()
                .map(one -> ReportShown.of(one, names.computeIfAbsent(one.by(), who -> "举报人 " + (names.size() + 1))))
                .toList();
    }

    @POST
    @Path("/{caseNumber}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OFFICER, Role.OPERATOR})
    @Operation(
            operationId = "takeStep",
            summary = "Hands a case over, verifies it, acts, tells, notes a reply",
            description =
                    "In evidence first, then durable; what is found is in force when it is answered. A hand-over keeps"
                            + " all that the case has. A case is closed by telling its outcome, and by nothing else.")
    @APIResponse(
            responseCode = "409",
            description = "The case is in another stage; the answer says what must come first.")
    public Whole step(
            @PathParam("caseNumber") String written,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StepSent.class)))
                    byte[] body) {
        ApiKey officer = identity.getAttribute(Bearer.KEY);
        CaseNumber number = Reporter.caseNumber(written);
        var step = Json.read(body, StepSent.class).toStep(officer.id(), clock.instant());
        try {
            return whole(work.take(number, step).orElseThrow(() -> Refused.noSuch("caseNumber")));
        } catch (IllegalArgumentException early) {
            throw Refused.notInThisStage(early);
        }
    }

    @GET
    @Path("/{caseNumber}/files/{id}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({Role.OFFICER, Role.OPERATOR})
    @Operation(operationId = "caseFile", summary = "A file of a case, as it was handed in")
    public Response file(@PathParam("caseNumber") String written, @PathParam("id") String id) {
        if (!id.matches("[0-9a-f]{32}")) {
            throw Refused.noSuch("id");
        }
        byte[] content = exhibits.content(Reporter.caseNumber(written), id).orElseThrow(() -> Refused.noSuch("id"));
        // Never shown in place: whatever it is, a browser is to keep it apart.
        return Response.ok(content)
                .header("Content-Disposition", "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
