package io.jingling.platform;

import io.jingling.detection.Model;
import java.time.Instant;
import java.util.List;

/** A model store whose publications and roll-backs are in evidence before they are made: one that cannot be is refused. */
public record ModelsInEvidence(ModelStore store, EvidenceKeeper keeper) implements ModelStore {
    @Override
    public void published(List<String> ids) {
        List<String> before = store.published();
        String how = ids.size() < before.size() ? "rolled-back" : "published";
        keeper.keep(List.of(Testimony.model(how, inForce(ids), inForce(before))));
        store.published(ids);
    }

    private static String inForce(List<String> published) {
        return published.isEmpty() ? Publishing.FIRST : published.getLast();
    }

    @Override
    public Kept add(byte[] file, Instant at) {
        return store.add(file, at);
    }

    @Override
    public List<Kept> all() {
        return store.all();
    }

    @Override
    public Model open(String id) {
        return store.open(id);
    }

    @Override
    public List<String> published() {
        return store.published();
    }
}
