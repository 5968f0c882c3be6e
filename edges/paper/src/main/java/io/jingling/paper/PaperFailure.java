package io.jingling.paper;

/** The world failed this edge: a font that is none. */
public final class PaperFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PaperFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
