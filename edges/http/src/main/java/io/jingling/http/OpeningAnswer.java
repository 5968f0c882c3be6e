package io.jingling.http;

import io.jingling.evidence.Commitment;
import io.jingling.evidence.Opening;
import io.jingling.evidence.Part;
import io.jingling.platform.EvidenceKeeper.Opened;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What opens an entry: by it anybody can make the entry's hash anew. */
@Schema(description = "What an entry of the evidence log commits to.")
record OpeningAnswer(
        @Schema(examples = "1042") long index,
        @Schema(examples = "decisions") String kind,
        @Schema(description = "Base64.") String salt,
        @Schema(description = "Base64.") String content,

        @Schema(description = "Where the content is a list of parts: these. None otherwise.")
        List<PartAnswer> parts) {

    @Schema(description = "A part. One that was deleted has neither salt nor content.")
    record PartAnswer(
            @Schema(description = "As the content lists it, Base64.")
            String commitment,

            @Schema(description = "Base64.") String salt,
            @Schema(description = "Base64.") String content) {
        static PartAnswer of(Part part) {
            return switch (part) {
                case Part.Deleted(Commitment commitment) ->
                    new PartAnswer(commitment.hash().base64(), "", "");
                case Part.Kept kept ->
                    new PartAnswer(kept.commitment().hash().base64(), base64(kept.salt()), base64(kept.content()));
            };
        }
    }

    static OpeningAnswer of(long index, Opened opened) {
        Opening opening = opened.opening();
        return new OpeningAnswer(
                index,
                opening.kind().word(),
                base64(opening.salt()),
                base64(opening.content()),
                opened.parts().stream().map(PartAnswer::of).toList());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
