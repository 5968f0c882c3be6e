package io.jingling.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.ListEntry;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Purpose;
import io.jingling.domain.Standing;
import io.jingling.domain.Wishes;
import io.jingling.http.memory.Memory;
import io.jingling.platform.ApiKey;
import io.jingling.platform.Platform;
import io.jingling.platform.StandingStore.Listed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pages show, and what comes of what is sent from them. */
@QuarkusTest
class ConsolePagesTest {
    private static final PhoneNumber ROBOT = PhoneNumber.parse("17055512345");
    private static final PhoneNumber LI = PhoneNumber.parse("13677712345");

    @Inject
    Visitor visitor;

    @Inject
    Platform platform;

    @Inject
    Memory memory;

    private Visitor.Tab operator;

    @BeforeEach
    void aRobotIsKnown() {
        operator = visitor.as(ApiKey.Role.OPERATOR);
        platform.saveWishes(LI, Wishes.DEFAULT);
        platform.saveStandings(List.of(new Listed(
                ROBOT,
                new Standing.Suspected(
                        Category.LOANS,
                        80,
                        new Evidence(Evidence.Kind.CALLS_PER_HOUR, 312),
                        Instant.now().plusSeconds(86_400)))));
    }

    @AfterEach
    void theStoreIsBack() {
        memory.away(false);
    }

    @Test
    void theReasonsOfACallAreShownWithMaskedNumbers() {
        call();
        String found = ask(LI, "callee");
        assertThat(found)
                .contains("136****2345")
                .contains("170****2345 打来")
                .contains("高频外呼:1 小时拨打 312 个号码")
                .contains("DEFAULT_WISH")
                .contains("规则 default-wish")
                .doesNotContain("17055512345")
                .doesNotContain("13677712345");
    }

    @Test
    void aNumberNeverGetsIntoAnAddress() {
        HttpResponse<String> asked = operator.post("/console/why", "number", "13677712345", "range", "day");
        HttpResponse<String> opened = operator.post("/console/wishes", "number", "13677712345");
        assertThat(location(asked)).isNotEmpty().doesNotContain("13677712345");
        assertThat(location(opened)).isNotEmpty().doesNotContain("13677712345");
    }

    @Test
    void aBadNumberIsToldInThePageAndNotRepeatedWhole() {
        HttpResponse<String> answer = operator.post("/console/why", "number", "136777123450000000", "range", "day");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("收到“136***************”").contains("aria-invalid=\"true\"");
    }

    @Test
    void aTimeThatEndsBeforeItBeginsIsTold() {
        HttpResponse<String> answer = operator.post(
                "/console/why",
                "number",
                "13677712345",
                "range",
                "own",
                "from",
                "2026-11-23T10:00",
                "to",
                "2026-11-23T09:00");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("“到”不晚于“从”");
    }

    @Test
    void aRehearsalShowsTheStepThatDecidesAndLeavesNoTrace() {
        String answer = operator.post("/console/rehearse", "caller", "17055512345", "callee", "13677712345")
                .body();
        assertThat(answer).containsPattern("step-decided[^>]*>\\s*<span[^>]*>13</span>");
        platform.saveWishes(LI, Wishes.DEFAULT.withBlack(List.of(new ListEntry(ROBOT, ""))));
        String again = operator.post("/console/rehearse", "caller", "17055512345", "callee", "13677712345")
                .body();
        assertThat(again).containsPattern("step-decided[^>]*>\\s*<span[^>]*>4</span>");
        assertThat(ask(PhoneNumber.parse("13677712399"), "callee")).contains("这段时间没有判定");
    }

