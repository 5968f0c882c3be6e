package io.jingling.http;

import io.jingling.platform.DecisionHistory;
import io.jingling.platform.DecisionHistory.Tally;
import io.jingling.platform.Platform;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How often what was decided. */
@Path("/v1/stats")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
class StatsResource {
    private static final Duration USUAL = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(31);

    private final DecisionHistory history;
    private final Platform platform;
    private final InstantSource clock;

    StatsResource(DecisionHistory history, Platform platform, InstantSource clock) {
        this.history = history;
        this.platform = platform;
        this.clock = clock;
    }

    @Schema(description = "Counts between two times, and what is held in memory now.")
    record Stats(
            String from,
            String to,
            @Schema(examples = "125004") long decided,

            @Schema(examples = "{\"pass\":120000,\"reject\":5004}")
            Map<String, Long> byAction,

            @Schema(examples = "{\"default-pass\":119000}") Map<String, Long> byRule,

            @Schema(description = "Only where something is suspected.", examples = "{\"07\":3100}")
            Map<String, Long> byCategory,

            @Schema(description = "Callers with a standing.")
            int standings,

            @Schema(description = "Subscribers with wishes.")
            int subscribers,

            @Schema(description = "Bytes that both hold in memory.")
            long bytes,

            int policyVersion) {}

    @GET
    @RolesAllowed({Role.OFFICER, Role.OPERATOR, Role.AUDITOR, Role.REGULATOR})
    @Operation(
            operationId = "stats",
            summary = "Counts by action, rule and category",
            description = "At most 31 days at a time.")
    public Stats stats(
            @QueryParam("from") @Parameter(description = "With an offset; a day before to where absent.") String from,
            @QueryParam("to") @Parameter(description = "With an offset; now where absent.") String to) {
        Moment.Span span = Moment.span(from, to, clock.instant(), USUAL, LONGEST);
        List<Tally> tallies = history.tallies(span.from(), span.to());
        Platform.Sizes sizes = platform.sizes();
        return new Stats(
                span.from().toString(),
                span.to().toString(),
                tallies.stream().mapToLong(Tally::count).sum(),
                sums(tallies, Tally::action),
                sums(tallies, Tally::rule),
                sums(tallies, Tally::category),
                sizes.standings(),
                sizes.subscribers(),
                sizes.bytes(),
                platform.policy().version());
    }

    private static Map<String, Long> sums(List<Tally> tallies, Function<Tally, String> by) {
        Map<String, Long> sums = new TreeMap<>();
        for (Tally tally : tallies) {
            if (!by.apply(tally).isEmpty()) {
                sums.merge(by.apply(tally), tally.count(), Long::sum);
            }
        }
        return sums;
    }
}
