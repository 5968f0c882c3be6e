package io.jingling.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Standing;
import io.jingling.domain.Wishes;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.Platform;
import io.jingling.platform.StandingStore.Listed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScreenResourceTest {
    private static final PhoneNumber ROBOT = PhoneNumber.parse("17012345678");
    private static final PhoneNumber WANG = PhoneNumber.parse("13700137000");

    @Inject
    Api api;

    @Inject
    Platform platform;

    @Inject
    DecisionHistory history;

    @Test
    void aSuspectedCallIsRefusedWithEveryReason() {
        suspect(Category.LOANS, 83);
        platform.saveWishes(WANG, Wishes.DEFAULT.withCategory(Category.LOANS, Action.REJECT));
        JsonNode answer = screen("{\"caller\":\"+86 170 1234 5678\",\"callee\":\"13700137000\"}");
        assertThat(answer.get("action").asText()).isEqualTo("reject");
        assertThat(answer.get("rule").asText()).isEqualTo("own-category");
        assertThat(answer.get("category").asText()).isEqualTo("07");
        assertThat(answer.get("score").asInt()).isEqualTo(83);
        assertThat(answer.get("recorded").asBoolean()).isTrue();
        assertThat(answer.get("policyVersion").asInt()).isEqualTo(1);
        assertThat(answer.get("listVersion").asLong()).isPositive();
        assertThat(answer.get("reasons"))
                .anySatisfy(reason -> {
                    assertThat(reason.get("code").asText()).isEqualTo("OWN_CATEGORY");
                    assertThat(reason.get("ruleId").asText()).isEqualTo("own-category");
                    assertThat(reason.get("ruleVersion").asInt()).isEqualTo(1);
                    assertThat(reason.get("listVersion").asLong()).isPositive();
                })
                .anySatisfy(reason -> assertThat(reason.get("zh").asText()).isEqualTo("高频外呼:1 小时拨打 312 个号码"))
                .anySatisfy(reason -> assertThat(reason.get("en").asText())
                        .isEqualTo("high-frequency dialling: 312 numbers called in 1 hour"));
    }

    @Test
    void numbersInTheAnswerAreMasked() {
        JsonNode answer = screen("{\"caller\":\"13912345678\",\"callee\":\"13787654321\"}");
        assertThat(answer.get("caller").asText()).isEqualTo("139****5678");
        assertThat(answer.get("callee").asText()).isEqualTo("137****4321");
        assertThat(answer.toString()).doesNotContain("13912345678", "13787654321");
    }

    @Test
    void aPassHasItsReasonToo() {
        JsonNode answer = screen("{\"caller\":\"13900001111\",\"callee\":\"13600001111\"}");
        assertThat(answer.get("action").asText()).isEqualTo("pass");
        assertThat(answer.get("category").asText()).isEmpty();
        assertThat(answer.get("reasons")).isNotEmpty();
    }

    @Test
    void anEmptyCallerIsHidden() {
        assertThat(screen("{\"caller\":\"\",\"callee\":\"13600001111\"}")
                        .get("kind")
                        .asText())
                .isEqualTo("HIDDEN");
    }

    @Test
    void aCallFarFromNowIsRehearsedAndLeavesNoTrace() {
        int before = history.latest(1000).size();
        JsonNode answer =
                screen("{\"caller\":\"13900001111\",\"callee\":\"13600001111\",\"at\":\"2026-01-01T03:00:00+08:00\"}");
        assertThat(answer.get("recorded").asBoolean()).isFalse();
        assertThat(answer.get("at").asText()).isEqualTo("2025-12-31T19:00:00Z");
        assertThat(history.latest(1000)).hasSize(before);
    }

    @Test
    void aRehearsalOfACallNowLeavesNoTraceEither() {
        int before = history.latest(1000).size();
        JsonNode answer = screen("{\"caller\":\"13900001111\",\"callee\":\"13600001111\",\"rehearse\":true}");
        assertThat(answer.get("recorded").asBoolean()).isFalse();
        assertThat(history.latest(1000)).hasSize(before);
    }

    @Test
    void aSpoofedPoliceNumberIsLabelledAndAnEntitledOneIsNot() {
        JsonNode spoofed = screen("{\"caller\":\"110\",\"callee\":\"13600001111\"}");
        assertThat(spoofed.get("action").asText()).isEqualTo("label");
        assertThat(spoofed.get("reasons"))
                .anySatisfy(reason -> assertThat(reason.get("code").asText()).isEqualTo("NUMBER_UNVERIFIED"));
        JsonNode entitled = screen("{\"caller\":\"110\",\"callee\":\"13600001111\",\"publicNumbersEntitled\":true}");
        assertThat(entitled.get("action").asText()).isEqualTo("pass");
    }

    private JsonNode screen(String body) {
        Api.Answer answer = api.asOperator("POST", "/v1/screen", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private void suspect(Category category, int score) {
        Evidence evidence = new Evidence(Evidence.Kind.CALLS_PER_HOUR, 312);
        Instant expires = Instant.now().plusSeconds(86_400);
        platform.saveStandings(List.of(new Listed(ROBOT, new Standing.Suspected(category, score, evidence, expires))));
    }
}
