package io.jingling.http;

import java.util.function.Supplier;

/** Somebody sent what cannot be taken: which field, what was got, what is wanted. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String GOT = ": got ";
    private static final String WANT = ", want ";

    private final String field;
    private final String got;
    private final String want;

    /**
     * @param field where it is, such as {@code white[3].number}
     * @param got what came, masked and short
     * @param want what is taken there
     */
    public BadInput(String field, String got, String want) {
        super(field + GOT + got + WANT + want);
        this.field = field;
        this.got = got;
        this.want = want;
    }

    /** The core's own words ({@code thing: got …, want …}) about a field. */
    public static BadInput of(String field, IllegalArgumentException refused) {
        String words = String.valueOf(refused.getMessage());
        int got = words.indexOf(GOT);
        int want = words.lastIndexOf(WANT);
        return got < 0 || want < got
                ? new BadInput(field, "a value that is not taken", words)
                : new BadInput(field, words.substring(got + GOT.length(), want), words.substring(want + WANT.length()));
    }

    /** What the reader gives, or its complaint as one about the field. */
    static <T> T in(String field, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException refused) {
            throw of(field, refused);
        }
    }

    /** What the reader gives, or its complaint about the field that it names itself. */
    static <T> T named(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException refused) {
            String words = String.valueOf(refused.getMessage());
            int got = words.indexOf(GOT);
            throw of(got < 0 ? "body" : words.substring(0, got), refused);
        }
    }

    public String field() {
        return field;
    }

    public String got() {
        return got;
    }

    public String want() {
        return want;
    }
}
