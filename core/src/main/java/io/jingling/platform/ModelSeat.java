package io.jingling.platform;

import io.jingling.detection.Model;

/** Where the model sits that judges. */
public interface ModelSeat {
    /** Judges by another model; no call is missed meanwhile. */
    Watch.Following follow(Model next);

    /** Whether a model was given that judges only after a {@link Rebuild}. */
    boolean isModelWaiting();
}
