package io.jingling.platform;

import io.jingling.detection.Model;

/** Where the model sits that judges. */
public interface ModelSeat {
    /** Judges by another model; no call is missed meanwhile. */
    Watch.Following follow(Model next);

    /**
     * Judges by the one before again. Whoever goes back does not trust the one that judges: where the other one must first
     * learn anew, nobody is suspected meanwhile.
     */
    Watch.Following goBack(Model before);

    /** Whether a model was given that judges only after a {@link Rebuild}. */
    boolean isModelWaiting();
}
