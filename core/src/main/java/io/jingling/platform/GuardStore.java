package io.jingling.platform;

import io.jingling.domain.Guard;
import io.jingling.domain.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps who guards whom. Changes are durable on return; fails by {@link StoreFailure}. */
public interface GuardStore {
    /** Nothing where the two are there already. */
    void add(Guard guard);

    /** Whether it was there. */
    boolean remove(UUID id);

    Optional<Guard> find(UUID id);

    /** The first that began first. */
    List<Guard> ofGuardian(PhoneNumber guardian);

    /** The first that began first. */
    List<Guard> ofWard(PhoneNumber ward);
}
