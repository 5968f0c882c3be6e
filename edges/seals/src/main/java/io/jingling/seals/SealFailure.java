package io.jingling.seals;

/** The world failed this edge: no answer, another's answer, or a file that cannot be read. */
public final class SealFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What failed, to be counted by. */
    public enum Category {
        KEY_FILE,
        AUTHORITY,
        RECORD
    }

    private final Category category;

    SealFailure(Category category, String message, Throwable cause) {
        super(message, cause);
        this.category = category;
    }

    SealFailure(Category category, String message) {
        super(message);
        this.category = category;
    }

    public Category category() {
        return category;
    }
}
