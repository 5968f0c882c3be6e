package io.jingling.domain;

import java.util.Arrays;

/** The kinds of caller that carriers let a subscriber refuse by a switch. */
public enum Preset {
    N400("400", "400 号码"),
    N950("950", "950 号码"),
    N951("951", "951 号码"),
    N952("952", "952 号码"),
    N957("957", "957 号码"),
    OVERSEAS("overseas", "国际及港澳台来电"),
    HIDDEN("hidden", "未显示号码");

    private static final Preset[] ALL = values();

    private final String word;
    private final String chinese;

    Preset(String word, String chinese) {
        this.word = word;
        this.chinese = chinese;
    }

    /** The word used in files and in the API. */
    public String word() {
        return word;
    }

    public String chinese() {
        return chinese;
    }

    /**
     * Which preset a caller falls under.
     *
     * @return its ordinal, or -1
     */
    public static int ordinalOf(PhoneNumber caller, NumberKind kind) {
        return switch (kind) {
            case SHARED_400 -> N400.ordinal();
            case OVERSEAS -> OVERSEAS.ordinal();
            case HIDDEN, INVALID -> HIDDEN.ordinal();
            case CALL_CENTRE_95, SERVICE_95 -> {
                int three = (int) caller.prefix(3);
                yield three == 950 ? 1 : three == 951 ? 2 : three == 952 ? 3 : three == 957 ? 4 : -1;
            }
            default -> -1;
        };
    }

    /** Reads the word of a file or a request. */
    public static Preset of(String word) {
        for (Preset preset : ALL) {
            if (preset.word.equalsIgnoreCase(word)) {
                return preset;
            }
        }
        throw new IllegalArgumentException("preset: got \"" + Masking.clip(word) + "\", want one of "
                + Arrays.stream(ALL).map(Preset::word).toList());
    }
}
