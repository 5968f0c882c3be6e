package io.jingling.evidence;

/**
 * What is wrong with a bundle.
 *
 * @param file which of its files it is about; {@link #WHOLE} for the zip itself
 * @param reason what was got, what was wanted
 */
public record Refusal(String file, String reason) {
    public static final String WHOLE = ".tlzj";

    @Override
    public String toString() {
        return file + ": " + reason;
    }
}
