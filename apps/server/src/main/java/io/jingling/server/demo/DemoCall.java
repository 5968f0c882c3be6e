package io.jingling.server.demo;

/**
 * One call of the town.
 *
 * @param line what it is made from
 * @param callee digits
 */
record DemoCall(Line line, String callee) {
    /**
     * @param caller digits; empty where withheld
     * @param callee digits
     */
    DemoCall(String caller, String callee) {
        this(Line.of(caller), callee);
    }

    String caller() {
        return line.number();
    }
}
