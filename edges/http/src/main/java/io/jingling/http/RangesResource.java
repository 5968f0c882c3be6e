package io.jingling.http;

import io.jingling.domain.Category;
import io.jingling.domain.NumberRange;
import io.jingling.domain.RangeRule;
import io.jingling.platform.Ranges;
import io.jingling.platform.Ranges.Outcome;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rules on ranges of numbers: looked at, put in force, removed. A range holds no whole number, so it may be in a URL. */
@Path("/v1/ranges")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ranges")
class RangesResource {
    private final Ranges ranges;
    private final InstantSource clock;

    RangesResource(Ranges ranges, InstantSource clock) {
        this.ranges = ranges;
        this.clock = clock;
    }

    @Schema(description = "A rule on a range of numbers.")
    record RuleSent(
            @Schema(
                    required = true,
                    description = "Known digits and a * for each of 1 to 8 free ones.",
                    examples = "1650023****")
            String range,

            @Schema(required = true, description = "01, 02, 04 to 21 or F1.", examples = "07")
            String category,

            @Schema(required = true, description = "How sure, were it one number: 0 to 100.", examples = "95")
            Integer score,

            @Schema(
                    required = true,
                    description = "From then on it says nothing; at most 366 days from now.",
                    examples = "2026-12-31T00:00:00+08:00")
            String expires) {
        RangeRule toRule() {
            NumberRange read = BadInput.in("range", () -> NumberRange.parse(present("range", range, "1650023****")));
            Category about = BadInput.in("category", () -> Category.of(present("category", category, "07")));
            if (score == null) {
                throw new BadInput("score", "nothing", "0 to 100");
            }
            Instant end = Moment.read("expires", present("expires", expires, "2026-12-31T00:00:00+08:00"));
            return named(() -> new RangeRule(read, about, score, end));
        }

        private static String present(String field, String text, String example) {
            if (text == null) {
                throw new BadInput(field, "nothing", "a text such as " + example);
            }
            return text;
        }
    }

    @Schema(description = "A rule on a range of numbers, and what it may do.")
    record RuleAnswer(
            @Schema(examples = "1650023****") String range,

            @Schema(description = "How many numbers are in it.", examples = "10000")
            long numbers,

            @Schema(examples = "07") String category,
            @Schema(examples = "95") int score,

            @Schema(
                    description = "The score that counts for each of its numbers: 5 less for each of the first two free"
                            + " digits, 15 less for each further one.",
                    examples = "55")
            int weight,

            @Schema(
                    description =
                            "The most it may do: reject for all; wishes (these act; the default ones refuse fraud and"
                                    + " label the rest); label; nothing.",
                    examples = "wishes")
            String reach,

            @Schema(examples = "2026-12-30T16:00:00Z") String expires,

            @Schema(description = "False once it has expired.")
            boolean inForce) {}

    @Schema(description = "All rules, expired or not, in the order of their digits.")
    record Rules(List<RuleAnswer> rules) {}

    @GET
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "ranges",
            summary = "All rules on ranges of numbers",
            description = "For the operator alone: beside a masked number the known digits would fill its gap.")
    public Rules all() {
        return new Rules(ranges.all().stream().map(this::answer).toList());
    }

    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "previewRange",
            summary = "What a rule would have changed in the last 7 days",
            description =
                    "Counted from the stored records, by the lists, wishes and policy of now; models are not asked."
                            + " The first time it is asked for it begins to be worked out: ask again until its state is done.")
    public RangePreviewAnswer preview(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RuleSent.class)))
                    byte[] body) {
        RangeRule rule = Json.read(body, RuleSent.class).toRule();
        return RangePreviewAnswer.of(named(() -> ranges.preview(rule, clock.instant())));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "putRange",
            summary = "Puts a rule in force",
            description = "In place of the one on the same range, and only after its preview was made in the last hour,"
                    + " unless force is true. Durable and in force when it is answered.")
    @APIResponse(responseCode = "409", description = "There is no preview.")
    public RuleAnswer put(
            @QueryParam("force") @Parameter(description = "true: also without a preview.") String force,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RuleSent.class)))
                    byte[] body) {
        if (force != null && !force.equals("true") && !force.equals("false")) {
            throw new BadInput("force", "something else", "true or false");
        }
        RangeRule rule = Json.read(body, RuleSent.class).toRule();
        return switch (named(() -> ranges.put(rule, "true".equals(force), clock.instant()))) {
            case Outcome.Done(RangeRule done) -> answer(done);
            case Outcome.NotLookedAt none -> throw Refused.noRangePreview();
        };
    }

    @DELETE
    @Path("/{range}")
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "removeRange", summary = "Takes a rule out of force with the next call")
    @APIResponse(responseCode = "204", description = "There is none now.")
    @APIResponse(responseCode = "404", description = "There was none on this range.")
    public void remove(@PathParam("range") @Parameter(example = "1650023****") String range) {
        if (!ranges.remove(BadInput.in("range", () -> NumberRange.parse(range)))) {
            throw Refused.noRange();
        }
    }

    private RuleAnswer answer(RangeRule rule) {
        return new RuleAnswer(
                rule.range().toString(),
                rule.range().numbers(),
                rule.category().code(),
                rule.score(),
                rule.weight(),
                ranges.reach(rule).name().toLowerCase(Locale.ROOT),
                rule.expires().toString(),
                rule.isInForce(clock.instant()));
    }

    /** The core names the field first: {@code expires: got …, want …}. */
    private static <T> T named(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException refused) {
            throw BadInput.of(String.valueOf(refused.getMessage()).replaceFirst(":.*", ""), refused);
        }
    }
}
