package io.jingling.http;

import io.jingling.complaints.CallTime;
import io.jingling.complaints.CallTime.Precision;
import io.jingling.complaints.Case;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Deadlines;
import io.jingling.complaints.Entrance;
import io.jingling.complaints.ReporterId;
import io.jingling.complaints.SmsReport;
import io.jingling.complaints.Step;
import io.jingling.domain.PhoneNumber;
import io.jingling.http.CaseAnswer.DeadlineShown;
import io.jingling.http.CaseAnswer.FileShown;
import io.jingling.http.CaseAnswer.ReportShown;
import io.jingling.http.CaseAnswer.Shown;
import io.jingling.http.CaseAnswer.StepShown;
import io.jingling.platform.CaseStore;
import io.jingling.platform.CaseWork;
import io.jingling.platform.Exhibits;
import io.jingling.platform.Intake;
import io.jingling.platform.Intake.Receipted;
import io.jingling.platform.Intake.Sent;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reports by the people who were called: made, asked after, withdrawn. Nobody sees another's. */
@Path("/v1/reports")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
class ReportsResource {
    private static final List<String> HELP_LINES = List.of("110", "96110");

    private final Intake intake;
    private final CaseWork work;
    private final CaseStore cases;
    private final Exhibits exhibits;
    private final Deadlines deadlines;
    private final Reporter reporter;
    private final SecurityIdentity identity;
    private final InstantSource clock;

    ReportsResource(
            Intake intake,
            CaseWork work,
            CaseStore cases,
            Exhibits exhibits,
            Deadlines deadlines,
            Reporter reporter,
            SecurityIdentity identity,
            InstantSource clock) {
        this.intake = intake;
        this.work = work;
        this.cases = cases;
        this.exhibits = exhibits;
        this.deadlines = deadlines;
        this.reporter = reporter;
        this.identity = identity;
        this.clock = clock;
    }

    @Schema(name = "ReportTaken", description = "What becomes of a report.")
    record Taken(
            @Schema(description = "受理号: ask after it as often as you like.", examples = "261123-483729-105538-4")
            String caseNumber,

            @Schema(description = "Whether it was taken before, by the same key.")
            boolean repeated,

            @Schema(description = "Whom to call at once; only of fraud and bombing.", examples = "[\"110\",\"96110\"]")
            List<String> helpLines,

            @Schema(name = "case") Shown about) {}

    @Schema(name = "SmsReport", description = "A message as it came: 号码*内容.")
    record SmsSent(
            @Schema(required = true, description = "Who sent it.", examples = "13700137000")
            String from,

            @Schema(required = true, examples = "17012345678*贷款理财的机器人")
            String text,

            @Schema(description = "The message's id: sent again it is the same report.", examples = "smsc-4711")
            String key) {}

    @Schema(name = "OwnCase", description = "A case, with what one reported oneself.")
    record Own(
            Shown about,
            List<StepShown> timeline,
            List<DeadlineShown> deadlines,
            List<ReportShown> reports,
            List<FileShown> files) {}

    @Schema(name = "OwnCases", description = "One's cases, the last first.")
    record OwnCases(List<Shown> cases) {}

    @Schema(name = "WhoseReport", description = "Who reported; only where the key is not that one's own.")
    record Whose(@Schema(examples = "13700137000") String reporter) {}

