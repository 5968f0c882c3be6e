package io.jingling.verifier;

/**
 * A bundle that is not as it was sealed.
 *
 * @param what was done to it
 * @param file which file must be named; empty where any may be
 * @param bytes the whole of it
 */
record Mutation(String what, String file, byte[] bytes) {}
