package io.jingling.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jingling.evidence.Opening;
import io.jingling.evidence.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one gets for an entry once it is durable. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "That an entry is in the evidence log, durably.")
record ReceiptAnswer(
        @Schema(description = "Where it is, from 0.", examples = "1042")
        long index,

        @Schema(description = "The entry's hash, Base64.") String leaf,

        @Schema(description = "The log's name.", examples = "evidence.example.cn")
        String origin,

        @Schema(description = "The size of the tree that first had it.", examples = "1043")
        long treeSize,

        @Schema(description = "The signed checkpoint of that tree, a note in C2SP's form.")
        String checkpoint,

        @Schema(description = "Where a content was sent: the salt of its opening, Base64. Keep it with the content.")
        String salt) {
    static ReceiptAnswer of(Receipt receipt) {
        return of(receipt, "");
    }

    static ReceiptAnswer of(Receipt receipt, Opening opening) {
        return of(receipt, Base64.getEncoder().encodeToString(opening.salt()));
    }

    private static ReceiptAnswer of(Receipt receipt, String salt) {
        return new ReceiptAnswer(
                receipt.index(),
                receipt.leaf().base64(),
                receipt.origin(),
                receipt.treeSize(),
                new String(receipt.checkpoint().note().bytes(), StandardCharsets.UTF_8),
                salt);
    }
}
