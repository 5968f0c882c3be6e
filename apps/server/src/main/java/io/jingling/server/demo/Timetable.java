package io.jingling.server.demo;

import java.time.Instant;
import java.util.function.Consumer;

/** When what of a story happens. */
interface Timetable {
    /** @param what is told the time that it is then */
    void at(Instant when, Consumer<Instant> what);
}
