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
        System.out.println("ready http://127.0.0.1:" + http.getPort());
        Quarkus.waitForExit();
        return 0;
    }
}
