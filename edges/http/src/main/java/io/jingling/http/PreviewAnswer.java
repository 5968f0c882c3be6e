package io.jingling.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jingling.detection.Comparison;
import io.jingling.detection.Ground;
import io.jingling.platform.Preview;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a model would change, numbers masked. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What a model would change.")
record PreviewAnswer(
        @Schema(description = "running, waiting (for that of another model), done or failed.", examples = "done")
        String state,

        @Schema(description = "Calls of the last 7 days that were compared so far.", examples = "125004")
        long calls,

        @Schema(description = "Why it failed, or which model it waits for; empty otherwise.")
        String why,

        @Schema(description = "The id of the model that it was compared with; once it is done.")
        String against,

        @Schema(description = "Blocked by this model alone; once it is done.")
        Side newlyBlocked,

        @Schema(description = "Blocked by the one in force alone; once it is done.")
        Side noLongerBlocked) {
    /** Calls that one model alone would block. */
    @Schema(description = "Calls that one model alone would block.")
    record Side(
            long calls,
            int numbers,

            @Schema(description = "True where there may be more numbers than were counted.")
            boolean cut,

            @Schema(description = "Those with the most calls, at most 200.")
            List<Listed> listed) {
        static Side of(Comparison.Side side) {
            return new Side(
                    side.calls(),
                    side.numbers(),
                    side.isFull(),
                    side.listed().stream().map(Listed::of).toList());
        }
    }

    /** One number. */
    @Schema(description = "A number and why.")
    record Listed(
            @Schema(description = "Masked.", examples = "170****5678")
            String number,

            @Schema(examples = "virtual operator") String kind,
            long calls,

            @Schema(description = "What speaks against it, the strongest first.")
            List<String> reasons) {
        static Listed of(Comparison.Listed one) {
            return new Listed(
                    one.number().toString(),
                    one.number().kind().english(),
                    one.calls(),
                    one.grounds().stream().map(Ground::english).toList());
        }
    }

    static PreviewAnswer of(Preview preview) {
        return switch (preview) {
            case Preview.Running running -> new PreviewAnswer("running", running.calls(), "", null, null, null);
            case Preview.Waiting waiting -> new PreviewAnswer("waiting", 0, waiting.other(), null, null, null);
            case Preview.Failed failed -> new PreviewAnswer("failed", 0, failed.why(), null, null, null);
            case Preview.Done done ->
                new PreviewAnswer(
                        "done",
                        done.result().calls(),
                        "",
                        done.against(),
                        Side.of(done.result().newly()),
                        Side.of(done.result().noLonger()));
        };
    }
}
