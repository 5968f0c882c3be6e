package io.jingling.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.jingling.evidence.Authority;
import io.jingling.evidence.Hash;
import io.jingling.evidence.Timestamp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Timestamps of our own authority and of openssl's, read by openssl and by us. */
class TimestampTest {
    private static final byte[] CONTENT = "jingling/manifest/v1\n".getBytes(StandardCharsets.UTF_8);
    private static final Hash HASH = Hash.sha256(CONTENT);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String POLICY = """
            [tsa]
            default_tsa = tsa1
            [tsa1]
            serial = serial
            signer_cert = tsa.pem
            signer_key = tsa.key
            certs = ca.pem
            signer_digest = sha256
            default_policy = 1.2.3.4
            digests = sha256, sha512
            accuracy = secs:1
            ess_cert_id_alg = sha256
            [usr]
            keyUsage = critical, digitalSignature
            extendedKeyUsage = critical, timeStamping
            """;

    @TempDir
    private Path folder;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void opensslVerifiesWhatOurAuthorityStamped() throws Exception {
        LocalAuthority local = local();
        Files.write(folder.resolve("data"), CONTENT);
        Files.write(folder.resolve("reply.tsr"), Timestamps.over(CONTENT, local, RANDOM));
        Files.writeString(folder.resolve("ca.pem"), local.certificatePem());
        assertThat(verify("data")).startsWith("exit 0\n").contains("Verification: OK");
        Files.writeString(folder.resolve("data"), "something else");
        assertThat(verify("data")).contains("Verification: FAILED", "message imprint mismatch");
    }

    @Test
    void itsNameSaysThatItIsNotIndependent() throws Exception {
        Files.write(folder.resolve("reply.tsr"), Timestamps.over(CONTENT, local(), RANDOM));
        Timestamp seen = new BouncySeals().timestamp(Files.readAllBytes(folder.resolve("reply.tsr")), HASH, List.of());
        assertThat(seen).isInstanceOfSatisfying(Timestamp.Unknown.class, unknown -> assertThat(unknown.signer())
                .contains("NOT INDEPENDENT", "非独立"));
    }

    @Test
    void anyAuthorityIsAskedByItsUrlAndBelievedByWhoTrustsTheCaAboveIt() throws Exception {
        Openssl openssl = authorityOfOpenssl();
        server.createContext("/tsa", exchange -> {
            Files.write(folder.resolve("query"), exchange.getRequestBody().readAllBytes());
            byte[] reply = reply(openssl);
            exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        try (TimestampClient client = new TimestampClient(url("/tsa"))) {
            byte[] reply = Timestamps.over(CONTENT, client, RANDOM);
            Authority ca = new Authority("CA", Pem.read(Files.readString(folder.resolve("ca.pem"))), true);
            assertThat(new BouncySeals().timestamp(reply, HASH, List.of(ca)))
                    .isInstanceOfSatisfying(Timestamp.Believed.class, believed -> {
                        assertThat(believed.authority()).isEqualTo(ca);
                        assertThat(believed.signer()).contains("TSA of openssl");
                        assertThat(believed.at()).isBefore(Instant.now().plusSeconds(5));
                    });
            Authority other = new Authority("other", Pem.read(local().certificatePem()), true);
            assertThat(new BouncySeals().timestamp(reply, HASH, List.of(other))).isInstanceOf(Timestamp.Unknown.class);
            assertThat(new BouncySeals().timestamp(reply, Hash.EMPTY, List.of(ca)))
                    .isInstanceOf(Timestamp.Refused.class);
        }
    }

    @Test
    void anAnswerToAnotherQuestionIsNotTaken() {
        LocalAuthority local = local();
        byte[] older = Timestamps.over(CONTENT, local, RANDOM);
        assertThatThrownBy(() -> Timestamps.over(CONTENT, request -> older, RANDOM))
                .isInstanceOf(SealFailure.class)
                .hasMessageContaining("want an answer to what was asked");
    }

    @Test
    void anAuthorityInTroubleIsNamed() {
        server.createContext("/down", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        try (TimestampClient client = new TimestampClient(url("/down"))) {
            assertThatThrownBy(() -> Timestamps.over(CONTENT, client, RANDOM))
                    .isInstanceOfSatisfying(SealFailure.class, failure -> assertThat(failure.category())
                            .isEqualTo(SealFailure.Category.AUTHORITY))
                    .hasMessageContaining("/down: got status 503");
        }
    }

    /** Many of its bits are signed by nobody: a bundle's seal has them. No flip may change what is said, or be an exception. */
    @Test
    void noFlippedBitOfAReplyMakesItSaySomethingElse() {
        LocalAuthority local = local();
        byte[] reply = Timestamps.over(CONTENT, local, RANDOM);
        Authority trusted = new Authority("own", Pem.read(local.certificatePem()), false);
        Timestamp said = new BouncySeals().timestamp(reply, HASH, List.of(trusted));
        assertThat(said).isInstanceOf(Timestamp.Believed.class);
        for (int bit = 0; bit < reply.length * 8; bit += 3) {
            byte[] flipped = reply.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Timestamp now = new BouncySeals().timestamp(flipped, HASH, List.of(trusted));
            assertThat(now instanceof Timestamp.Believed believed ? believed : said)
                    .as("bit %d", bit)
                    .isEqualTo(said);
        }
    }

    /** What nobody signed may be changed before a bundle seals it; but not so that openssl sees no timestamp any more. */
    @Test
    void whatIsBelievedWithABitFlippedOpensslVerifiesToo() throws Exception {
        LocalAuthority local = local();
        byte[] reply = Timestamps.over(CONTENT, local, RANDOM);
        Authority trusted = new Authority("own", Pem.read(local.certificatePem()), false);
        Files.write(folder.resolve("data"), CONTENT);
        Files.writeString(folder.resolve("ca.pem"), local.certificatePem());
        int believed = 0;
        for (int bit = 0; bit < reply.length * 8; bit++) {
            byte[] flipped = reply.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            if (new BouncySeals().timestamp(flipped, HASH, List.of(trusted)) instanceof Timestamp.Believed) {
                Files.write(folder.resolve("reply.tsr"), flipped);
                assertThat(verify("data")).as("bit %d", bit).contains("Verification: OK");
                believed++;
            }
        }
        assertThat(believed).as("of the words of its status").isBetween(1, 8 * 20);
    }

    private LocalAuthority local() {
        return LocalAuthority.readOrMake(folder.resolve("keys"), InstantSource.system());
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private String verify(String data) throws IOException, InterruptedException {
        return new Openssl(folder).run("ts", "-verify", "-in", "reply.tsr", "-data", data, "-CAfile", "ca.pem");
    }

    private Openssl authorityOfOpenssl() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("tsa.cnf"), POLICY);
        Files.writeString(folder.resolve("serial"), "01\n");
        Openssl openssl = new Openssl(folder);
        openssl.run(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=CA",
                "-keyout",
                "ca.key",
                "-out",
                "ca.pem");
        openssl.run(
                "req",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=TSA of openssl",
                "-keyout",
                "tsa.key",
                "-out",
                "tsa.csr");
        openssl.run(
                "x509",
                "-req",
                "-in",
                "tsa.csr",
                "-CA",
                "ca.pem",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-days",
                "30",
                "-extfile",
                "tsa.cnf",
                "-extensions",
                "usr",
                "-out",
                "tsa.pem");
        return openssl;
    }

    private byte[] reply(Openssl openssl) throws IOException {
        try {
            openssl.run("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query", "-out", "answer");
            return Files.readAllBytes(folder.resolve("answer"));
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }
}
