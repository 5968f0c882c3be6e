package io.jingling.http.console;

/**
 * A short word on what has just been done.
 *
 * @param text empty: nothing is said
 * @param time when it came into force
 * @param undo where to take it back; empty where that cannot be done
 */
record Toast(String text, String time, String undo) {
    static final Toast NONE = new Toast("", "", "");

    public boolean isSaid() {
        return !text.isEmpty();
    }

    public boolean mayUndo() {
        return !undo.isEmpty();
    }
}
