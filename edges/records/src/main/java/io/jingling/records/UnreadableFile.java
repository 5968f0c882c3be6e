package io.jingling.records;

/** The whole file is of no use, such as one with a wrong header: <i>field: got …, want …</i>. */
public final class UnreadableFile extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String got;
    private final String want;

    UnreadableFile(String field, String got, String want) {
        super(field + ": got " + got + ", want " + want);
        this.field = field;
        this.got = got;
        this.want = want;
    }

    static UnreadableFile of(Rejected first) {
        return new UnreadableFile(first.field(), first.got(), first.want());
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
