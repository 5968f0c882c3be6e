package io.jingling.http;

import io.jingling.domain.CallRecord;
import io.jingling.platform.CallRecordStore;
import io.jingling.platform.CallRecordStore.Appended;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Records of calls that have happened. */
@Path("/v1/calls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Call records")
class CallsResource {
    private static final String USUAL_SOURCE = "http";
    private static final int SOURCE_MAX = 100;

    private final CallRecordStore store;
    private final RowFile<CallRecord> file;

    CallsResource(CallRecordStore store, RowFile<CallRecord> file) {
        this.store = store;
        this.file = file;
    }

    @Schema(description = "What became of a file's records.")
    record CallsImported(
            @Schema(description = "Kept, or known from before.", examples = "2000")
            long accepted,

            @Schema(description = "Of those, how many were new.", examples = "1990")
            long added,

            @Schema(description = "Of those, how many were there already.", examples = "10")
            long known,

            @Schema(examples = "1") long rejected,

            @Schema(description = "The first hundred that were rejected.")
            List<RowFile.BadRow> rejects) {}

    @POST
    @Blocking
    @Consumes(FileTypes.CSV)
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "importCalls",
            summary = "Takes records of calls",
            description = "The generic CSV form: a header, columns in any order, unknown ones ignored. Sending the"
                    + " same records of the same source again changes nothing. Good rows are taken whatever the"
                    + " others are.")
    public CallsImported take(
            @QueryParam("source") @Parameter(description = "Where they come from, such as a switch; http where absent.")
                    String source,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = FileTypes.CSV,
                                            schema = @Schema(type = SchemaType.STRING),
                                            example = FileTypes.CALLS_EXAMPLE))
                    InputStream body) {
        String from = source == null ? USUAL_SOURCE : source;
        if (from.isBlank() || from.length() > SOURCE_MAX) {
            throw new BadInput("source", from.length() + " characters", "1 to " + SOURCE_MAX);
        }
        AtomicLong added = new AtomicLong();
        AtomicLong known = new AtomicLong();
        Imported imported = Import.run(file, body, lines -> {
            Appended appended =
                    store.append(from, lines.stream().map(Import.Line::row).toList());
            added.addAndGet(appended.added());
            known.addAndGet(appended.known());
            return List.of();
        });
        return new CallsImported(
                imported.accepted(), added.get(), known.get(), imported.rejected(), imported.rejects());
    }
}
