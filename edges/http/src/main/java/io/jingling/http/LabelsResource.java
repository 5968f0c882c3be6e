package io.jingling.http;

import io.jingling.domain.Label;
import io.jingling.platform.LabelStore;
import io.jingling.platform.LabelStore.Appended;
import io.jingling.platform.Watch;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people say of numbers and calls, to learn from. */
@Path("/v1/labels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Labels")
class LabelsResource {
    private final LabelStore store;
    private final RowFile<Label> file;
    private final Watch watch;

    LabelsResource(LabelStore store, RowFile<Label> file, Watch watch) {
        this.store = store;
        this.file = file;
        this.watch = watch;
    }

    @Schema(description = "What became of a file's labels.")
    record LabelsImported(
            @Schema(description = "Kept, or known from before.", examples = "2000")
            long accepted,

            @Schema(description = "Of those, how many were new.", examples = "1990")
            long added,

            @Schema(description = "Of those, how many were there already.", examples = "10")
            long known,

            @Schema(examples = "1") long rejected,

            @Schema(description = "The first ten thousand that were rejected.")
            List<RowFile.BadRow> rejects) {}

    @Schema(description = "A row of the JSON forms; the CSV columns have the same names. One of number and call_id.")
    record LabelRow(
            @Schema(examples = "17012345678") String number,
            @Schema(examples = "sip-4711") String call_id,

            @Schema(
                    required = true,
                    description = "harassment, legit_trade, benign or withdrawn.",
                    examples = "harassment")
            String claim,

            @Schema(description = "01 to 21 or F1.", examples = "07")
            String category,

            @Schema(description = "reporter, officer, imported or weak; imported where absent.", examples = "reporter")
            String source,

            @Schema(
                    description = "An opaque id of who says it, never a number; a reporter has one.",
                    examples = "b7f2c1e0")
            String who,

            @Schema(required = true, examples = "2026-11-23T09:30:00+08:00")
            String at) {}

    @POST
    @Blocking
    @Consumes({FileTypes.CSV, MediaType.APPLICATION_JSON, FileTypes.NDJSON})
    @RolesAllowed({Role.OPERATOR, Role.OFFICER})
    @Operation(
            operationId = "importLabels",
            summary = "Takes labels",
            description = "A CSV file with the header number,call_id,claim,category,source,who,at, a JSON array, or one"
                    + " JSON object a line with the same names. The same label again changes nothing. Good rows are"
                    + " taken whatever the others are.")
    public LabelsImported take(
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = FileTypes.CSV,
                                        schema = @Schema(type = SchemaType.STRING),
                                        example = FileTypes.LABELS_EXAMPLE),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = LabelRow[].class)),
                                @Content(
                                        mediaType = FileTypes.NDJSON,
                                        schema = @Schema(implementation = LabelRow.class))
                            })
                    InputStream body) {
        AtomicLong added = new AtomicLong();
        AtomicLong known = new AtomicLong();
        Imported imported = Import.run(file, body, lines -> {
            List<Label> labels = lines.stream().map(Import.Line::row).toList();
            Appended appended = store.append(labels);
            if (appended.added() > 0) {
                watch.feedback().labelled(labels);
            }
            added.addAndGet(appended.added());
            known.addAndGet(appended.known());
            return List.of();
        });
        return new LabelsImported(
                imported.accepted(), added.get(), known.get(), imported.rejected(), imported.rejects());
    }
}
