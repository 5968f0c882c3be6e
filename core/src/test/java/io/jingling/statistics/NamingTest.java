package io.jingling.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.statistics.Naming.Act;
import io.jingling.statistics.Naming.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When a company may be named. */
class NamingTest {
    private static final Instant T0 = Instant.parse("2026-10-05T02:00:00Z");
    private static final Period PERIOD = Period.parse("2026Q3");

    @Test
    void aCompanyIsNamedAfterNoticeReplyAndTwoSignatures() {
        Naming signed = told().with(new Step(Act.REPLIED, T0, "li", "已整改"))
                .with(sign("li", 0))
                .with(sign("wang", 0));
        assertThat(signed.isPublished()).isTrue();
        assertThat(signed.replyShown()).contains("已整改");
    }

    @Test
    void aNameThatIsPublishedCanBeTakenOut() {
        Naming signed = told().with(sign("li", 15)).with(sign("wang", 15));
        Naming out = signed.with(new Step(Act.DROPPED, T0, "li", "法院裁定"));
        assertThat(out.isPublished()).isFalse();
        assertThatThrownBy(() -> signed.with(sign("zhao", 16))).hasMessageContaining("a naming that is open");
    }

    @Test
    void silenceFor15DaysIsAsGoodAsAReply() {
        Naming signed = told().with(sign("li", 15)).with(sign("wang", 15));
        assertThat(signed.isPublished()).isTrue();
        assertThat(signed.replyShown()).contains("未答复");
    }

    @Test
    void oneSignatureNamesNobody() {
        assertThat(told().with(sign("li", 15)).isPublished()).isFalse();
    }

    @Test
    void theSamePersonCannotSignTwice() {
        Naming once = told().with(sign("li", 15));
        assertThatThrownBy(() -> once.with(sign("li", 16))).hasMessageContaining("another person");
    }

    @Test
    void nobodySignsBeforeTheCompanyWasToldAndCouldReply() {
        assertThatThrownBy(() -> proposed(20).with(sign("li", 30))).hasMessageContaining("told first");
        assertThatThrownBy(() -> told().with(sign("li", 14))).hasMessageContaining("15 days");
    }

    @Test
    void fewerThan20PeopleNameNobody() {
        assertThatThrownBy(() -> proposed(19)).hasMessage("people: got 19, want at least 20 who named it");
    }

    @Test
    void aPeriodThatIsNotOverNamesNobody() {
        assertThatThrownBy(() -> Naming.propose(new UUID(1, 2), "甲公司", Period.parse("2026Q4"), 99, T0, "li"))
                .hasMessageContaining("not over");
    }

    @Test
    void whatWasDroppedTakesNoFurtherStep() {
        Naming dropped = told().with(new Step(Act.DROPPED, T0, "li", "查无此企业"));
        assertThatThrownBy(() -> dropped.with(sign("li", 20))).hasMessageContaining("open");
    }

    private static Naming proposed(long people) {
        return Naming.propose(new UUID(1, 2), "演示某公司", PERIOD, people, T0, "li");
    }

    private static Naming told() {
        return proposed(20).with(new Step(Act.NOTIFIED, T0, "li", "挂号信"));
    }

    private static Step sign(String by, int days) {
        return new Step(Act.SIGNED, T0.plus(Duration.ofDays(days)), by, "");
    }
}
