package io.jingling.storage;

import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Vaults with keys that are no secret. */
final class Vaults {
    private Vaults() {}

    static NumberVault fixed() {
        return new NumberVault(keys(1));
    }

    /** Keys with seals 1 to {@code seals}; the same for the same count. */
    static NumberKeys keys(int seals) {
        TreeMap<Byte, SecretKey> all = new TreeMap<>();
        for (byte id = 1; id <= seals; id++) {
            byte[] key = new byte[32];
            key[0] = id;
            all.put(id, new SecretKeySpec(key, "AES"));
        }
        return new NumberKeys(new SecretKeySpec(new byte[32], "HmacSHA256"), all);
    }
}
