package io.jingling.server.settings;

/** The configuration cannot be taken; the message is one line for whoever starts the process. */
public final class BadSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadSetting(String message) {
        super(message);
    }
}
