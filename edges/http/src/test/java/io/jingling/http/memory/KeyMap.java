package io.jingling.http.memory;

import io.jingling.platform.ApiKey;
import io.jingling.platform.KeyStore;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keys on a map. */
final class KeyMap implements KeyStore {
    private final Memory memory;
    private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();

    KeyMap(Memory memory) {
        this.memory = memory;
    }

    @Override
    public void save(ApiKey key, byte[] sha256) {
        memory.answer();
        keys.put(HexFormat.of().formatHex(sha256), key);
    }

    @Override
    public Optional<ApiKey> find(byte[] sha256) {
        memory.answer();
        return Optional.ofNullable(keys.get(HexFormat.of().formatHex(sha256)));
    }

    @Override
    public List<ApiKey> all() {
        memory.answer();
        return List.copyOf(keys.values());
    }

    @Override
    public boolean revoke(String id) {
        memory.answer();
        return keys.values().removeIf(key -> key.id().equals(id));
    }
}
