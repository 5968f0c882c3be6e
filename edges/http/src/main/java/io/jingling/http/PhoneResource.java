package io.jingling.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Category;
import io.jingling.domain.Decision;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.Platform;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a telephone asks as it rings: the answer has the fields of Android's {@code CallScreeningService.CallResponse}. */
@Path("/v1/phone/screen")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
class PhoneResource {
    private final Platform platform;
    private final Reporter owner;
    private final SecurityIdentity identity;
    private final InstantSource clock;

    PhoneResource(Platform platform, Reporter owner, SecurityIdentity identity, InstantSource clock) {
        this.platform = platform;
        this.owner = owner;
        this.identity = identity;
        this.clock = clock;
    }

    @Schema(name = "RingingCall", description = "A call that rings at the owner of the key.")
    record Ringing(
            @Schema(
                    required = true,
                    description = "As Android's Call.Details has it; empty: hidden.",
                    examples = "tel:+8617012345678")
            String caller) {}

    @Schema(name = "PhoneAnswer", description = "What the telephone should do, and what to send for one tap.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PhoneAnswer(
            @Schema(description = "setDisallowCall.") boolean disallowCall,
            @Schema(description = "setRejectCall.") boolean rejectCall,
            @Schema(description = "setSilenceCall.") boolean silenceCall,

            @Schema(description = "setSkipCallLog: never, so that one can report it.", examples = "false")
            boolean skipCallLog,

            @Schema(description = "setSkipNotification.") boolean skipNotification,

            @Schema(description = "What to show; absent where nothing is suspected.", examples = "疑似贷款理财")
            String label,

            @Schema(description = "One sentence why.", examples = "拒接:您对该类来电的意愿")
            String why,

            OneTap report) {}

    @Schema(name = "OneTap", description = "The body for POST /v1/reports: send it as it is.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OneTap(String number, String at, String precision, String category, String entrance, String key) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.SUBSCRIBER)
    @Operation(
            operationId = "screenAtPhone",
            summary = "What a telephone should do with a call that rings",
            description =
                    "Nothing is remembered of it: the network's own decision is on record. Where no answer comes within"
                            + " Android's five seconds the telephone lets it ring.")
    public PhoneAnswer screen(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Ringing.class)))
                    byte[] body) {
        String sent = Numbers.present("caller", Json.read(body, Ringing.class).caller());
        String written = sent.startsWith("tel:") ? sent.substring(4) : sent;
        PhoneNumber caller = written.isBlank() ? PhoneNumber.HIDDEN : Numbers.read("caller", written);
        PhoneNumber me = owner.number(identity, "callee", null);
        Instant now = clock.instant();
        Decision decision = platform.rehearse(CallAttempt.of(caller, me, now.toEpochMilli()));
        Action action = decision.action();
        boolean isStopped = action == Action.REJECT || action == Action.CHALLENGE;
        String label = decision.category().map(one -> "疑似" + one.chinese()).orElse(null);
        return new PhoneAnswer(
                isStopped,
                isStopped,
                action == Action.SILENT,
                false,
                isStopped,
                action == Action.PASS ? null : label,
                decision.reasons().stream()
                        .findFirst()
                        .map(reason -> reason.chinese())
                        .orElse(null),
                new OneTap(
                        caller.isKnown() ? written : "未显示",
                        now.toString(),
                        "second",
                        decision.category().map(Category::code).orElse(null),
                        "android",
                        "android-" + now.toEpochMilli()));
    }
}
