package io.jingling.server.demo;

/**
 * One call of the town.
 *
 * @param caller digits; empty where withheld
 * @param callee digits
 */
record DemoCall(String caller, String callee) {}
