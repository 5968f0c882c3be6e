package io.jingling.domain;

import java.util.Arrays;
import java.util.Locale;

/** What is done with a call, from ringing as usual to not ringing at all. */
public enum Action {
    /** The telephone rings as usual. */
    PASS("放行"),
    /** It rings, and the display says what is suspected. */
    LABEL("提醒"),
    /** It arrives without a sound and stays in the call list. */
    SILENT("静音"),
    /** The caller must show to be human before it rings. */
    CHALLENGE("验证"),
    /** It does not ring; the caller is told so. */
    REJECT("拒接");

    private static final Action[] ALL = values();

    private final String chinese;

    Action(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** The word used in files and in the API: {@code pass}, {@code label}, … */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True where the telephone makes a sound: a pass or a labelled call. */
    public boolean rings() {
        return this == PASS || this == LABEL;
    }

    /** The action with this ordinal, without copying {@link #values()}. */
    public static Action at(int ordinal) {
        return ALL[ordinal];
    }

    /** Reads a word of a file or a request, in any case. */
    public static Action of(String word) {
        for (Action action : ALL) {
            if (action.word().equalsIgnoreCase(word)) {
                return action;
            }
        }
        throw new IllegalArgumentException("action: got \"" + Masking.clip(word) + "\", want one of "
                + Arrays.stream(ALL).map(Action::word).toList());
    }
}
