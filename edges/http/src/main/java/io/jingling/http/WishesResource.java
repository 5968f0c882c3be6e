package io.jingling.http;

import io.jingling.http.RowFile.BadRow;
import io.jingling.platform.Platform;
import io.jingling.platform.Platform.Forbidden;
import io.jingling.platform.Platform.WishChange;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many subscribers' wishes from one file. */
@Path("/v1/wishes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscribers")
class WishesResource {
    private final Platform platform;
    private final RowFile<WishChange> file;

    WishesResource(Platform platform, RowFile<WishChange> file) {
        this.platform = platform;
        this.file = file;
    }

    @POST
    @Blocking
    @Consumes(FileTypes.CSV)
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "importWishes",
            summary = "Changes many subscribers' wishes",
            description = "A CSV file with the header number,category,action (and, if wished, note). Each row changes"
                    + " one wish and leaves the subscriber's others. It is read while it arrives; each ten thousand"
                    + " rows become durable and in force together. Good rows are taken whatever the others are.")
    public Imported take(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = FileTypes.CSV,
                                            schema = @Schema(type = SchemaType.STRING),
                                            example = FileTypes.WISHES_EXAMPLE))
                    InputStream body) {
        return Import.run(file, body, this::change);
    }

    private List<BadRow> change(List<Import.Line<WishChange>> lines) {
        List<Forbidden> forbidden =
                platform.changeWishes(lines.stream().map(Import.Line::row).toList());
        return forbidden.stream()
                .map(one -> row(lines.get(one.index()).number(), BadInput.of("action", one.limit())))
                .toList();
    }

    private static BadRow row(long line, BadInput why) {
        return new BadRow(line, why.field(), why.got(), why.want());
    }
}