    @Test
    void aWishSavedInTheEditorIsInForceForTheNextCall() {
        String path = editor();
        HttpResponse<String> saved = operator.post(path + "/settings", "seen", seen(path), "category-07", "reject");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).contains("已生效");
        assertThat(rehearsed()).isEqualTo(Action.REJECT);
    }

    @Test
    void theLastSaveCanBeTakenBackOnce() {
        String path = editor();
        operator.post(path + "/settings", "seen", seen(path), "category-07", "reject");
        assertThat(operator.post(path + "/undo").headers().firstValue("HX-Redirect"))
                .isPresent();
        assertThat(rehearsed()).isEqualTo(Action.LABEL);
        assertThat(operator.post(path + "/undo").statusCode()).isEqualTo(409);
    }

    @Test
    void aSaveThatSomebodyElseChangedSinceIsNotTakenBack() {
        String path = editor();
        operator.post(path + "/settings", "seen", seen(path), "category-07", "reject");
        platform.saveWishes(LI, Wishes.DEFAULT.withCategory(Category.LOANS, Action.SILENT));
        assertThat(operator.post(path + "/undo").statusCode()).isEqualTo(409);
        assertThat(rehearsed()).isEqualTo(Action.SILENT);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwrittenUnseen() {
        String path = editor();
        String seen = seen(path);
        platform.saveWishes(LI, Wishes.DEFAULT.withCategory(Category.STOCKS, Action.REJECT));
        HttpResponse<String> answer = operator.post(path + "/settings", "seen", seen, "category-07", "reject");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("已在别处改过");
        assertThat(platform.wishesOf(LI).categories()).containsOnlyKeys(Category.STOCKS);
    }

    @Test
    void settingsLeaveTheListsAndTheCourierAsTheyAre() {
        String path = editor();
        operator.post(path + "/black/add", "number", "17055512345", "note", "卖课的");
        operator.post(path + "/courier", "hours", "2");
        operator.post(path + "/settings", "seen", seen(path), "preset-overseas", "reject");
        assertThat(platform.wishesOf(LI).black()).containsExactly(new ListEntry(ROBOT, "卖课的"));
        assertThat(platform.wishesOf(LI).courierUntil()).isAfter(Instant.now().plusSeconds(7_000));
    }

    @Test
    void ofManyPastedLinesTheGoodAreTakenAndTheOthersAreTold() {
        String path = editor();
        HttpResponse<String> answer = operator.post(path + "/white/paste", "lines", "13800000001,甲\nx\n13800000002");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("名单已加入 2 个号码").contains("第 2 行");
        assertThat(platform.wishesOf(LI).white()).hasSize(2);
    }

    @Test
    void aThousandPastedNumbersFitAndOneMoreDoesNot() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < Wishes.LIST_MAX; i++) {
            lines.append(13_800_000_000L + i).append(",备注备注备注\n");
        }
        String path = editor();
        assertThat(operator.post(path + "/white/paste", "lines", lines.toString())
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> more = operator.post(path + "/white/add", "number", "13900000001");
        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(more.body()).contains("1001").contains("最多 1000");
        assertThat(platform.wishesOf(LI).white()).hasSize(Wishes.LIST_MAX);
    }

    @Test
    void aNumberOnTheListIsShownInFullToWhoMayChangeItAndMaskedToAnAuditor() {
        String path = editor();
        operator.post(path + "/white/add", "number", "13855512399", "note", "妈妈");
        assertThat(operator.get(path).body()).contains("13855512399");
        assertThat(visitor.as(ApiKey.Role.AUDITOR).get(path).body())
                .contains("138****2399")
                .doesNotContain("13855512399");
    }

    @Test
    void whatASubscriberTypedIsShownAsTextOnly() {
        String path = editor();
        operator.post(path + "/white/add", "number", "13855512399", "note", "<script>alert(1)</script>");
        assertThat(operator.get(path).body()).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void theServiceIsSwitchedOffAndOn() {
        String path = editor();
        operator.post(path + "/service");
        assertThat(platform.wishesOf(LI).on()).isFalse();
        operator.post(path + "/service", "on", "1");
        assertThat(platform.wishesOf(LI).on()).isTrue();
    }

    @Test
    void withTheStoreAwayPagesSayWhatStillWorks() {
        String path = editor();
        memory.away(true);
        assertThat(operator.get(path).statusCode()).isEqualTo(503);
        assertThat(operator.get(path).body()).contains("数据库暂时不可用").contains("来电判定不受影响");
        assertThat(operator.post(path + "/service").statusCode()).isEqualTo(503);
        assertThat(operator.get("/console/live/figures").body()).contains("未应答");
    }

    @Test
    void anUnknownSubscriberIsSaidToBeUnknown() {
        HttpResponse<String> answer = operator.get("/console/wishes/nobody");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("没有这个用户");
    }

    private void call() {
        platform.screen(CallAttempt.of(ROBOT, LI, System.currentTimeMillis()));
    }

    private Action rehearsed() {
        return platform.rehearse(CallAttempt.of(ROBOT, LI, System.currentTimeMillis()))
                .action();
    }

    private String ask(PhoneNumber number, String side) {
        String digits = number.revealTo(Purpose.TEST);
        String found = location(operator.post("/console/why", "number", digits, "side", side, "range", "hour"));
        return operator.get(found.substring(found.indexOf("/console"))).body();
    }

    private String editor() {
        String found = location(operator.post("/console/wishes", "number", "13677712345"));
        return found.substring(found.indexOf("/console"));
    }

    private String seen(String path) {
        return operator.hidden(operator.get(path).body(), "seen");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
