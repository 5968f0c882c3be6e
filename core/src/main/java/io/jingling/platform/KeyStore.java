package io.jingling.platform;

import java.util.List;
import java.util.Optional;

/**
 * Keeps who may use the platform. A key itself is never kept, only its SHA-256.
 *
 * <p>Access fails closed: where the store fails, nobody new gets in.
 */
public interface KeyStore {
    void save(ApiKey key, byte[] sha256);

    /** Empty where the key is unknown or revoked. */
    Optional<ApiKey> find(byte[] sha256);

    List<ApiKey> all();

    /** From then on the key opens nothing; false where there was none. */
    boolean revoke(String id);
}
