package io.jingling.http;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.Decision;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.Platform;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From a document that describes a call to one that tells the decision. From memory: it never waits. */
@Singleton
class Screener {
    /** A call further away in time is rehearsed: it is a question, not a call. */
    static final Duration REAL_WITHIN = Duration.ofMinutes(5);

    private final Platform platform;
    private final InstantSource clock;

    Screener(Platform platform, InstantSource clock) {
        this.platform = platform;
        this.clock = clock;
    }

    @Schema(description = "A call that wants to ring.")
    record Call(
            @Schema(
                    required = true,
                    description = "Who calls, in any national or international form; empty where hidden.",
                    examples = "17012345678")
            String caller,

            @Schema(required = true, description = "Whose telephone would ring.", examples = "+8613700137000")
            String callee,

            @Schema(
                    description = "When, with an offset; now where absent. More than five minutes away from"
                            + " now it is a rehearsal.",
                    examples = "2026-11-23T09:30:00+08:00")
            String at,

            @Schema(
                    description = "What identifies the call, such as its SIP Call-ID: the same when it is asked"
                            + " about again. Only identified calls can have the pass of a second call.",
                    examples = "a84b4c76e66710@pbx")
            String callId,

            @Schema(description = "True: leave no trace. False where absent.")
            Boolean rehearse,

            @Schema(
                    description = "True where the trunk may present emergency and public safety numbers."
                            + " False where absent: such a caller is then labelled as not verified.")
            Boolean publicNumbersEntitled,

            @Schema(
                    description = "The trunk it comes over, named as in the records of its calls. With it a campaign"
                            + " is known at the first call of its next number.",
                    examples = "trunk-7")
            String trunk,

            @Schema(
                    description = "The caller's user agent, as in the records of its calls.",
                    examples = "Asterisk PBX 20")
            String userAgent) {}

    /** The decision, or {@link BadInput}. */
    DecisionAnswer answer(byte[] body) {
        Call sent = Json.read(body, Call.class);
        Instant now = clock.instant();
        Instant at = sent.at() == null ? now : Moment.read("at", sent.at());
        boolean recorded = !Boolean.TRUE.equals(sent.rehearse())
                && Duration.between(at, now).abs().compareTo(REAL_WITHIN) <= 0;
        CallAttempt call = new CallAttempt(
                caller(sent),
                callee(sent),
                at.toEpochMilli(),
                Boolean.TRUE.equals(sent.publicNumbersEntitled()),
                sent.callId() == null ? 0 : CallAttempt.idOf(sent.callId()),
                sent.trunk() == null ? 0 : CallAttempt.nameOf(sent.trunk()),
                sent.userAgent() == null ? 0 : CallAttempt.nameOf(sent.userAgent()));
        Decision decision = recorded ? platform.screen(call) : platform.rehearse(call);
        int policy = platform.policy().version();
        return DecisionAnswer.of(
                DecisionAnswer.past(call.atMillis(), call.caller(), call.callee(), decision, policy), recorded);
    }

    private static PhoneNumber caller(Call sent) {
        String caller = Numbers.present("caller", sent.caller());
        return caller.isBlank() ? PhoneNumber.HIDDEN : Numbers.read("caller", caller);
    }

    private static PhoneNumber callee(Call sent) {
        return Numbers.read("callee", sent.callee());
    }
}
