package io.jingling.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A log in memory, grown by {@link GrowingTree} and read back through its files alone. */
final class GrownLog implements TileReader {
    final GrowingTree tree = GrowingTree.empty();
    final List<Hash> leaves = new ArrayList<>();
    final Map<String, byte[]> files = new HashMap<>();

    static GrownLog of(long seed, int size) {
        GrownLog log = new GrownLog();
        log.append(randomEntries(new Random(seed), size));
        return log;
    }

    static List<byte[]> randomEntries(Random random, int count) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] entry = new byte[random.nextInt(80)];
            random.nextBytes(entry);
            entries.add(entry);
        }
        return entries;
    }

    void append(List<byte[]> entries) {
        entries.forEach(entry -> leaves.add(Hash.leaf(entry)));
        tree.append(entries).forEach((tile, bytes) -> files.put(tile.path(), bytes));
    }

    TreeReader reader() {
        return new TreeReader(leaves.size(), this);
    }

    @Override
    public byte[] read(Tile tile) {
        byte[] exact = files.get(tile.path());
        byte[] bytes = exact == null ? files.get(tile.full().path()) : exact;
        return tile.isEntries() ? bytes : Arrays.copyOf(bytes, tile.width() * Hash.BYTES);
    }
}
