package io.jingling.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.complaints.Appeal;
import io.jingling.complaints.Appeal.Ground;
import io.jingling.complaints.CallTime;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Entrance;
import io.jingling.complaints.ReportedNumber;
import io.jingling.complaints.Said;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.ApiKey.Role;
import io.jingling.platform.AppealStore;
import io.jingling.platform.Appeals;
import io.jingling.platform.Intake;
import io.jingling.platform.Intake.Sent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Appeals on the console: who verified does not decide, and what is decided is asked for once more. */
@QuarkusTest
class AppealsPageTest {
    @Inject
    Visitor visitor;

    @Inject
    Appeals appeals;

    @Inject
    AppealStore store;

    @Inject
    Intake intake;

    private Appeal appealed(String number, Ground ground) {
        return appeals.appeal(PhoneNumber.parse(number), ground, "我是快递员，电话 13700137124", Instant.now());
    }

    private CaseNumber reported(String number) {
        return intake.takeAll(List.of(new Sent(
                        PhoneNumber.parse("13700137125"),
                        ReportedNumber.read(number),
                        new CallTime(Instant.now(), CallTime.Precision.MINUTE),
                        Said.NOTHING,
                        Entrance.H5,
                        Optional.empty(),
                        false,
                        Instant.now())))
                .getFirst()
                .number();
    }

    private static String steps(Appeal appeal) {
        return "/console/appeals/" + appeal.number() + "/steps";
    }

    @Test
    void whoVerifiedTheLastCaseIsToldThatAnotherDecidesAndAnotherDoes() {
        String number = "13712350001";
        CaseNumber about = reported(number);
        Appeal appeal = appealed(number, Ground.COURIER);
        Visitor.Tab officer = visitor.as(Role.OFFICER);
        officer.post("/console/cases/" + about + "/steps", "step", "verify", "outcome", "harassment", "text", "属实");
        assertThat(officer.get("/console/appeals").body())
                .contains(appeal.number().toString(), "快递外卖", "已临时解除", "137****0001", "答复申诉");
        assertThat(officer.get("/console/appeals/" + appeal.number()).body())
                .contains("申诉须由另一人决定", about.toString(), "1 人举报", "我是快递员")
                .doesNotContain(number, "13700137124");
        HttpResponse<String> own =
                officer.post(steps(appeal), "step", "decide", "upheld", "true", "text", "我的理由", "confirmed", "yes");
        assertThat(own.statusCode()).isEqualTo(422);
        assertThat(own.body()).contains("申诉须由另一人决定", "我的理由");
        assertThat(officer.post(steps(appeal), "step", "answer", "text", "正在核实").statusCode())
                .isEqualTo(303);
        Visitor.Tab another = visitor.as(Role.OFFICER);
        assertThat(another.get("/console/appeals/" + appeal.number()).body()).doesNotContain("申诉须由另一人决定");
        HttpResponse<String> asked = another.post(steps(appeal), "step", "decide", "upheld", "true", "text", "核实为快递员");
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("不能撤销", "核实为快递员");
        assertThat(another.post(steps(appeal), "step", "decide", "upheld", "true", "text", "核实为快递员", "confirmed", "yes")
                        .statusCode())
                .isEqualTo(303);
        assertThat(store.find(appeal.number()).orElseThrow().isDecided()).isTrue();
        assertThat(another.get("/console/appeals?all=true").body()).contains("申诉成立");
        assertThat(another.get("/console/appeals").body())
                .doesNotContain(appeal.number().toString());
        assertThat(another.post(steps(appeal), "step", "answer", "text", "再答复").body())
                .contains("已经决定", "再答复");
    }

    @Test
    void whatIsIncompleteIsSaidAndAnAuditorOnlyLooks() {
        Appeal appeal = appealed("13712350002", Ground.PERSONAL);
        Visitor.Tab officer = visitor.as(Role.OFFICER);
        assertThat(officer.get("/console/appeals").body()).contains("未临时解除", "个人来电");
        assertThat(officer.post(steps(appeal), "step", "answer", "text", " ").body())
                .contains("请写明理由");
        assertThat(officer.post(steps(appeal), "step", "decide", "text", "x").body())
                .contains("请选择申诉是否成立");
        Visitor.Tab auditor = visitor.as(Role.AUDITOR);
        assertThat(auditor.get("/console/appeals/" + appeal.number()).body())
                .contains("个人来电")
                .doesNotContain("action=\"" + steps(appeal));
        assertThat(auditor.post(steps(appeal), "step", "answer", "text", "x").statusCode())
                .isEqualTo(403);
        assertThat(officer.get("/console/appeals/nonsense").statusCode()).isEqualTo(404);
    }
}
