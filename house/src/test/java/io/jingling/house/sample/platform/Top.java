package io.jingling.house.sample.platform;

import io.jingling.house.sample.domain.Hidden;
import java.util.Optional;

/** Offends nobody: the platform may know the words. */
public final class Top {
    public Optional<Hidden> hidden() {
        return Optional.empty();
    }
}
