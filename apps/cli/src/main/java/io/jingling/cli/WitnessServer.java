package io.jingling.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jingling.evidence.AddCheckpoint;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Witness;
import io.jingling.evidence.Witness.Answer;
import io.jingling.platform.StoreFailure;
import io.jingling.storage.WitnessFolder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A witness over HTTP (C2SP tlog-witness): {@code POST /add-checkpoint}. And, for monitors to compare with, {@code GET
 * /seen/NAME}: what it cosigned last of that log.
 */
final class WitnessServer implements AutoCloseable {
    private static final int BODY_MAX = 1 << 16;
    private static final int THREADS = 4;
    private static final String SEEN = "/seen/";

    private final WitnessFolder folder;
    private final Witness witness;
    private final InstantSource clock;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private WitnessServer(WitnessFolder folder, Witness witness, InstantSource clock, HttpServer server) {
        this.folder = folder;
        this.witness = witness;
        this.clock = clock;
        this.server = server;
    }

    static WitnessServer start(WitnessFolder folder, Witness witness, InstantSource clock, InetSocketAddress at)
            throws IOException {
        WitnessServer started = new WitnessServer(folder, witness, clock, HttpServer.create(at, 0));
        started.server.setExecutor(started.threads);
        started.server.createContext("/add-checkpoint", exchange -> started.answer(exchange, started::added));
        started.server.createContext(SEEN, exchange -> started.answer(exchange, started::seen));
        started.server.start();
        return started;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What is answered. */
    private record Said(int status, String type, byte[] body) {
        static Said text(int status, String text) {
            return new Said(status, "text/plain; charset=utf-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private interface Work {
        Said of(HttpExchange exchange) throws IOException;
    }

    private void answer(HttpExchange exchange, Work work) throws IOException {
        Said said;
        try {
            said = work.of(exchange);
        } catch (IllegalArgumentException malformed) {
            said = Said.text(400, malformed.getMessage());
        } catch (StoreFailure away) {
            said = Said.text(500, away.getMessage());
        }
        exchange.getResponseHeaders().set("Content-Type", said.type());
        exchange.sendResponseHeaders(said.status(), said.body().length);
        exchange.getResponseBody().write(said.body());
        exchange.close();
    }

    private Said added(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            return Said.text(405, "method: got another, want POST");
        }
        byte[] body = exchange.getRequestBody().readNBytes(BODY_MAX + 1);
        if (body.length > BODY_MAX) {
            return Said.text(413, "body: got more, want at most " + BODY_MAX + " bytes");
        }
        long seconds = clock.instant().getEpochSecond();
        return switch (folder.cosign(witness, AddCheckpoint.read(body), seconds)) {
            case Answer.Cosigns(SignedCheckpoint cosigned) ->
                Said.text(200, cosigned.note().signatures().getLast().toString());
            case Answer.Conflict(long size) ->
                new Said(409, "text/x.tlog.size", (size + "\n").getBytes(StandardCharsets.US_ASCII));
            case Answer.UnknownLog(String origin) -> Said.text(404, "log: got one that is not witnessed here");
            case Answer.Untrusted(String reason) -> Said.text(403, reason);
            case Answer.Inconsistent(String reason) -> Said.text(422, reason);
            case Answer.Malformed(String reason) -> Said.text(400, reason);
        };
    }

    private Said seen(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath();
        String origin = URLDecoder.decode(path.substring(SEEN.length()), StandardCharsets.UTF_8);
        return folder.seen(origin)
                .map(found ->
                        new Said(200, "text/plain; charset=utf-8", found.note().bytes()))
                .orElseGet(() -> Said.text(404, "log: got one of which nothing was cosigned here"));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
