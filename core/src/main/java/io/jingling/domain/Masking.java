package io.jingling.domain;

/** Makes text from outside safe to repeat in a message: short, without control characters or digits. */
public final class Masking {
    private static final int SHOWN_MAX = 40;

    private Masking() {}

    /** At most 40 characters of the text; every digit but the first three becomes {@code *}. */
    public static String clip(String text) {
        StringBuilder shown = new StringBuilder();
        int digits = 0;
        for (int i = 0; i < text.length() && i < SHOWN_MAX; i++) {
            char c = text.charAt(i);
            boolean digit = Character.isDigit(c);
            digits += digit ? 1 : 0;
            shown.append(Character.isISOControl(c) ? ' ' : digit && digits > 3 ? '*' : c);
        }
        return text.length() > SHOWN_MAX ? shown + "…" : shown.toString();
    }
}