    @Schema(name = "ReportWithdrawn", description = "What was removed.")
    record Withdrawn(@Schema(examples = "1") int reports) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUBSCRIBER, Role.OPERATOR, Role.OFFICER})
    @Operation(
            operationId = "report",
            summary = "Reports a call",
            description =
                    "Durable, in evidence and in force when it is answered. With the same key from the same person it is"
                            + " taken once.")
    @APIResponse(responseCode = "201", description = "It is in a case.")
    public Response report(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reporting.class)))
                    byte[] body) {
        Reporting sent = Json.read(body, Reporting.class);
        PhoneNumber by = reporter.number(identity, "reporter", sent.reporter());
        return taken(intake.take(sent.toSent(by, clock.instant())));
    }

    @POST
    @Path("/sms")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "reportBySms",
            summary = "Reports a call by message",
            description = "For the message gateway: 号码*内容, as it came.")
    @APIResponse(responseCode = "201", description = "It is in a case.")
    public Response sms(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SmsSent.class)))
                    byte[] body) {
        SmsSent sent = Json.read(body, SmsSent.class);
        PhoneNumber by = reporter.number(identity, "from", sent.from());
        String text = Numbers.present("text", sent.text(), "a message such as 号码*内容");
        SmsReport read = BadInput.in("text", () -> SmsReport.read(text));
        Instant now = clock.instant();
        return taken(intake.take(BadInput.in(
                "from",
                () -> new Sent(
                        by,
                        read.about(),
                        new CallTime(now, Precision.ABOUT_AN_HOUR),
                        read.said(),
                        Entrance.SMS,
                        Optional.ofNullable(sent.key()),
                        false,
                        now))));
    }

    private Response taken(Receipted receipt) {
        Case about = receipt.about();
        Taken answer = new Taken(
                receipt.number().toString(),
                receipt.isRepeated(),
                about.topic().isUrgent() ? HELP_LINES : List.of(),
                Shown.of(about, deadlines, clock.instant()));
        return Response.status(receipt.isRepeated() ? 200 : 201).entity(answer).build();
    }

    @GET
    @RolesAllowed(Role.SUBSCRIBER)
    @Operation(operationId = "ownCases", summary = "One's own cases")
    public OwnCases own(@QueryParam("limit") String limit) {
        ReporterId me = me();
        List<CaseNumber> numbers = cases.of(me, Limit.read(limit)).stream()
                .map(CaseStore.Filed::number)
                .distinct()
                .toList();
        var found = cases.find(numbers);
        return new OwnCases(numbers.stream()
                .map(found::get)
                .map(one -> Shown.of(one, deadlines, clock.instant()))
                .toList());
    }

    @GET
    @Path("/{caseNumber}")
    @RolesAllowed(Role.SUBSCRIBER)
    @Operation(
            operationId = "ownCase",
            summary = "What became of a report",
            description = "As often as one likes. One's own reports and files; of others only how many there are.")
    public Own one(@PathParam("caseNumber") String written) {
        CaseNumber number = Reporter.caseNumber(written);
        var reports = cases.reports(number, me());
        if (reports.isEmpty()) {
            throw Refused.noSuch("caseNumber");
        }
        Case about = work.find(number).orElseThrow(() -> Refused.noSuch("caseNumber"));
        Set<String> mine = reports.stream().map(one -> one.id()).collect(Collectors.toSet());
        Instant now = clock.instant();
        return new Own(
                Shown.of(about, deadlines, now),
                about.steps().stream()
                        .filter(step -> !(step instanceof Step.Noted))
                        .map(step -> StepShown.of(step, false))
                        .toList(),
                deadlines.of(about).stream()
                        .map(one -> DeadlineShown.of(one, now))
                        .toList(),
                reports.stream().map(one -> ReportShown.of(one, "我")).toList(),
                exhibits.of(number).stream()
                        .filter(file -> mine.contains(file.report()))
                        .map(FileShown::of)
                        .toList());
    }

    @POST
    @Path("/{caseNumber}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUBSCRIBER, Role.OPERATOR})
    @Operation(
            operationId = "withdrawReport",
            summary = "Takes one's reports of a case back",
            description = "They are removed with their files, and count no more from the next call on.")
    public Withdrawn withdraw(
            @PathParam("caseNumber") String written,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Whose.class)))
                    byte[] body) {
        PhoneNumber by = reporter.number(
                identity, "reporter", Json.read(body, Whose.class).reporter());
        int removed = work.withdraw(Reporter.caseNumber(written), reporter.id(by), clock.instant());
        if (removed == 0) {
            throw Refused.noSuch("caseNumber");
        }
        return new Withdrawn(removed);
    }

    private ReporterId me() {
        return reporter.id(reporter.number(identity, "reporter", null));
    }
}
