package io.jingling.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.ApiKey;
import io.jingling.platform.Watch;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CampaignsResourceTest {
    private static final Instant START = Instant.parse("2026-11-28T01:14:00Z");
    private static final String FIRST = "17012340001";
    private static final String SECOND = "17012340002";

    @Inject
    Api api;

    @Inject
    Watch watch;

    @BeforeEach
    void twoNumbersCallOverOneTrunk() {
        for (int i = 0; i < 4; i++) {
            call("a" + i, FIRST, 60 * i);
        }
        call("b0", SECOND, 300);
        call("b1", SECOND, 360);
    }

    @Test
    void campaignsAreListedWithoutTheirMembers() {
        JsonNode campaigns = api.as(ApiKey.Role.OFFICER, "GET", "/v1/campaigns?limit=10", "")
                .json()
                .get("campaigns");
        assertThat(campaigns).hasSize(1);
        assertThat(campaigns.get(0).get("numbers").asInt()).isEqualTo(2);
        assertThat(campaigns.get(0).get("members")).isEmpty();
        assertThat(campaigns.get(0).get("summary").asText()).startsWith("该团伙自11月28日09:17起使用2个号码");
    }

    @Test
    void oneCampaignTellsAllWithEveryNumberMasked() {
        String id = api.asOperator("GET", "/v1/campaigns", "")
                .json()
                .get("campaigns")
                .get(0)
                .get("id")
                .asText();
        Api.Answer answer = api.asOperator("GET", "/v1/campaigns/" + id, "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain(FIRST, SECOND).contains("170****0001", "170****0002");
        JsonNode campaign = answer.json();
        assertThat(campaign.get("timeline").get(0).get("kind").asText()).isEqualTo("founded");
        assertThat(campaign.get("timeline").get(1).get("kind").asText()).isEqualTo("joined");
        assertThat(campaign.get("ties").findValuesAsText("chinese")).contains("同一线路");
        assertThat(campaign.get("hours")).hasSize(1);
        assertThat(campaign.get("members").get(0).get("left").asText()).isEmpty();
    }

    @Test
    void anIdThatNoCampaignHasIsNotFound() {
        Api.Answer answer = api.asOperator("GET", "/v1/campaigns/none", "");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.mediaType()).isEqualTo(Problem.MEDIA_TYPE);
        assertThat(answer.json().get("field").asText()).isEqualTo("id");
    }

    @Test
    void aCallOverTheCampaignsTrunkIsRejectedAtTheFirstCallOfItsNextNumber() {
        assertThat(screen("17012340003", "")).isEqualTo("pass");
        assertThat(screen("17012340003", ",\"trunk\":\"robots\"")).isEqualTo("reject");
        assertThat(screen("17012340003", ",\"trunk\":\"robots\",\"userAgent\":\"someone else\""))
                .isEqualTo("pass");
    }

    private String screen(String caller, String more) {
        String body = "{\"caller\":\"" + caller + "\",\"callee\":\"13700137009\",\"rehearse\":true,"
                + "\"at\":\"2026-11-28T01:22:00Z\"" + more + "}";
        return api.asOperator("POST", "/v1/screen", body).json().get("action").asText();
    }

    /** A copy of one that was observed before changes nothing. */
    private void call(String callId, String caller, int seconds) {
        CallRecord record = new CallRecord(
                callId,
                START.plusSeconds(seconds),
                PhoneNumber.parse(caller),
                PhoneNumber.parse("1370013700" + seconds / 60),
                Direction.OUT,
                false,
                Duration.ofSeconds(20),
                Duration.ZERO,
                ReleasedBy.CALLER,
                "",
                new Origin("robots", "", "", "", ""));
        watch.observe(List.of(record), record.end().plusSeconds(6));
    }
}
