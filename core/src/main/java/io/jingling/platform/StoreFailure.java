package io.jingling.platform;

/** The world behind a port failed: what was asked is not durable. Says which port, and may be retried. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param port which port, a word that is also counted
     * @param cause what happened
     */
    public StoreFailure(String port, Throwable cause) {
        super(port + ": got a failure (" + cause.getClass().getSimpleName() + "), want a store that answers", cause);
    }
}
