package io.jingling.server.demo;

/**
 * What a call is made from, as a switch tells it.
 *
 * @param number shown to the callee; empty where withheld
 * @param trunk by which it comes; empty where not told
 * @param userAgent what its equipment says of itself
 */
record Line(String number, String trunk, String userAgent) {
    private static final String TOWN = "jingling-demo";

    /** One of which nothing but the number is told. */
    static Line of(String number) {
        return new Line(number, "", TOWN);
    }

    Line showing(String other) {
        return new Line(other, trunk, userAgent);
    }
}
