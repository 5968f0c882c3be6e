package io.jingling.complaints;

import static io.jingling.complaints.MadeUpReports.AT;
import static io.jingling.complaints.MadeUpReports.loans;
import static io.jingling.complaints.MadeUpReports.report;
import static io.jingling.complaints.MadeUpReports.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Category;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DocketTest {
    private static final String ONE = "17012345678";
    private static final String OTHER = "17012340000";

    private final Docket docket = new Docket();
    private final SplittableRandom random = new SplittableRandom(5);

    private CaseNumber taken(Report report, Optional<String> campaign) {
        Docket.Draft draft = docket.draft();
        CaseNumber number = draft.placeOf(report, campaign, any -> true).orElseGet(() -> CaseNumber.draw(AT, random));
        draft.put(number, report, campaign);
        draft.keep();
        return number;
    }

    private CaseNumber taken(Report report) {
        return taken(report, Optional.empty());
    }

    @Test
    void reportsOfOneCallerAroundOneTimeAreOneCase() {
        CaseNumber first = taken(report("a", ONE, loans()));
        assertThat(taken(report("b", "+86 170 1234 5678", loans(), AT.plus(Duration.ofDays(6)))))
                .isEqualTo(first);
        assertThat(taken(report("c", ONE, Said.NOTHING)))
                .as("who does not say joins")
                .isEqualTo(first);
        assertThat(docket.size()).isEqualTo(1);
    }

    @Test
    void anotherCallerTopicOrTimeIsAnotherCase() {
        CaseNumber first = taken(report("a", ONE, loans()));
        assertThat(taken(report("b", OTHER, loans()))).isNotEqualTo(first);
        assertThat(taken(report("b", ONE, said(Category.INSURANCE, Mode.HUMAN, ""))))
                .isNotEqualTo(first);
        assertThat(taken(report("b", ONE, loans(), AT.plus(Duration.ofDays(8)))))
                .isNotEqualTo(first);
    }

    @Test
    void oneCampaignsScriptFromAnotherNumberIsTheSameCase() {
        Optional<String> campaign = Optional.of("c-1");
        String script = "您好这里是某某金融您的信用额度已经提升到二十万随借随还";
        CaseNumber first = taken(report("a", ONE, said(Category.LOANS, Mode.ROBOT_AI, script)), campaign);
        Said same = said(Category.LOANS, Mode.ROBOT_AI, "喂您好这里是某某金融您信用额度已提升到二十万随借随还");
        Said another = said(Category.LOANS, Mode.HUMAN, "问我要不要办装修分期,还知道我小区的名字");
        assertThat(taken(report("b", OTHER, same), campaign)).isEqualTo(first);
        assertThat(taken(report("c", "17012349999", another), campaign)).isNotEqualTo(first);
        assertThat(taken(report("d", "17012348888", same), Optional.empty())).isNotEqualTo(first);
    }

    @Test
    void hiddenNumbersAreNotOneCaller() {
        assertThat(taken(report("a", "未显示", loans()))).isNotEqualTo(taken(report("b", "未显示", loans())));
    }

    @Test
    void aClosedCaseGetsNoFurtherReports() {
        CaseNumber first = taken(report("a", ONE, loans()));
        docket.close(first);
        assertThat(docket.size()).isZero();
        assertThat(taken(report("b", ONE, loans()))).isNotEqualTo(first);
    }

    @Test
    void aDraftThatIsNotKeptNeverWas() {
        Docket.Draft draft = docket.draft();
        Report report = report("a", ONE, loans());
        CaseNumber number = CaseNumber.draw(AT, random);
        draft.put(number, report, Optional.empty());
        assertThat(draft.placeOf(report("b", ONE, loans()), Optional.empty(), any -> true))
                .contains(number);
        assertThat(docket.draft().placeOf(report("b", ONE, loans()), Optional.empty(), any -> true))
                .isEmpty();
    }
}
