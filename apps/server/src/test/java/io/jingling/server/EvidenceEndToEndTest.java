package io.jingling.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.jingling.evidence.Check;
import io.jingling.evidence.Ed25519;
import io.jingling.evidence.Hash;
import io.jingling.evidence.LogPolicy;
import io.jingling.evidence.LogProof;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteVerifier;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.storage.EvidenceFolder;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running platform does goes into evidence by itself, survives kill -9, and a person is deleted from it. */
class EvidenceEndToEndTest {
    private static final String JSON = "application/json";
    private static final String PERSON = "13700137000";
    private static final String WISHES = "{\"black\":[{\"number\":\"17012345678\"}]}";
    private static final String CALL = "{\"caller\":\"17012345678\",\"callee\":\"" + PERSON + "\"}";

    @TempDir
    Path folder;

    @Test
    void whatIsDoneIsInEvidenceAndAPersonIsDeletedFromIt() throws IOException {
        Path data = folder.resolve("data");
        long index;
        String leaf;
        try (ServerProcess server = ServerProcess.start(data)) {
            assertThat(size(server)).isZero();
            String id = id(server);
            assertThat(server.send("PUT", wishes(id), JSON, BodyPublishers.ofString(WISHES))
                            .status())
                    .isEqualTo(200);
            assertThat(size(server)).as("the wish").isEqualTo(1);
            assertThat(server.get(wishes(id)).status()).isEqualTo(200);
            assertThat(size(server)).as("that the operator saw the lists").isEqualTo(2);
            assertThat(server.post("/v1/screen", JSON, CALL)
                            .json()
                            .path("action")
                            .asText())
                    .isEqualTo("reject");
            await().atMost(Duration.ofSeconds(20)).until(() -> size(server) == 3);
            JsonNode opened = opened(server, 2);
            assertThat(opened.path("kind").asText()).isEqualTo("decisions");
            assertThat(text(opened)).contains("\ncallee " + PERSON + "\naction reject\nrule own-black-list\n");
            JsonNode receipt = server.post("/v1/evidence", JSON, "{\"kind\":\"finding\",\"content\":\"ZXhhbXBsZQ==\"}")
                    .json();
            index = receipt.path("index").asLong();
            leaf = receipt.path("leaf").asText();
            server.kill();
        }
        try (ServerProcess restarted = ServerProcess.start(data)) {
            assertThat(size(restarted)).isGreaterThan(index);
            byte[] proof =
                    restarted.get("/v1/evidence/" + index + "/proof").text().getBytes(StandardCharsets.UTF_8);
            NoteVerifier key = key(data);
            LogPolicy policy = new LogPolicy(key.key().name(), List.of(key), List.of(), 0);
            assertThat(LogProof.read(proof).check(Hash.ofBase64(leaf), policy)).isEqualTo(Check.HOLDS);
            String path = "/v1/subscribers/" + id(restarted) + "/evidence";
            JsonNode forgotten =
                    restarted.send("DELETE", path, "", BodyPublishers.noBody()).json();
            assertThat(forgotten.path("parts").asInt())
                    .as("a wish, a look, a decision, which may be in the log twice where its writer was killed")
                    .isIn(3, 4);
            assertThat(text(opened(restarted, 2))).isEmpty();
            assertThat(restarted.get("/q/metrics").text())
                    .contains("jingling_evidence_entries_total")
                    .doesNotContain(PERSON);
            restarted.terminate();
            restarted.ended();
        }
        assertThat(EvidenceFolder.check(
                        data.resolve("evidence"), key(data).key().name(), List.of(key(data))))
                .isEmpty();
    }

    private static NoteVerifier key(Path data) throws IOException {
        return Ed25519.verifier(
                NoteKey.of(Files.readString(data.resolve("keys/evidence.pub")).strip()));
    }

    private static String id(ServerProcess server) {
        return server.post("/v1/subscribers/lookup", JSON, "{\"number\":\"" + PERSON + "\"}")
                .json()
                .path("id")
                .asText();
    }

    private static String wishes(String id) {
        return "/v1/subscribers/" + id + "/wishes";
    }

    private static long size(ServerProcess server) {
        byte[] note = server.get("/evidence/checkpoint").text().getBytes(StandardCharsets.UTF_8);
        return SignedCheckpoint.read(note).head().size();
    }

    private static JsonNode opened(ServerProcess server, long index) {
        String officer = server.keyOf("王警官", "officer");
        String release = server.postAs(
                        officer,
                        "/v1/releases",
                        "{\"about\":\"entry\",\"of\":\"" + index + "\",\"caseId\":\"c\",\"reason\":\"a test\"}")
                .json()
                .path("id")
                .asText();
        assertThat(server.post("/v1/releases/" + release + "/release", JSON, "{}")
                        .status())
                .isEqualTo(200);
        return server.postAs(officer, "/v1/evidence/" + index + "/opening", "{\"release\":\"" + release + "\"}")
                .json();
    }

    private static String text(JsonNode opened) {
        byte[] content = Base64.getDecoder()
                .decode(opened.path("parts").path(0).path("content").asText());
        return new String(content, StandardCharsets.UTF_8);
    }
}
