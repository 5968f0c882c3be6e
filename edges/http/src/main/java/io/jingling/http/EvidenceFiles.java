package io.jingling.http;

import io.jingling.evidence.EvidenceLog;
import io.jingling.evidence.Tile;
import io.jingling.platform.EvidenceKeeper;
import io.jingling.platform.Vouchers;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The evidence log's files for whoever wants to check it (C2SP tlog-tiles): open without a key, as nobody can tell from them
 * what was committed to.
 */
@Path("/evidence")
@Blocking
@PermitAll
@Tag(name = "Evidence")
class EvidenceFiles {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final EvidenceKeeper keeper;
    private final Vouchers vouchers;

    EvidenceFiles(EvidenceKeeper keeper, Vouchers vouchers) {
        this.keeper = keeper;
        this.vouchers = vouchers;
    }

    @GET
    @Path("checkpoint")
    @Operation(
            operationId = "evidenceCheckpoint",
            summary = "The evidence log's newest checkpoint",
            description = "A signed note (C2SP tlog-checkpoint): name, size, root. Open without a key.")
    @APIResponse(responseCode = "200", description = "The note.")
    public Response checkpoint() {
        return changing(keeper.log().checkpoint().note().bytes());
    }

    @GET
    @Path("cosigned")
    @Operation(
            operationId = "evidenceCosigned",
            summary = "The newest checkpoint that witnesses cosigned",
            description = "The same, with cosignatures (C2SP tlog-cosignature) below. Open without a key.")
    @APIResponse(responseCode = "200", description = "The note.")
    @APIResponse(responseCode = "404", description = "No witness has cosigned any yet.")
    public Response cosigned() {
        return changing(
                vouchers.cosigned().orElseThrow(NotFoundException::new).note().bytes());
    }

    @GET
    @Path("stamps")
    @Operation(
            operationId = "evidenceStamps",
            summary = "The names of all timestamps of checkpoints",
            description = "A name a line, oldest first: SIZE.checkpoint, and SIZE.AUTHORITY.tsr over that file. Open"
                    + " without a key.")
    @APIResponse(responseCode = "200", description = "The names.")
    public Response stamps() {
        String lines = vouchers.stamps().stream().map(name -> name + "\n").collect(Collectors.joining());
        return changing(lines.getBytes(StandardCharsets.UTF_8));
    }

    @GET
    @Path("stamps/{name}")
    @Operation(
            operationId = "evidenceStamp",
            summary = "A stamped checkpoint, or its timestamp",
            description = "A note, or a TimeStampResp (RFC 3161) over it. Open without a key.")
    @APIResponse(responseCode = "200", description = "Its bytes; they never change.")
    @APIResponse(responseCode = "404", description = "There is none of that name.")
    public Response stamp(@PathParam("name") String name) {
        return Response.ok(vouchers.stamp(name).orElseThrow(NotFoundException::new), MediaType.APPLICATION_OCTET_STREAM)
                .header("Cache-Control", FOR_EVER)
                .build();
    }

    private static Response changing(byte[] text) {
        return Response.ok(text, MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                .header("Cache-Control", "no-cache")
                .build();
    }

    @GET
    @Path("tile/{path:.+}")
    @Operation(
            operationId = "evidenceTile",
            summary = "A tile of the evidence log",
            description = "C2SP tlog-tiles: L/N, L/N.p/W, entries/N, entries/N.p/W. Open without a key.")
    @APIResponse(responseCode = "200", description = "Its bytes; they never change.")
    @APIResponse(responseCode = "404", description = "The log has no such tile yet, or never.")
    public Response tile(@PathParam("path") String path) {
        EvidenceLog log = keeper.log();
        return Response.ok(log.read(tile(log, "tile/" + path)), MediaType.APPLICATION_OCTET_STREAM)
                .header("Cache-Control", FOR_EVER)
                .build();
    }

    /** One that the published tree has, whole or in part. */
    private static Tile tile(EvidenceLog log, String path) {
        try {
            Tile tile = Tile.of(path);
            long size = log.checkpoint().head().size();
            if (tile.width() <= Tile.in(size, tile.level(), tile.index()).width()) {
                return tile;
            }
        } catch (IllegalArgumentException none) {
            throw new NotFoundException(none);
        }
        throw new NotFoundException();
    }
}
