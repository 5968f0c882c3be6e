package io.jingling.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jingling.evidence.Check;
import io.jingling.evidence.Entry;
import io.jingling.evidence.EntryBundle;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.Hash;
import io.jingling.evidence.LogPolicy;
import io.jingling.evidence.LogProof;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteSignature;
import io.jingling.evidence.Opening;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Tile;
import io.jingling.http.memory.Memory;
import io.jingling.http.memory.MemoryEvidence;
import io.jingling.http.memory.MemoryVouchers;
import io.jingling.platform.ApiKey.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Entries put in, proved and opened over HTTP, and the log's files for everybody. */
@QuarkusTest
class EvidenceResourceTest {
    private static final LogPolicy POLICY =
            new LogPolicy("PeterNeumann", List.of(MemoryEvidence.SIGNER.verifier()), List.of(), 0);
    private static final byte[] CONTENT = "found on 2026-11-28".getBytes(StandardCharsets.UTF_8);

    @Inject
    Api api;

    @Inject
    Memory memory;

    @Inject
    MemoryEvidence evidence;

    @Inject
    MemoryVouchers vouchers;

    @AfterEach
    void allIsWell() {
        memory.away(false);
    }

    @Test
    void aContentIsFiledProvedAndOpened() {
        Api.Answer made = api.asOperator("POST", "/v1/evidence", filed());
        assertThat(made.status()).isEqualTo(201);
        JsonNode receipt = made.json();
        byte[] salt = Base64.getDecoder().decode(receipt.path("salt").asText());
        Hash leaf = new Opening(EntryKind.FINDING, salt, CONTENT).entry().leaf();
        assertThat(receipt.path("leaf").asText()).isEqualTo(leaf.base64());
        assertThat(receipt.path("origin").asText()).isEqualTo("PeterNeumann");
        assertThat(receipt.path("treeSize").asLong())
                .isEqualTo(receipt.path("index").asLong() + 1);
        Api.Answer proof = api.as(
                Role.AUDITOR, "GET", "/v1/evidence/" + receipt.path("index").asLong() + "/proof", "");
        assertThat(proof.mediaType()).startsWith("text/plain");
        assertThat(LogProof.read(proof.text().getBytes(StandardCharsets.UTF_8)).check(leaf, POLICY))
                .isEqualTo(Check.HOLDS);
        JsonNode opened =
                opened(receipt.path("index").asLong(), "case 2026-1141").json();
        assertThat(opened.path("kind").asText()).isEqualTo("finding");
        assertThat(Base64.getDecoder().decode(opened.path("content").asText())).isEqualTo(CONTENT);
        assertThat(opened.path("salt").asText()).isEqualTo(receipt.path("salt").asText());
        assertThat(opened.path("parts")).isEmpty();
    }

