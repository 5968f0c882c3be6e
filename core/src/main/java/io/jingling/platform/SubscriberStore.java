package io.jingling.platform;

import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Keeps what subscribers asked for.
 *
 * <p>Saving methods return when the change is durable, and throw {@link StoreFailure} where it is not.
 */
public interface SubscriberStore {
    /** The opaque id of a number, made on first asking; it says nothing about the number. */
    String idOf(PhoneNumber number);

    /** The number behind an id; empty where there is none. */
    Optional<PhoneNumber> numberOf(String id);

    Optional<Wishes> wishesOf(PhoneNumber number);

    /** The wishes of those among the numbers who said any; a store that can does it in one step. */
    default Map<PhoneNumber, Wishes> wishesOfAll(Collection<PhoneNumber> numbers) {
        Map<PhoneNumber, Wishes> found = new HashMap<>();
        for (PhoneNumber number : numbers) {
            wishesOf(number).ifPresent(wishes -> found.put(number, wishes));
        }
        return found;
    }

    /** Returns when no change is under way any more, also none whose sender gave up waiting. */
    default void awaitChanges() {}

    void save(PhoneNumber number, Wishes wishes);

    /** All or none of them. */
    void saveAll(List<Subscriber> subscribers);

    /** Calls for every subscriber, in any order, without holding all in memory. */
    void readAll(BiConsumer<PhoneNumber, Wishes> reader);

    /** A subscriber and the wishes. */
    record Subscriber(PhoneNumber number, Wishes wishes) {}
}
