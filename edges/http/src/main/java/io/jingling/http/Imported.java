package io.jingling.http;

import io.jingling.http.RowFile.BadRow;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a file. */
@Schema(description = "What became of a file's rows.")
record Imported(
        @Schema(description = "Durable and in force.", examples = "199998")
        long accepted,

        @Schema(examples = "2") long rejected,

        @Schema(description = "The first ten thousand that were rejected: line, field, got, want.")
        List<BadRow> rejects) {}
