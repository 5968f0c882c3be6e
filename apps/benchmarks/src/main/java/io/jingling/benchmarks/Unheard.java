package io.jingling.benchmarks;

import io.jingling.detection.Detection;
import io.jingling.detection.Sighting;
import io.jingling.domain.CallRecord;

/** Listens to nothing: reading and learning alone are measured. */
final class Unheard implements Detection.Listener {
    @Override
    public void rings(Sighting sighting) {
        // Nothing is made of it.
    }

    @Override
    public void late(CallRecord call) {
        // Nothing is made of it.
    }
}
