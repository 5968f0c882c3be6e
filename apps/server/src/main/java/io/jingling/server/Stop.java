package io.jingling.server;

import io.jingling.server.demo.Demo;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Closes what was opened. The process waits for this thread when it is told to stop, and for no other. */
@Singleton
public class Stop {
    private Optional<Demo> demo = Optional.empty();

    synchronized void before(Demo playing) {
        demo = Optional.of(playing);
    }

    synchronized void stop(@Observes ShutdownEvent told) {
        Starting.ready(false);
        demo.ifPresent(Demo::close);
        Starting.openedAlready().ifPresent(Composition::close);
    }
}
