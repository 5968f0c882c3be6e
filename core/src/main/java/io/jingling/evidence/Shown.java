package io.jingling.evidence;

/** Outside text as a message may repeat it: short, and without what could not be read in a log. */
final class Shown {
    private static final int LENGTH_MAX = 40;

    private Shown() {}

    static String of(String text) {
        String start = text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) + "…" : text;
        return "\"" + start.replaceAll("[\\p{Cntrl}\"\\\\]", "?") + "\"";
    }
}
