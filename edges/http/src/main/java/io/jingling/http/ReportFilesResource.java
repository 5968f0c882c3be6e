package io.jingling.http;

import io.jingling.complaints.Exhibit;
import io.jingling.complaints.FileCheck;
import io.jingling.domain.PhoneNumber;
import io.jingling.http.CaseAnswer.FileShown;
import io.jingling.platform.Exhibits;
import io.jingling.platform.Intake;
import io.jingling.platform.Intake.Receipted;
import io.jingling.platform.Intake.Sent;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files with reports: evidence that belongs to one, and call centres' lists of many. */
@Path("/v1/reports")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
class ReportFilesResource {
    /** So many are in memory at a time, each of at most {@link FileCheck#BYTES_MAX}. */
    static final int AT_ONCE = 4;

    private static final Semaphore PLACES = new Semaphore(AT_ONCE);
    private static final int IN_ONE_GO = 500;

    private final Exhibits exhibits;
    private final Intake intake;
    private final RowFile<Sent> file;
    private final Reporter reporter;
    private final SecurityIdentity identity;
    private final InstantSource clock;

    ReportFilesResource(
            Exhibits exhibits,
            Intake intake,
            RowFile<Sent> file,
            Reporter reporter,
            SecurityIdentity identity,
            InstantSource clock) {
        this.exhibits = exhibits;
        this.intake = intake;
        this.file = file;
        this.reporter = reporter;
        this.identity = identity;
        this.clock = clock;
    }

    @Schema(name = "ReportsImported", description = "What became of a file's reports.")
    record ReportsImported(
            @Schema(description = "Taken, or known from before.", examples = "2000")
            long accepted,

            @Schema(examples = "1990") long added,
            @Schema(examples = "10") long known,
            @Schema(examples = "1") long rejected,

            @Schema(description = "The first ten thousand that were rejected.")
            List<RowFile.BadRow> rejects) {}

    @POST
    @Path("/{caseNumber}/files")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed(Role.SUBSCRIBER)
    @Operation(
            operationId = "addFile",
            summary = "Adds a file to one's report",
            description =
                    "A picture, recording, film, PDF or text of at most 20 MiB; told by its content, whatever it is"
                            + " called. Archives, programs, pages and files that are two things at once are refused.")
    @APIResponse(responseCode = "201", description = "It is durable, and in evidence.")
    @APIResponse(responseCode = "413", description = "It is too large; nothing of it is kept.")
    public Response add(
            @PathParam("caseNumber") String written,
            @QueryParam("name") @Parameter(description = "For people only.", example = "通话记录.png") String name,
            @HeaderParam("Content-Length") @Parameter(hidden = true) String length,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream body) {
        PhoneNumber me = reporter.number(identity, "reporter", null);
        if (!PLACES.tryAcquire()) {
            throw Refused.busy("files", AT_ONCE);
        }
        try {
            byte[] content = content(length, body);
            Exhibit added = BadInput.in(
                            "file",
                            () -> exhibits.add(
                                    Reporter.caseNumber(written),
                                    reporter.id(me),
                                    name == null ? "" : name,
                                    content,
                                    clock.instant()))
                    .orElseThrow(() -> Refused.noSuch("caseNumber"));
            return Response.status(201).entity(FileShown.of(added)).build();
        } finally {
            PLACES.release();
        }
    }

    /** Of what is too long not more is read than shows it. */
    private static byte[] content(String length, InputStream body) {
        if (length != null && length.length() > 9 || length != null && Long.parseLong(length) > FileCheck.BYTES_MAX) {
            throw Refused.tooLarge(FileCheck.BYTES_MAX);
        }
        try {
            byte[] content = body.readNBytes(FileCheck.BYTES_MAX + 1);
            if (content.length > FileCheck.BYTES_MAX) {
                throw Refused.tooLarge(FileCheck.BYTES_MAX);
            }
            return content;
        } catch (IOException gone) {
            throw new ImportBroken(Problem.of(400, "broken-off", "Broken off", "the sender broke off"), 0, 0);
        }
    }

    @POST
    @Path("/import")
    @Consumes(FileTypes.CSV)
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "importReports",
            summary = "Takes a call centre's reports",
            description =
                    "CSV with the header key,reporter,number,at and more (docs/reference/reports.md). The same key of the"
                            + " same reporter again changes nothing. Good rows are taken whatever the others are.")
    public ReportsImported take(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = FileTypes.CSV,
                                            schema = @Schema(type = SchemaType.STRING),
                                            example = FileTypes.REPORTS_EXAMPLE))
                    InputStream body) {
        AtomicLong known = new AtomicLong();
        Imported imported = Import.run(file, body, lines -> {
            List<Sent> all = lines.stream().map(Import.Line::row).toList();
            for (int from = 0; from < all.size(); from += IN_ONE_GO) {
                known.addAndGet(intake.takeAll(all.subList(from, Math.min(all.size(), from + IN_ONE_GO))).stream()
                        .filter(Receipted::isRepeated)
                        .count());
            }
            return List.of();
        });
        return new ReportsImported(
                imported.accepted(),
                imported.accepted() - known.get(),
                known.get(),
                imported.rejected(),
                imported.rejects());
    }
}
