package io.jingling.http;

import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Standing;
import io.jingling.http.SubscriberResource.NumberSent;
import io.jingling.platform.Platform;
import io.jingling.platform.StandingStore.Listed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is thought of callers. Numbers come in bodies, never in URLs. */
@Path("/v1/standings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Standings")
class StandingsResource {
    private final Platform platform;
    private final RowFile<Listed> file;
    private final InstantSource clock;

    StandingsResource(Platform platform, RowFile<Listed> file, InstantSource clock) {
        this.platform = platform;
        this.file = file;
        this.clock = clock;
    }

    /** What is thought of a caller now. */
    @Schema(description = "What is thought of a caller.")
    record StandingAnswer(
            @Schema(description = "Masked.", examples = "170****5678")
            String number,

            @Schema(description = "01 to 21, F1, or L1 for verified protected use.", examples = "07")
            String category,

            @Schema(description = "0 to 100; 0 for protected use.", examples = "83")
            int score,

            @Schema(examples = "2026-12-31T16:00:00Z") String expires,

            @Schema(description = "False once it has expired.")
            boolean inForce,

            @Schema(description = "What was counted; empty for protected use.", examples = "calls_per_hour")
            String evidence,

            @Schema(examples = "312") int evidenceValue) {
        static StandingAnswer of(PhoneNumber number, Standing standing, boolean inForce) {
            String expires = standing.expires().toString();
            return switch (standing) {
                case Standing.Suspected s ->
                    new StandingAnswer(
                            number.toString(),
                            s.category().code(),
                            s.score(),
                            expires,
                            inForce,
                            s.evidence().kind().word(),
                            s.evidence().value());
                case Standing.Protected p ->
                    new StandingAnswer(number.toString(), Standing.PROTECTED_CODE, 0, expires, inForce, "", 0);
            };
        }
    }

    @POST
    @Blocking
    @Consumes({FileTypes.CSV, MediaType.APPLICATION_JSON, FileTypes.NDJSON})
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "importStandings",
            summary = "Takes standings",
            description = "A CSV file with the header number,category,score,expires (and, if wished,"
                    + " evidence,evidence_value), a JSON array, or one JSON object a line with the same names. It is"
                    + " read while it arrives; each ten thousand rows become durable and in force together. Good"
                    + " rows are taken whatever the others are. The last row about a number holds.")
    public Imported take(
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = FileTypes.CSV,
                                        schema =
                                                @Schema(
                                                        type =
                                                                org.eclipse.microprofile.openapi.annotations.enums
                                                                        .SchemaType.STRING),
                                        example = FileTypes.STANDINGS_EXAMPLE),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = StandingRow[].class)),
                                @Content(
                                        mediaType = FileTypes.NDJSON,
                                        schema = @Schema(implementation = StandingRow.class))
                            })
                    InputStream body) {
        return Import.run(file, body, lines -> {
            platform.saveStandings(lines.stream().map(Import.Line::row).toList());
            return List.of();
        });
    }

    @Schema(description = "A row of the JSON forms; the CSV columns have the same names.")
    record StandingRow(
            @Schema(required = true, examples = "17012345678")
            String number,

            @Schema(required = true, examples = "07") String category,

            @Schema(description = "0 to 100; not needed for L1.", examples = "83")
            Integer score,

            @Schema(required = true, examples = "2026-12-31T00:00:00+08:00")
            String expires,

            @Schema(description = "listed where absent", examples = "calls_per_hour")
            String evidence,

            @Schema(examples = "312") Integer evidence_value) {}

    @POST
    @NonBlocking
    @Path("/lookup")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPERATOR, Role.OFFICER, Role.AUDITOR})
    @Operation(operationId = "lookUpStanding", summary = "What is thought of a number")
    public StandingAnswer lookup(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NumberSent.class)))
                    byte[] body) {
        PhoneNumber number =
                Numbers.read("number", Json.read(body, NumberSent.class).number());
        Standing standing = platform.standingOf(number).orElseThrow(() -> Refused.noStanding());
        return StandingAnswer.of(number, standing, standing.expires().isAfter(clock.instant()));
    }

    @POST
    @Blocking
    @Path("/remove")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPERATOR, Role.OFFICER})
    @Operation(
            operationId = "removeStanding",
            summary = "Forgets what is thought of a number",
            description = "In force with the next call. Nothing happens where there was none.")
    @APIResponse(responseCode = "204", description = "There is none now.")
    public void remove(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NumberSent.class)))
                    byte[] body) {
        platform.removeStanding(
                Numbers.read("number", Json.read(body, NumberSent.class).number()));
    }
}
