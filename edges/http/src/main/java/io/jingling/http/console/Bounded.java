package io.jingling.http.console;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map that forgets what was used longest ago once it is full. Not for use by two threads at once.
 *
 * @param <K> what is looked up
 * @param <V> what is kept
 */
final class Bounded<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int sizeMax;

    Bounded(int sizeMax) {
        super(16, 0.75f, true);
        this.sizeMax = sizeMax;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > sizeMax;
    }
}
