package io.jingling.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.Category;
import io.jingling.domain.NumberRange;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.RangeRule;
import io.jingling.platform.ApiKey;
import io.jingling.platform.Ranges;
import io.jingling.platform.Watch;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pages of campaigns and of detection show. */
@QuarkusTest
class CampaignPagesTest {
    private static final Instant START = Instant.parse("2026-11-28T03:14:00Z");
    private static final String FIRST = "17012340001";
    private static final String SECOND = "17012340002";
    private static final Pattern PAGE = Pattern.compile("href=\"(/console/campaigns/[0-9a-f]+)\"");

    @Inject
    Visitor visitor;

    @Inject
    Watch watch;

    @Inject
    Ranges ranges;

    @Inject
    InstantSource clock;

    private Visitor.Tab auditor;

    @BeforeEach
    void twoNumbersCallOverOneTrunk() {
        for (int i = 0; i < 4; i++) {
            call("page-a" + i, FIRST, 60 * i);
        }
        call("page-b0", SECOND, 300);
        call("page-b1", SECOND, 360);
        auditor = visitor.as(ApiKey.Role.AUDITOR);
    }

    @Test
    void campaignsAreListedWithASentenceAndWhatLinksThem() {
        assertThat(auditor.get("/console/campaigns").body()).contains("使用2个号码", "同一线路", "平均可疑度");
    }

    @Test
    void aCampaignShowsItsNumbersMaskedWithTheirTimesAndEvents() {
        String page = auditor.get(campaign()).body();
        assertThat(page)
                .contains("170****0001", "170****0002", "data-from=", "首先出现", "加入")
                .doesNotContain(FIRST, SECOND);
    }

    @Test
    void nothingIsSentAgainToAPageThatHasIt() {
        String seen = auditor.hidden(auditor.get(campaign()).body(), "seen");
        assertThat(auditor.get(campaign() + "/now?seen=" + seen).statusCode()).isEqualTo(204);
        assertThat(auditor.get(campaign() + "/now?seen=other").body()).contains("170****0001");
    }

    @Test
    void aCampaignThatIsNotThereIsToldSo() {
        assertThat(auditor.get("/console/campaigns/0123456789ab").statusCode()).isEqualTo(404);
    }

    @Test
    void theDetectionPageNamesTheModelAndAnAuditorPublishesNone() {
        assertThat(auditor.get("/console/detection").body()).contains("rate and line", "并关联号码");
        assertThat(auditor.post("/console/detection/models/rollback").statusCode())
                .isEqualTo(403);
        assertThat(auditor.get("/console/detection/models/none").statusCode()).isEqualTo(404);
    }

    @Test
    void theDetectionPageListsRangeRulesWithWhatTheyWeighAndMayDo() {
        assertThat(auditor.get("/console/detection").body()).contains("号段规则");
        Instant now = clock.instant();
        NumberRange range = NumberRange.parse("1660009****");
        ranges.put(new RangeRule(range, Category.FRAUD, 95, now.plusSeconds(86_400)), true, now);
        assertThat(visitor.as(ApiKey.Role.OPERATOR).get("/console/detection").body())
                .contains("<code>1660009****</code>", "95 → 55", "按意愿处置", "涉嫌诈骗");
        assertThat(auditor.get("/console/detection").body())
                .contains("<code>166********</code>", "95 → 55")
                .doesNotContain("1660009");
        ranges.remove(range);
        assertThat(auditor.get("/console/detection/now").body()).doesNotContain("166********");
    }

    private String campaign() {
        Matcher link = PAGE.matcher(auditor.get("/console/campaigns").body());
        assertThat(link.find()).isTrue();
        return link.group(1);
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
