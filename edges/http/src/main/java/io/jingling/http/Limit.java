package io.jingling.http;

import io.jingling.domain.Masking;

/** Reads how many entries are wished. */
final class Limit {
    static final int USUAL = 100;
    static final int MOST = 1_000;

    private Limit() {}

    /** @param text of the query, or null for the usual */
    static int read(String text) {
        if (text == null) {
            return USUAL;
        }
        boolean digits = !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int limit = digits ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            throw new BadInput("limit", '"' + Masking.clip(text) + '"', "1 to " + MOST);
        }
        return limit;
    }
}
