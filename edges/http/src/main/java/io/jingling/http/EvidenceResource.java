package io.jingling.http;

import io.jingling.domain.Masking;
import io.jingling.evidence.Commitment;
import io.jingling.evidence.Entry;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.Hash;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.platform.EvidenceKeeper;
import io.jingling.platform.Vouchers;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Entries of the evidence log: put in, proved, opened. */
@Path("/v1/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence")
class EvidenceResource {
    /** What people file; the others the platform states itself. */
    private static final Set<EntryKind> FILED = EnumSet.of(
            EntryKind.APPEAL,
            EntryKind.FILE,
            EntryKind.CANARY_PLAN,
            EntryKind.MARK_PLAN,
            EntryKind.FINDING,
            EntryKind.CUSTODY);

    private final EvidenceKeeper keeper;
    private final Vouchers vouchers;
    private final ReleaseDesk desk;
    private final SecurityIdentity identity;

    EvidenceResource(EvidenceKeeper keeper, Vouchers vouchers, ReleaseDesk desk, SecurityIdentity identity) {
        this.keeper = keeper;
        this.vouchers = vouchers;
        this.desk = desk;
        this.identity = identity;
    }

    @Schema(description = "An entry that is wished: one of commitment and content.")
    record EntrySent(
            @Schema(
                    required = true,
                    description = "file, appeal, canary_plan, mark_plan, finding or custody.",
                    examples = "file")
            String kind,

            @Schema(description = "32 bytes, Base64, made by the sender, who alone can open it.")
            String commitment,

            @Schema(description = "Base64; it is kept sealed, and the answer has the salt.", examples = "ZXhhbXBsZQ==")
            String content) {}

    @Schema(description = "By whose word the entry may be opened.")
    record ReleaseSent(
            @Schema(required = true, description = "A release of this entry, from /v1/releases.")
            String release) {}

    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @ResponseStatus(201)
    @Operation(
            operationId = "appendEvidence",
            summary = "Puts an entry into the evidence log",
            description = "It is durable when it is answered. Only a salted commitment goes into the log.")
    public Uni<ReceiptAnswer> append(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EntrySent.class)))
                    byte[] body) {
        EntrySent sent = Json.read(body, EntrySent.class);
        EntryKind kind = kind(sent.kind());
        if ((sent.commitment() == null) == (sent.content() == null)) {
            throw new BadInput(
                    "commitment", sent.content() == null ? "nothing" : "one beside a content", "one of both");
        }
        if (sent.content() != null) {
            byte[] content = base64("content", sent.content());
            return Uni.createFrom()
                    .completionStage(() -> keeper.file(kind, content))
                    .map(filed -> ReceiptAnswer.of(filed.receipt(), filed.opening()));
        }
        Hash hash = BadInput.in("commitment", () -> new Hash(base64("commitment", sent.commitment())));
        Entry entry = new Entry(kind, new Commitment(hash));
        return Uni.createFrom().completionStage(() -> keeper.append(entry)).map(ReceiptAnswer::of);
    }

    private static EntryKind kind(String sent) {
        String word = sent == null ? "" : sent;
        return FILED.stream()
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "kind",
                        '"' + Masking.clip(word) + '"',
                        "one of " + FILED.stream().map(EntryKind::word).toList()));
    }

    private static byte[] base64(String field, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException other) {
            throw new BadInput(field, "something else", "Base64 (RFC 4648 §4)");
        }
    }

    @GET
    @Path("/{id}/proof")
    @Blocking
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed({Role.OPERATOR, Role.OFFICER, Role.AUDITOR, Role.REGULATOR})
    @Operation(
            operationId = "proveEvidence",
            summary = "That an entry is in the evidence log",
            description = "A .tlog-proof (C2SP tlog-proof); it needs nothing else. Under the newest checkpoint that"
                    + " witnesses cosigned, where that covers the entry; else under the newest.")
    @APIResponse(responseCode = "404", description = "The log has no such entry.")
    public byte[] proof(@PathParam("id") @Parameter(description = "The entry's index, from 0.") String id) {
        long index = index(id);
        SignedCheckpoint under = vouchers.cosigned()
                .filter(cosigned -> index < cosigned.head().size())
                .orElseGet(keeper.log()::checkpoint);
        return keeper.log().proof(index, under).bytes();
    }

    @POST
    @Path("/{id}/opening")
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPERATOR, Role.OFFICER})
    @Operation(
            operationId = "openEvidence",
            summary = "What an entry commits to",
            description =
                    "With full numbers, for the one who asked for this entry and after another person released it; that it is"
                            + " read is in evidence before it is shown.")
    @APIResponse(responseCode = "404", description = "Nothing is kept of such an entry.")
    public OpeningAnswer open(
            @PathParam("id") @Parameter(description = "The entry's index, from 0.") String id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReleaseSent.class)))
                    byte[] body) {
        String release = Json.read(body, ReleaseSent.class).release();
        long index = index(id);
        EvidenceKeeper.Opened opened = keeper.open(index).orElseThrow(() -> Refused.noSuch("id"));
        desk.open(release, index, identity.getAttribute(Bearer.KEY));
        return OpeningAnswer.of(index, opened);
    }

    /** Of an entry that the published log has. */
    private long index(String id) {
        try {
            long index = Long.parseLong(id);
            if (index >= 0 && index < keeper.log().checkpoint().head().size()) {
                return index;
            }
        } catch (NumberFormatException none) {
            throw Refused.noSuch("id");
        }
        throw Refused.noSuch("id");
    }
}
