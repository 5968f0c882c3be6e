package io.jingling.evidence;

import java.util.Arrays;
import java.util.Locale;

/** What an entry of the log is about. A code is never given to another kind. */
public enum EntryKind {
    /** A batch of decisions other than pass. */
    DECISIONS(1),
    /** A subscriber's wishes were changed. */
    WISH(2),
    /** Somebody reported a call. */
    REPORT(3),
    /** Somebody appealed against a decision, or the appeal was answered. */
    APPEAL(4),
    /** A model was published or rolled back. */
    MODEL(5),
    /** Rules, or what the operator sets for everybody, were published. */
    RULES(6),
    /** Somebody saw full numbers, with the reason. */
    NUMBER_ACCESS(7),
    /** A file that somebody handed in. */
    FILE(8),
    /** Which decoy numbers are planted where, before they are. */
    CANARY_PLAN(9),
    /** Which list is marked how for whom, before it is handed out. */
    MARK_PLAN(10),
    /** A finding about a leak or an App. */
    FINDING(11),
    /** A step in the custody of a bundle. */
    CUSTODY(12);

    private static final EntryKind[] ALL = values();

    private final byte code;

    EntryKind(int code) {
        this.code = (byte) code;
    }

    /** The byte in an entry. */
    byte code() {
        return code;
    }

    /** The word in files and answers: {@code number_access}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for no {@link #word} */
    public static EntryKind of(String word) {
        for (EntryKind kind : ALL) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("kind of entry: got " + Shown.of(word) + ", want one of "
                + Arrays.stream(ALL).map(EntryKind::word).toList());
    }

    static EntryKind of(byte code) {
        for (EntryKind kind : ALL) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "kind of entry: got code " + Byte.toUnsignedInt(code) + ", want 1 to " + ALL.length);
    }
}
