package io.jingling.platform;

import io.jingling.detection.Model;
import java.time.Instant;
import java.util.List;

/** Keeps models that were sent, and which of them were published. */
public interface ModelStore {
    /**
     * Durable on return; one that is there already stays as it was.
     *
     * @throws IllegalArgumentException where it is no model, or none of somebody who is trusted
     */
    Kept add(byte[] file, Instant at);

    /** The oldest first. */
    List<Kept> all();

    /** @throws IllegalArgumentException where nothing has the id, or its file is no model any more */
    Model open(String id);

    /** The ids of those published one after the other, without what was rolled back. */
    List<String> published();

    /** Durable on return. */
    void published(List<String> ids);

    /**
     * A model that is kept.
     *
     * @param id the beginning of its SHA-256
     * @param signer under which name its key is trusted
     * @param at when it was sent
     */
    record Kept(String id, String name, String sha256, String signer, Instant at) {}
}
