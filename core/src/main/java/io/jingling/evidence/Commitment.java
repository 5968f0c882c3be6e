package io.jingling.evidence;

/**
 * Binds to a content without telling anything of it: what the log holds in its place.
 *
 * @param hash made by {@link Opening#commitment}
 */
public record Commitment(Hash hash) {}
