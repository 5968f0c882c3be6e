package io.jingling.simulator;

/** Somebody who does something from time to time. */
interface Actor {
    long NEVER = Long.MAX_VALUE;

    /**
     * Acts.
     *
     * @param now milliseconds since the simulation's first midnight
     * @return when it acts next, after now; {@link #NEVER} for no more
     */
    long act(long now);
}
