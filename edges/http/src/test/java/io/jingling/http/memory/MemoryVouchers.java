package io.jingling.http.memory;

import io.jingling.evidence.SignedCheckpoint;
import io.jingling.platform.Vouchers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What others say, as a test puts it here. */
public final class MemoryVouchers implements Vouchers {
    private final Map<String, byte[]> stamps = new TreeMap<>();
    private Optional<SignedCheckpoint> cosigned = Optional.empty();

    public void cosigned(SignedCheckpoint checkpoint) {
        cosigned = Optional.of(checkpoint);
    }

    public void stamp(String name, byte[] bytes) {
        stamps.put(name, bytes);
    }

    @Override
    public Optional<SignedCheckpoint> cosigned() {
        return cosigned;
    }

    @Override
    public List<String> stamps() {
        return new ArrayList<>(stamps.keySet());
    }

    @Override
    public Optional<byte[]> stamp(String name) {
        return Optional.ofNullable(stamps.get(name));
    }
}
