package io.jingling.http.console;

import io.jingling.http.KeyRing;
import io.jingling.platform.ApiKey;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets somebody visit the console over a real socket, as a browser without scripts does. */
@Singleton
public class Visitor {
    private final HttpServer server;
    private final KeyRing ring;

    Visitor(HttpServer server, KeyRing ring) {
        this.server = server;
        this.ring = ring;
    }

    /** Nobody yet. */
    Tab stranger() {
        return new Tab("http://127.0.0.1:" + server.getPort());
    }

    /** Logged in with a new key. */
    Tab as(ApiKey.Role role) {
        Tab tab = stranger();
        tab.post("/console/log-in", "key", ring.cut("visitor", role, "").secret());
        tab.csrf = tab.hidden(tab.get("/console/live").body(), "csrf");
        return tab;
    }

    String key(ApiKey.Role role) {
        return ring.cut("visitor", role, role == ApiKey.Role.SUBSCRIBER ? "id1" : "")
                .secret();
    }

    KeyRing ring() {
        return ring;
    }

    /** A browser's tab with its own cookies. */
    static final class Tab {
        private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();
        private final String server;
        private String csrf = "";

        private Tab(String server) {
            this.server = server;
        }

        HttpResponse<String> get(String path) {
            return send(HttpRequest.newBuilder(URI.create(server + path)).GET());
        }

        /** Names and values in turn; the secret of the session goes with them. */
        HttpResponse<String> post(String path, String... form) {
            return postAs(csrf, server, path, form);
        }

        /** As the page's script does. */
        HttpResponse<String> byScript(String path, String... form) {
            return send(HttpRequest.newBuilder(URI.create(server + path))
                    .header("HX-Request", "true")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body(csrf, form))));
        }

        HttpResponse<String> postAs(String secret, String origin, String path, String... form) {
            return send(HttpRequest.newBuilder(URI.create(server + path))
                    .header("Origin", origin)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body(secret, form))));
        }

        String secret() {
            return csrf;
        }

        String server() {
            return server;
        }

        String hidden(String page, String name) {
            Matcher found =
                    Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
            return found.find() ? found.group(1) : "";
        }

        private static String body(String secret, String... form) {
            StringBuilder body = new StringBuilder("csrf=" + secret);
            for (int i = 0; i < form.length; i += 2) {
                body.append('&')
                        .append(form[i])
                        .append('=')
                        .append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
            }
            return body.toString();
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
