package io.jingling.server;

import io.jingling.platform.StoreFailure;
import io.jingling.server.demo.Demo;
import io.jingling.server.demo.ReportedTown;
import io.jingling.server.settings.Settings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;

/** From ready to stopped. */
public final class Lifetime implements QuarkusApplication {
    private final HttpServer http;
    private final Stop stop;

    public Lifetime(HttpServer http, Stop stop) {
        this.http = http;
        this.stop = stop;
    }

    @Override
    public int run(String... arguments) {
        Composition composition = Starting.opened();
        composition.start();
        Starting.ready(true);
        Console.say("ready " + address());
        boolean isDemo = Starting.order().demo();
        if (isDemo) {
            remember(composition);
        }
        composition.watching().start();
        if (isDemo) {
            play(composition);
        }
        Quarkus.waitForExit();
        return Exit.DONE;
    }

    /** Before what is kept is learned from. */
    private static void remember(Composition composition) {
        try {
            Demo.remember(composition.watching().records(), Instant.now());
        } catch (StoreFailure failure) {
            Console.complain("demo: got " + failure.getMessage() + ", want a past; the town is new");
        }
    }

    private void play(Composition composition) {
        try {
            stop.before(Demo.start(
                    composition.platform(),
                    composition.watching().records(),
                    composition.sip().udpPort(),
                    InstantSource.system()));
            Console.say("demo: a small town telephones; all people and numbers are made up (演示)");
            Thread.ofPlatform()
                    .name("jingling-demo-reports")
                    .daemon()
                    .priority(Thread.MIN_PRIORITY)
                    .start(() -> report(composition));
        } catch (IOException | StoreFailure failure) {
            Console.complain("demo: got " + failure.getMessage() + ", want a way to call; serving without it");
        }
    }

    /** What the town reported in two quarters; nobody waits for it. */
    private static void report(Composition composition) {
        try {
            Complaining complaints = composition.complaints();
            ReportedTown.report(complaints.cases(), complaints.intake(), complaints.work(), Instant.now());
        } catch (StoreFailure | IllegalArgumentException failure) {
            Console.complain("demo: got " + failure.getMessage() + ", want reports to show; serving without them");
        }
    }

    private String address() {
        Settings.Http wished = Starting.order().settings().http();
        boolean any = wished.host().equals("0.0.0.0") || wished.host().equals("localhost");
        String host = any ? "127.0.0.1" : wished.host();
        return wished.isTls()
                ? "https://" + host + ":" + http.getSecurePort()
                : "http://" + host + ":" + http.getPort();
    }
}
