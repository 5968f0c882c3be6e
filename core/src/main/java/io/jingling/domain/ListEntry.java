package io.jingling.domain;

/**
 * A number on a subscriber's white or black list.
 *
 * @param number a known number
 * @param note why, in the subscriber's words; at most 100 characters, may be empty
 */
public record ListEntry(PhoneNumber number, String note) {
    public static final int NOTE_MAX = 100;

    public ListEntry {
        if (!number.isKnown()) {
            throw new IllegalArgumentException("list entry: got a " + number + " number, want a whole number");
        }
        if (note.length() > NOTE_MAX) {
            throw new IllegalArgumentException("note: got " + note.length() + " characters, want at most " + NOTE_MAX);
        }
    }
}
