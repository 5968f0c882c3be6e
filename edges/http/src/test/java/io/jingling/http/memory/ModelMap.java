package io.jingling.http.memory;

import io.jingling.detection.Model;
import io.jingling.detection.ModelCodec;
import io.jingling.platform.ModelStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Models in a map, taken of anybody; the id is the name. */
final class ModelMap implements ModelStore {
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final Map<String, Model> models = new LinkedHashMap<>();
    private List<String> published = List.of();

    @Override
    public Kept add(byte[] file, Instant at) {
        Model model = ModelCodec.read(file);
        models.putIfAbsent(model.name(), model);
        kept.putIfAbsent(model.name(), new Kept(model.name(), model.name(), "", "a test", at));
        return kept.get(model.name());
    }

    @Override
    public List<Kept> all() {
        return List.copyOf(kept.values());
    }

    @Override
    public Model open(String id) {
        return models.get(id);
    }

    @Override
    public List<String> published() {
        return published;
    }

    @Override
    public void published(List<String> ids) {
        published = List.copyOf(ids);
    }
}
