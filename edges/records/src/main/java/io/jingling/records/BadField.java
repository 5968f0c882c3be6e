package io.jingling.records;

/**
 * One field cannot be read. Caught within this package and turned into a {@link Rejected}; it has no
 * stack trace, as a bad file throws one a line.
 */
final class BadField extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String GOT = ": got ";
    private static final String WANT = ", want ";

    private final String field;
    private final String got;
    private final String want;

    /** @param got masked already, or without digits that matter */
    BadField(String field, String got, String want) {
        super(field + GOT + got + WANT + want, null, false, false);
        this.field = field;
        this.got = got;
        this.want = want;
    }

    /** Takes a message of the core apart: <i>thing: got …, want …</i>. */
    static BadField of(IllegalArgumentException refusal) {
        String message = String.valueOf(refusal.getMessage());
        int got = message.indexOf(GOT);
        int want = message.indexOf(WANT, Math.max(got, 0));
        return got < 0 || want < 0
                ? new BadField("line", "what cannot be", message)
                : new BadField(
                        message.substring(0, got),
                        message.substring(got + GOT.length(), want),
                        message.substring(want + WANT.length()));
    }

    /** The same, named after the column it stood in. */
    static BadField of(String column, IllegalArgumentException refusal) {
        BadField bad = of(refusal);
        return new BadField(column, bad.got, bad.want);
    }

    String field() {
        return field;
    }

    String got() {
        return got;
    }

    String want() {
        return want;
    }
}
