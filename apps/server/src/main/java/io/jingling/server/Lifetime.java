package io.jingling.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;

/** From ready to stopped. */
public final class Lifetime implements QuarkusApplication {
    private final HttpServer http;

    public Lifetime(HttpServer http) {
        this.http = http;
    }

    @Override
    public int run(String... arguments) {
        Composition composition = Starting.opened();
        composition.start();
        Starting.ready(true);
        Console.say("ready " + address());
        try {
            Quarkus.waitForExit();
        } finally {
            Starting.ready(false);
            composition.close();
        }
        return Exit.DONE;
    }

    private String address() {
        String host = http.getLocalBaseUri().getHost();
        int port = http.getPort() > 0 ? http.getPort() : http.getSecurePort();
        boolean any = host.equals("0.0.0.0") || host.equals("localhost");
        return http.getLocalBaseUri().getScheme() + "://" + (any ? "127.0.0.1" : host) + ":" + port;
    }
}