    @Test
    void aCommitmentIsTakenWithoutItsContent() {
        Entry entry = new Opening(EntryKind.FILE, new byte[32], CONTENT).entry();
        Api.Answer made = api.asOperator(
                "POST",
                "/v1/evidence",
                "{\"kind\":\"file\",\"commitment\":\""
                        + entry.commitment().hash().base64() + "\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("leaf").asText()).isEqualTo(entry.leaf().base64());
        assertThat(made.json().has("salt")).isFalse();
        assertThat(asked(made.json().path("index").asLong(), "why not").status())
                .isEqualTo(404);
    }

    @Test
    void whoeverOpensAnEntryIsInEvidenceFirst() {
        long index = api.asOperator("POST", "/v1/evidence", filed())
                .json()
                .path("index")
                .asLong();
        String release = asked(index, " a  good\\nreason ").json().path("id").asText();
        assertThat(opening(index, release).status()).as("nobody released it").isEqualTo(409);
        api.as(Role.OFFICER, "POST", "/v1/releases/" + release + "/release", "{}");
        assertThat(opening(index + 1_000, release).status()).isEqualTo(404);
        assertThat(opening(index, release).status()).isEqualTo(200);
        assertThat(evidence.said()).contains("how read\n", "what entry " + index + "\nreason a  good reason\n");
        memory.away(true);
        assertThat(opening(index, release).status()).isEqualTo(503);
        memory.away(false);
        assertThat(asked(index, "").json().path("detail").asText())
                .isEqualTo("reason: got 0 characters, want 1 to 200");
    }

    @Test
    void whenTheLogIsAwayNothingIsTakenOrShown() {
        String id = api.asOperator("POST", "/v1/subscribers/lookup", "{\"number\":\"13733330001\"}")
                .json()
                .path("id")
                .asText();
        memory.away(true);
        assertThat(api.asOperator("POST", "/v1/evidence", filed())
                        .json()
                        .path("type")
                        .asText())
                .isEqualTo("urn:jingling:problem:store-away");
        assertThat(api.asOperator("GET", "/v1/subscribers/" + id + "/wishes", "")
                        .status())
                .isEqualTo(503);
    }

    @Test
    void anOperatorWhoSeesFullNumbersIsInEvidenceWithTheReason() {
        String id = api.asOperator("POST", "/v1/subscribers/lookup", "{\"number\":\"13733330002\"}")
                .json()
                .path("id")
                .asText();
        api.asOperator("GET", "/v1/subscribers/" + id + "/wishes?reason=she%20called%20us", "");
        assertThat(evidence.said())
                .contains(
                        "role operator\nrelease \ncase \nwhat lists of wishes\nreason she called us\n",
                        "jingling/number-accessed/v1\nwhose 13733330002\n");
        String before = evidence.said();
        api.as(Role.OFFICER, "GET", "/v1/subscribers/" + id + "/wishes", "");
        assertThat(evidence.said()).as("who sees masked numbers sees nobody's").isEqualTo(before);
        JsonNode forgotten = api.asOperator("DELETE", "/v1/subscribers/" + id + "/evidence", "")
                .json();
        assertThat(forgotten.path("parts").asInt()).isEqualTo(1);
        assertThat(evidence.said()).endsWith("parts 1\n").contains("jingling/forgotten/v1\n");
    }

    @Test
    void everyProblemNamesItsField() {
        assertThat(problem("{\"kind\":\"decisions\",\"content\":\"\"}"))
                .isEqualTo("kind: got \"decisions\", want one of"
                        + " [appeal, file, canary_plan, mark_plan, finding, custody]");
        assertThat(problem("{\"kind\":\"file\"}")).isEqualTo("commitment: got nothing, want one of both");
        assertThat(problem("{\"kind\":\"file\",\"content\":\"\",\"commitment\":\"\"}"))
                .isEqualTo("commitment: got one beside a content, want one of both");
        assertThat(problem("{\"kind\":\"file\",\"content\":\"%\"}"))
                .isEqualTo("content: got something else, want Base64 (RFC 4648 §4)");
        assertThat(problem("{\"kind\":\"file\",\"commitment\":\"AAAA\"}"))
                .isEqualTo("commitment: got 3 bytes, want 32");
    }

    @Test
    void theLogsFilesAreOpenToEverybodyAndWhole() throws Exception {
        api.asOperator("POST", "/v1/evidence", filed());
        SignedCheckpoint checkpoint = SignedCheckpoint.read(bytes("/evidence/checkpoint", 200));
        assertThat(POLICY.check(checkpoint)).isEqualTo(Check.HOLDS);
        long size = checkpoint.head().size();
        Tile entries = Tile.in(size, Tile.ENTRIES, 0);
        Tile hashes = Tile.in(size, 0, 0);
        List<byte[]> all = EntryBundle.read(bytes("/evidence/" + entries.path(), 200), entries.width());
        assertThat(Hash.leaf(all.getFirst()).bytes())
                .isEqualTo(Arrays.copyOf(bytes("/evidence/" + hashes.path(), 200), 32));
        for (String none : List.of("0/999", "entries/001", "0/000.p/0", "0/../../keys/evidence.key", "9/000", "x")) {
            bytes("/evidence/tile/" + none, 404);
        }
    }

    private byte[] bytes(String path, int status) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            return answer.body();
        }
    }

    /** By an operator whose wish an officer released. */
    private Api.Answer opened(long index, String reason) {
        String release = asked(index, reason).json().path("id").asText();
        api.as(Role.OFFICER, "POST", "/v1/releases/" + release + "/release", "{}");
        return opening(index, release);
    }

    private Api.Answer asked(long index, String reason) {
        api.key(Role.OFFICER);
        return api.asOperator(
                "POST",
                "/v1/releases",
                "{\"about\":\"entry\",\"of\":\"" + index + "\",\"caseId\":\"case 1\",\"reason\":\"" + reason + "\"}");
    }

    private Api.Answer opening(long index, String release) {
        return api.asOperator("POST", "/v1/evidence/" + index + "/opening", "{\"release\":\"" + release + "\"}");
    }

    private String problem(String body) {
        Api.Answer answer = api.asOperator("POST", "/v1/evidence", body);
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().path("detail").asText();
    }

    private static String filed() {
        return "{\"kind\":\"finding\",\"content\":\"" + Base64.getEncoder().encodeToString(CONTENT) + "\"}";
    }

    @Test
    void whatOthersSayOfCheckpointsIsOpenToEverybodyAndProofsAreUnderIt() throws Exception {
        long first = api.asOperator("POST", "/v1/evidence", filed())
                .json()
                .path("index")
                .asLong();
        SignedCheckpoint seen = evidence.checkpoint();
        NoteKey witness = new NoteKey("witness.example", NoteKey.COSIGNATURE, new byte[32]);
        SignedCheckpoint cosigned = seen.with(List.of(new NoteSignature(witness.name(), witness.id(), new byte[72])));
        vouchers.cosigned(cosigned);
        vouchers.stamp("7.checkpoint", cosigned.note().bytes());
        vouchers.stamp("7.local.tsr", new byte[] {1, 2, 3});
        long later = api.asOperator("POST", "/v1/evidence", filed())
                .json()
                .path("index")
                .asLong();
        assertThat(bytes("/evidence/cosigned", 200)).isEqualTo(cosigned.note().bytes());
        assertThat(new String(bytes("/evidence/stamps", 200), StandardCharsets.UTF_8))
                .isEqualTo("7.checkpoint\n7.local.tsr\n");
        assertThat(bytes("/evidence/stamps/7.local.tsr", 200)).containsExactly(1, 2, 3);
        bytes("/evidence/stamps/8.local.tsr", 404);
        assertThat(proof(first).checkpoint()).isEqualTo(cosigned);
        assertThat(proof(later).checkpoint()).as("it is not cosigned yet").isEqualTo(evidence.checkpoint());
    }

    private LogProof proof(long index) {
        Api.Answer proof = api.asOperator("GET", "/v1/evidence/" + index + "/proof", "");
        return LogProof.read(proof.text().getBytes(StandardCharsets.UTF_8));
    }
}
