package io.jingling.http.console;

import java.util.List;

/**
 * One of a subscriber's two lists.
 *
 * @param id the subscriber's opaque id
 * @param colour {@code white} or {@code black}
 * @param entries the newest first
 * @param max how many there may be
 * @param typed what has to be corrected in the field for one number
 * @param note the note beside it
 * @param problem what is wrong with it; empty where nothing
 * @param pasted the pasted lines that have to be corrected
 * @param pasteProblems what is wrong with them, by line
 */
record ListView(
        String id,
        String colour,
        List<Entry> entries,
        int max,
        String typed,
        String note,
        String problem,
        String pasted,
        List<String> pasteProblems) {
    /**
     * A number on the list.
     *
     * @param shown in full for those who may change the list, else masked
     * @param number in full where it may be removed, else empty
     */
    record Entry(String shown, String number, String note) {}

    private static final int LONG = 10;

    public boolean isWhite() {
        return colour.equals("white");
    }

    public int count() {
        return entries.size();
    }

    /** Long enough that one looks for a number rather than reads. */
    public boolean isLong() {
        return entries.size() > LONG;
    }

    public String problemId() {
        return colour + "-p";
    }

    public boolean anyPasteProblem() {
        return !pasteProblems.isEmpty();
    }

    public boolean isPasteOpen() {
        return !pasteProblems.isEmpty() || !pasted.isEmpty();
    }
}
