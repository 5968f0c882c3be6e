package io.jingling.http;

import io.jingling.http.ReviewAnswer.MadeShown;
import io.jingling.http.ReviewAnswer.NamingShown;
import io.jingling.platform.ApiKey;
import io.jingling.platform.ReviewPrinter;
import io.jingling.platform.ReviewPrinter.Format;
import io.jingling.platform.Statistics;
import io.jingling.platform.StatisticsStore.Made;
import io.jingling.statistics.Naming;
import io.jingling.statistics.Period;
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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Reports of a month or a quarter, with all that is needed to recompute them. */
@Path("/v1/statistics")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statistics")
class StatisticsResource {
    private static final String PERIOD = "Such as 2026Q3 or 2026-09.";

    private final Statistics statistics;
    private final ReviewPrinter printer;
    private final SecurityIdentity identity;
    private final InstantSource clock;

    StatisticsResource(Statistics statistics, ReviewPrinter printer, SecurityIdentity identity, InstantSource clock) {
        this.statistics = statistics;
        this.printer = printer;
        this.identity = identity;
        this.clock = clock;
    }

    @Schema(name = "MadeReports", description = "The last made first.")
    record AllMade(List<MadeShown> reports) {}

    @Schema(name = "Namings", description = "The last proposed first.")
    record Namings(List<NamingShown> namings) {}

    @Schema(name = "NamingSent", description = "A company that a report is to name.")
    record NamingSent(
            @Schema(required = true, description = "As reports have it in brand.", examples = "演示某公司")
            String company,

            @Schema(required = true, description = PERIOD, examples = "2026Q3")
            String period) {}

    @Schema(name = "NamingStepSent")
    record NamingStepSent(
            @Schema(required = true, description = "notified, replied, signed or dropped.", examples = "notified")
            String step,

            @Schema(description = "How it was told, what it answered, why; empty only where signed.", examples = "挂号信")
            String text) {
        Naming.Step toStep(String by, Instant at) {
            return new Naming.Step(Naming.Act.of(step == null ? "" : step), at, by, text == null ? "" : text);
        }
    }

    @GET
    @RolesAllowed({Role.OFFICER, Role.OPERATOR, Role.AUDITOR, Role.REGULATOR})
    @Operation(operationId = "statistics", summary = "The report of a month or a quarter")
    public ReviewAnswer review(@QueryParam("period") @Parameter(description = PERIOD) String period) {
        return ReviewAnswer.of(statistics.review(begun(period), clock.instant()));
    }

    @GET
    @Path("/file")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({Role.OFFICER, Role.OPERATOR, Role.AUDITOR, Role.REGULATOR})
    @Operation(
            operationId = "statisticsFile",
            summary = "The same as a file",
            description = "With the name of the key that asked for it and the time on it.")
    public Response file(
            @QueryParam("period") @Parameter(description = PERIOD) String period,
            @QueryParam("format") @Parameter(description = "html, pdf, xlsx, csv or png.") String format) {
        Format as = BadInput.in("format", () -> Format.of(format == null ? "" : format));
        Instant now = clock.instant();
        Period of = begun(period);
        byte[] bytes = printer.print(statistics.review(of, now), as, key().name(), now);
        return attached(bytes, as.type(), of.word() + "." + as.word());
    }

    @GET
    @Path("/open")
    @Produces("text/csv")
    @RolesAllowed({Role.OFFICER, Role.OPERATOR, Role.AUDITOR, Role.REGULATOR})
    @Operation(
            operationId = "openData",
            summary = "What everybody may have: complaints by day and class, small counts hidden",
            description = "Of a period that is over, a month as it was made first. No count below 5 is told, or can be"
                    + " worked out from totals, other periods or an earlier answer.")
    public Response open(@QueryParam("period") @Parameter(description = PERIOD) String period) {
        Period of = read(period);
        String csv = BadInput.in("period", () -> statistics.openData(of, clock.instant()));
        return attached(csv.getBytes(StandardCharsets.UTF_8), Format.CSV.type(), "open-" + of.word() + ".csv");
    }

