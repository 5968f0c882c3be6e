package io.jingling.http;

import io.jingling.domain.PhoneNumber;

/** Reads telephone numbers out of documents. */
final class Numbers {
    private static final String WANT = "a text with a telephone number";

    private Numbers() {}

    static String present(String field, String text) {
        return present(field, text, WANT);
    }

    /** Of what is no number: with what is wanted. */
    static String present(String field, String text, String want) {
        if (text == null) {
            throw new BadInput(field, "nothing", want);
        }
        return text;
    }

    static PhoneNumber read(String field, String text) {
        String written = present(field, text);
        return BadInput.in(field, () -> PhoneNumber.parse(written));
    }
}
