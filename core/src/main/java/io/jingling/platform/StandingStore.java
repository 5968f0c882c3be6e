package io.jingling.platform;

import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Standing;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Keeps what is thought of callers.
 *
 * <p>Saving methods return when the change is durable, and throw {@link StoreFailure} where it is not.
 */
public interface StandingStore {
    /** All or none of them; where a number comes twice the last holds. */
    void saveAll(List<Listed> standings);

    void remove(PhoneNumber caller);

    /** Returns when no change is under way any more, also none whose sender gave up waiting. */
    default void awaitChanges() {}

    Optional<Standing> standingOf(PhoneNumber caller);

    /** Calls for every standing, in any order, without holding all in memory. */
    void readAll(BiConsumer<PhoneNumber, Standing> reader);

    /** A caller and its standing. */
    record Listed(PhoneNumber caller, Standing standing) {}
}