    @GET
    @Path("/made")
    @RolesAllowed({Role.OFFICER, Role.OPERATOR, Role.AUDITOR, Role.REGULATOR})
    @Operation(operationId = "madeReports", summary = "Reports that were made when their period was over")
    public AllMade made(@QueryParam("limit") @Parameter(description = "1 to 1000; 100 where absent.") String limit) {
        return new AllMade(
                statistics.made(Limit.read(limit)).stream().map(MadeShown::of).toList());
    }

    @GET
    @Path("/made/{period}")
    @Produces("text/csv")
    @RolesAllowed({Role.OFFICER, Role.OPERATOR, Role.AUDITOR, Role.REGULATOR})
    @Operation(operationId = "madeReport", summary = "The figures of one of them, as they were then")
    public Response madeOne(@PathParam("period") String period) {
        Made made = statistics.made(read(period)).orElseThrow(() -> Refused.noSuch("period"));
        return attached(
                made.csv().getBytes(StandardCharsets.UTF_8),
                Format.CSV.type(),
                made.period().word() + ".csv");
    }

    @GET
    @Path("/namings")
    @RolesAllowed({Role.OFFICER, Role.OPERATOR, Role.AUDITOR, Role.REGULATOR})
    @Operation(operationId = "namings", summary = "Companies on their way to being named")
    public Namings namings(@QueryParam("limit") @Parameter(description = "1 to 1000; 100 where absent.") String limit) {
        return new Namings(statistics.namings(Limit.read(limit)).stream()
                .map(NamingShown::of)
                .toList());
    }

    @POST
    @Path("/namings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OFFICER, Role.OPERATOR})
    @ResponseStatus(201)
    @Operation(
            operationId = "proposeNaming",
            summary = "Proposes that a report names a company",
            description =
                    "At least 20 different people must have named it in reports of the period, which must be over.")
    public NamingShown propose(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NamingSent.class)))
                    byte[] body) {
        NamingSent sent = Json.read(body, NamingSent.class);
        Period period = read(sent.period());
        String company = sent.company() == null ? "" : sent.company();
        return NamingShown.of(BadInput.named(
                () -> statistics.propose(UUID.randomUUID(), company, period, key().id(), clock.instant())));
    }

    @POST
    @Path("/namings/{id}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OFFICER, Role.OPERATOR})
    @Operation(
            operationId = "takeNamingStep",
            summary = "Notice, reply, signature, or dropping it",
            description = "It is named after notice, a reply or 15 days, and the signatures of two different keys.")
    @APIResponse(responseCode = "409", description = "Not now, or not by this key; the answer says what is wanted.")
    public NamingShown step(
            @PathParam("id") String id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NamingStepSent.class)))
                    byte[] body) {
        NamingStepSent sent = Json.read(body, NamingStepSent.class);
        Naming.Step step = BadInput.in("step", () -> sent.toStep(key().id(), clock.instant()));
        try {
            return NamingShown.of(statistics.take(uuid(id), step).orElseThrow(() -> Refused.noSuch("id")));
        } catch (IllegalArgumentException early) {
            throw Refused.notInThisStage(early);
        }
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw Refused.noSuch("id");
        }
    }

    private static Period read(String period) {
        return BadInput.in("period", () -> Period.parse(period == null ? "" : period));
    }

    private Period begun(String period) {
        Period of = read(period);
        if (clock.instant().isBefore(of.start())) {
            throw new BadInput("period", "one that has not begun", "one that has");
        }
        return of;
    }

    private static Response attached(byte[] bytes, String type, String name) {
        return Response.ok(bytes)
                .type(type)
                .header("Content-Disposition", "attachment; filename=\"jingling-" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private ApiKey key() {
        return identity.getAttribute(Bearer.KEY);
    }
}
