package io.jingling.http.memory;

import io.jingling.platform.StoreFailure;
import jakarta.inject.Singleton;

/** A switch for all ports on plain maps: while away, each fails as a store does. */
@Singleton
public class Memory {
    private volatile boolean away;
    private volatile boolean starting;

    public void away(boolean now) {
        away = now;
    }

    public void starting(boolean now) {
        starting = now;
    }

    public boolean isAway() {
        return away;
    }

    public boolean isStarting() {
        return starting;
    }

    void answer() {
        if (away) {
            throw new StoreFailure("memory", new IllegalStateException("away"));
        }
    }
}
