package io.jingling.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jingling.domain.NumberRange;
import io.jingling.platform.RangePreview;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a range rule would change, numbers masked; shaped as {@link PreviewAnswer} is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What a range rule would have changed in the last 7 days.")
record RangePreviewAnswer(
        @Schema(description = "running, waiting (for that of another range), done or failed.", examples = "done")
        String state,

        @Schema(
                description = "Calls of the last 7 days that were looked at so far, of all callers.",
                examples = "125004")
        long calls,

        @Schema(description = "Why it failed, or which range it waits for; empty otherwise.")
        String why,

        @Schema(description = "How many of them came out of the range; once it is done.")
        Long ofRange,

        @Schema(description = "How many would newly be labelled or ring without a sound; once it is done.")
        Long newlyLabelled,

        @Schema(description = "Would newly be rejected or challenged; once it is done.")
        Blocked newlyBlocked) {
    /** Calls that would newly be blocked. */
    @Schema(description = "Calls that would newly be rejected or challenged.")
    record Blocked(
            long calls,

            @Schema(description = "Of these, answered and longer than 60 s: their callers may be wanted.")
            long talks,

            int numbers,

            @Schema(description = "True where there may be more numbers than were counted.")
            boolean cut,

            @Schema(description = "Those with the most calls, at most 200.")
            List<Caller> listed) {
        static Blocked of(RangePreview.Effect effect) {
            return new Blocked(
                    effect.blocked(),
                    effect.blockedTalks(),
                    effect.numbers(),
                    effect.isFull(),
                    effect.listed().stream().map(Caller::of).toList());
        }
    }

    /** One number. */
    @Schema(description = "A number whose calls would newly be blocked.")
    record Caller(
            @Schema(
                    description = "Masked at its end: with the range known, a gap in the middle would be filled.",
                    examples = "1650023****")
            String number,

            @Schema(examples = "virtual operator") String kind,
            long calls,
            long talks) {
        static Caller of(RangePreview.Listed one) {
            return new Caller(
                    NumberRange.around(one.number()).toString(),
                    one.number().kind().english(),
                    one.calls(),
                    one.talks());
        }
    }

    static RangePreviewAnswer of(RangePreview preview) {
        return switch (preview) {
            case RangePreview.Running running ->
                new RangePreviewAnswer("running", running.calls(), "", null, null, null);
            case RangePreview.Waiting waiting ->
                new RangePreviewAnswer("waiting", 0, waiting.other().toString(), null, null, null);
            case RangePreview.Failed failed -> new RangePreviewAnswer("failed", 0, failed.why(), null, null, null);
            case RangePreview.Done(RangePreview.Effect effect, var at) ->
                new RangePreviewAnswer(
                        "done", effect.calls(), "", effect.ofRange(), effect.labelled(), Blocked.of(effect));
        };
    }
}
