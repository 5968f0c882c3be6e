package io.jingling.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param type a URN, stable: {@code urn:jingling:problem:bad-input}, …
 * @param title the same in two or three words
 * @param status the HTTP status
 * @param detail one sentence
 * @param field where in the request; absent where it is about the whole
 * @param got what came, masked
 * @param want what is taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What went wrong (RFC 9457).")
record Problem(
        @Schema(examples = "urn:jingling:problem:bad-input") String type,
        @Schema(examples = "Bad input") String title,
        @Schema(examples = "400") int status,
        @Schema(examples = "score: got 1**, want 0 to 100") String detail,
        @Schema(examples = "score") String field,
        @Schema(examples = "1**") String got,
        @Schema(examples = "0 to 100") String want) {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPES = "urn:jingling:problem:";

    static Problem of(int status, String type, String title, String detail) {
        return new Problem(TYPES + type, title, status, detail, null, null, null);
    }

    static Problem badInput(BadInput bad) {
        return new Problem(TYPES + "bad-input", "Bad input", 400, bad.getMessage(), bad.field(), bad.got(), bad.want());
    }

    static Problem about(int status, String type, String title, String field, String got, String want) {
        String detail = field + ": got " + got + ", want " + want;
        return new Problem(TYPES + type, title, status, detail, field, got, want);
    }

    static Problem noCredential() {
        return about(401, "no-credential", "No credential", "Authorization", "none that opens anything", "Bearer KEY");
    }

    static Problem forbidden() {
        return about(
                403, "forbidden", "Forbidden", "Authorization", "a key of another role", "one whose role opens this");
    }

    static Problem starting() {
        return of(503, "starting", "Starting", "the platform is reading its lists; it will answer shortly");
    }

    static Problem tooLarge(long most) {
        return about(413, "too-large", "Too large", "body", "more", "at most " + most + " bytes");
    }

    static Problem noLength() {
        return about(411, "no-length", "No length", "Content-Length", "none", "the length of the document in bytes");
    }

    /** A commit whose answer is lost may have been done. */
    static Problem storeAway() {
        return storeAway("whether a change was kept is not known: send it again");
    }

    /** The same in the middle of a file. */
    static Problem storeAwayAfter(long accepted) {
        return storeAway(
                accepted + " rows are in force; whether any behind them were kept is not known:" + " send those again");
    }

    private static Problem storeAway(String then) {
        return of(
                503,
                "store-away",
                "Store away",
                "the database does not answer; " + then + ". Calls are still screened");
    }
}
