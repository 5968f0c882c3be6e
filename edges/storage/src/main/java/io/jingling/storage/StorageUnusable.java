package io.jingling.storage;

/** The storage cannot be opened: says what was got, what is wanted and so what to do. */
public final class StorageUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StorageUnusable(String message) {
        super(message);
    }

    StorageUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
