package io.jingling.house.sample.sip;

import io.jingling.house.sample.storage.Neighbour;

/** Offends on purpose: an edge that knows another. */
public final class Sideways {
    public Neighbour neighbour() {
        return new Neighbour();
    }
}
