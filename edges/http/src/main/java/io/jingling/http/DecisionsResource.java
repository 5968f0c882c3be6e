package io.jingling.http;

import io.jingling.domain.PhoneNumber;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.DecisionHistory.PastDecision;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Past decisions, for those who must answer for them. */
@Path("/v1/decisions")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
class DecisionsResource {
    private static final Duration USUAL = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final DecisionHistory history;
    private final InstantSource clock;

    DecisionsResource(DecisionHistory history, InstantSource clock) {
        this.history = history;
        this.clock = clock;
    }

    @Schema(description = "Past decisions, newest first.")
    record Decisions(List<DecisionAnswer> decisions) {}

    @Schema(description = "A question about one number.")
    record Why(
            @Schema(required = true, description = "Caller or callee.", examples = "17012345678")
            String number,

            @Schema(description = "With an offset; a day before to where absent.")
            String from,

            @Schema(description = "With an offset; now where absent.")
            String to) {}

    @GET
    @RolesAllowed({Role.OFFICER, Role.OPERATOR, Role.AUDITOR})
    @Operation(
            operationId = "decisions",
            summary = "Decisions between two times",
            description = "Newest first, numbers masked. At most 366 days and 1000 decisions at a time.")
    public Decisions between(
            @QueryParam("from") @Parameter(description = "With an offset; a day before to where absent.") String from,
            @QueryParam("to") @Parameter(description = "With an offset; now where absent.") String to,
            @QueryParam("limit") @Parameter(description = "1 to 1000; 100 where absent.") String limit) {
        Moment.Span span = Moment.span(from, to, clock.instant(), USUAL, LONGEST);
        return new Decisions(DecisionAnswer.all(history.between(span.from(), span.to(), Limit.read(limit))));
    }

    @POST
    @Path("/why")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OFFICER, Role.OPERATOR})
    @Operation(
            operationId = "why",
            summary = "Why was this call …?",
            description = "The decisions about calls from or to a number, newest first, at most a hundred.")
    public Decisions why(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Why.class)))
                    byte[] body) {
        Why asked = Json.read(body, Why.class);
        PhoneNumber number = Numbers.read("number", asked.number());
        Moment.Span span = Moment.span(asked.from(), asked.to(), clock.instant(), USUAL, LONGEST);
        List<PastDecision> found = Stream.concat(
                        history.ofCaller(number, span.from(), span.to(), Limit.USUAL).stream(),
                        history.ofCallee(number, span.from(), span.to(), Limit.USUAL).stream())
                .distinct()
                .sorted(Comparator.comparing(PastDecision::at).reversed())
                .limit(Limit.USUAL)
                .toList();
        return new Decisions(DecisionAnswer.all(found));
    }
}
