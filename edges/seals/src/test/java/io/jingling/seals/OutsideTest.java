package io.jingling.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.jingling.evidence.Stamping.Stamped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Others' servers as they may be: slow, endless, down. Over real sockets. */
class OutsideTest {
    private static final Duration LITTLE = Duration.ofMillis(200);
    private static final Duration ENOUGH = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aWitnessIsAskedAtItsPathAndItsAnswerComesAsItIs() {
        at(
                "/w/add-checkpoint",
                exchange -> answer(exchange, 409, exchange.getRequestBody().readAllBytes()));
        try (WitnessClient witness = new WitnessClient(url("/w/"), ENOUGH)) {
            assertThat(witness.add("12\n".getBytes(StandardCharsets.UTF_8))).satisfies(said -> {
                assertThat(said.status()).isEqualTo(409);
                assertThat(said.body()).asString(StandardCharsets.UTF_8).isEqualTo("12\n");
            });
        }
    }

    @Test
    void noAnswerInTimeIsNone() {
        at("/add-checkpoint", exchange -> hold());
        assertNone(url("/"), "got no answer (java.util.concurrent.TimeoutException), want one within 200 ms");
    }

    @Test
    void anAnswerThatBeginsAndNeverEndsIsNone() {
        at("/add-checkpoint", exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
            hold();
        });
        assertNone(url("/"), "got no answer (java.util.concurrent.TimeoutException), want one within 200 ms");
    }

    @Test
    void moreThanABoundIsNotReadToItsEnd() {
        at("/add-checkpoint", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[1 << 16];
            for (int i = 0; i < 1 << 14; i++) {
                exchange.getResponseBody().write(much);
            }
        });
        try (WitnessClient witness = new WitnessClient(url("/"), ENOUGH)) {
            assertThatThrownBy(() -> witness.add(new byte[1]))
                    .isInstanceOf(SealFailure.class)
                    .hasMessageContaining("more than 262144 bytes");
        }
    }

    @Test
    void nobodyThereIsNamed() {
        URI gone = url("/");
        server.stop(0);
        assertNone(gone, "/add-checkpoint: got no answer (java.net.ConnectException");
    }

    @Test
    void anAuthorityThatFailsIsLeftOutAndCounted() {
        LocalAuthority local = LocalAuthority.readOrMake(folder, InstantSource.system());
        at(
                "/good",
                exchange -> answer(
                        exchange, 200, local.answer(exchange.getRequestBody().readAllBytes())));
        at("/down", exchange -> answer(exchange, 503, new byte[0]));
        at("/nonsense", exchange -> answer(exchange, 200, new byte[] {1, 2, 3}));
        byte[] content = "a checkpoint".getBytes(StandardCharsets.UTF_8);
        try (Stampers stampers = Stampers.at(List.of(url("/down"), url("/good"), url("/nonsense"), url("/good")))) {
            List<Stamped> stamps = stampers.over(content);
            assertThat(stamps).extracting(Stamped::authority).containsExactly("127-0-0-1-2", "127-0-0-1-4");
            assertThat(stampers.failures()).isEqualTo(2);
        }
        try (Stampers stampers = Stampers.local(local)) {
            assertThat(stampers.over(content)).extracting(Stamped::authority).containsExactly("local");
        }
    }

    private void assertNone(URI url, String why) {
        try (WitnessClient witness = new WitnessClient(url, LITTLE)) {
            assertThatThrownBy(() -> witness.add(new byte[1]))
                    .isInstanceOf(SealFailure.class)
                    .hasMessageStartingWith("witness " + url)
                    .hasMessageContaining(why);
        }
    }

    private void at(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Until the test is over. */
    private void hold() {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}
