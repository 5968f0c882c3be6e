package io.jingling.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jingling.detection.Model;
import io.jingling.detection.ModelCodec;
import io.jingling.http.memory.LineModel;
import io.jingling.platform.ApiKey.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** A model's way into force and back over HTTP, and labels. */
@QuarkusTest
class ModelsResourceTest {
    private static final String BYTES = "application/octet-stream";

    @Inject
    Api api;

    @Test
    void aModelIsSentLookedAtPublishedAndRolledBack() {
        assertThat(send("candidate").status()).isEqualTo(201);
        assertThat(send("candidate").json().path("state").asText()).isEqualTo("shadow");
        Api.Answer early = api.asOperator("POST", "/v1/models/candidate/publish", "{}");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().path("detail").asText()).startsWith("preview: got none against the model in force");
        assertThat(preview("candidate").path("state").asText()).isIn("running", "done");
        JsonNode done = preview("candidate");
        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.path("against").asText()).isEqualTo("shipped");
        assertThat(done.path("newlyBlocked").path("calls").isNumber()).isTrue();
        Api.Answer published = api.asOperator("POST", "/v1/models/candidate/publish", "{}");
        assertThat(published.status()).isEqualTo(200);
        assertThat(published.json().path("id").asText()).isEqualTo("candidate");
        assertThat(models().path("inForce").asText()).isEqualTo("candidate");
        assertThat(api.asOperator("POST", "/v1/models/rollback", "{}")
                        .json()
                        .path("id")
                        .asText())
                .isEqualTo("shipped");
        assertThat(api.asOperator("POST", "/v1/models/rollback", "{}").status()).isEqualTo(409);
        assertThat(models().path("inForce").asText()).isEqualTo("shipped");
    }

    @Test
    void whatIsNoModelIsRefusedWithWhatWasGotAndWanted() {
        Api.Answer answer = api.asOperator("POST", "/v1/models/none/publish?force=perhaps", "{}");
        assertThat(answer.json().path("detail").asText()).isEqualTo("force: got something else, want true or false");
        Api.Answer bad = api.send(
                api.key(Role.OPERATOR), "POST", "/v1/models", BYTES, BodyPublishers.ofString("no model at all"));
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.json().path("detail").asText())
                .isEqualTo("model: got 15 bytes of something else, want a file that begins with \"JINGLING MODEL 3\"");
    }

    @Test
    void driftIsToldInWholeFromTheFirstCall() {
        JsonNode drift = api.asOperator("GET", "/v1/models/current/drift", "").json();
        assertThat(drift.path("blocks")).hasSize(5);
        assertThat(drift.path("calibrationError").isNumber()).isTrue();
    }

    @Test
    void labelsAreTakenOnceAndBadOnesAreNamed() {
        String file = "number,claim,at\n17099990001,harassment,2026-11-23T01:30:00Z\nnobody,benign,x\n";
        Api.Answer first = api.send(api.key(Role.OFFICER), "POST", "/v1/labels", "text/csv", file);
        assertThat(first.json().path("added").asLong()).isEqualTo(1);
        assertThat(first.json().path("rejects").get(0).path("line").asLong()).isEqualTo(3);
        Api.Answer second = api.send(api.key(Role.OFFICER), "POST", "/v1/labels", "text/csv", file);
        assertThat(second.json().path("added").asLong()).isZero();
        assertThat(second.json().path("known").asLong()).isEqualTo(1);
    }

    private Api.Answer send(String name) {
        Model line = LineModel.MODEL;
        Model model =
                new Model(name, line.trees(), line.sequence(), line.calibration(), line.thresholds(), line.linking());
        return api.send(
                api.key(Role.OPERATOR),
                "POST",
                "/v1/models",
                BYTES,
                BodyPublishers.ofByteArray(ModelCodec.write(model)));
    }

    private JsonNode preview(String id) {
        return api.asOperator("GET", "/v1/models/" + id + "/preview", "").json();
    }

    private JsonNode models() {
        return api.asOperator("GET", "/v1/models", "").json();
    }
}
