package io.jingling.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.custody.Release.Answer;
import io.jingling.custody.Release.Stage;
import io.jingling.custody.Release.Wish;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One asks, another releases, the first reads, and nothing else. */
class ReleaseTest {
    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(1);
    private static final Person ASKER = new Person("a1", "王警官", "officer", BEFORE);
    private static final Person OTHER = new Person("b2", "李工", "operator", BEFORE);
    private static final Terms TERMS = new Terms(Duration.ofHours(72), Duration.ofHours(24));
    private static final Wish WISH = new Wish(Subject.of("decision", "7"), "公(刑)立字 2026-1", "核查主叫");
    private static final Release ASKED =
            Release.ask(new UUID(1, 2), WISH, List.of(PhoneNumber.parse("16500231000")), ASKER, NOW, TERMS);

    @Test
    void whatAnotherPersonReleasedIsReadByWhoAskedForItForAWhile() {
        Release released = allowed(ASKED.release(OTHER, NOW.plusSeconds(60), TERMS));
        assertThat(released.stage(NOW.plusSeconds(60))).isEqualTo(Stage.RELEASED);
        assertThat(released.read(ASKER, NOW.plusSeconds(61))).isEqualTo(new Answer.Allowed(released));
        Instant over = NOW.plusSeconds(60).plus(TERMS.readWithin());
        assertThat(released.read(ASKER, over.minusNanos(1))).isInstanceOf(Answer.Allowed.class);
        assertThat(denial(released.read(ASKER, over))).isEqualTo(Denial.OVER);
    }

    @Test
    void nobodyReleasesOrRefusesWhatTheyAskedForThemselves() {
        assertThat(denial(ASKED.release(ASKER, NOW, TERMS))).isEqualTo(Denial.SAME_PERSON);
        assertThat(denial(ASKED.refuse(ASKER, "no", NOW))).isEqualTo(Denial.SAME_PERSON);
    }

    @Test
    void aKeyThatWasMadeAfterTheAskingReleasesNothing() {
        Person made = new Person("c3", "made for it", "operator", NOW);
        assertThat(denial(ASKED.release(made, NOW.plusSeconds(1), TERMS))).isEqualTo(Denial.TOO_NEW);
    }

    @Test
    void whoReleasedItReadsNothing() {
        Release released = allowed(ASKED.release(OTHER, NOW, TERMS));
        assertThat(denial(released.read(OTHER, NOW))).isEqualTo(Denial.ANOTHER_ASKED);
    }

    @Test
    void nothingIsReadBeforeItIsReleased() {
        assertThat(denial(ASKED.read(ASKER, NOW))).isEqualTo(Denial.NOT_RELEASED);
    }

    @Test
    void whatWasRefusedIsNeitherReadNorReleasedAnyMore() {
        Release refused = allowed(ASKED.refuse(OTHER, "没有立案文书", NOW));
        assertThat(refused.stage(NOW)).isEqualTo(Stage.REFUSED);
        assertThat(denial(refused.read(ASKER, NOW))).isEqualTo(Denial.NOT_RELEASED);
        assertThat(denial(refused.release(OTHER, NOW, TERMS))).isEqualTo(Denial.NOT_OPEN);
    }

    @Test
    void whatNobodyAnswersExpires() {
        Instant late = NOW.plus(TERMS.answerWithin());
        assertThat(ASKED.stage(late.minusNanos(1))).isEqualTo(Stage.ASKED);
        assertThat(ASKED.stage(late)).isEqualTo(Stage.EXPIRED);
        assertThat(denial(ASKED.release(OTHER, late, TERMS))).isEqualTo(Denial.NOT_OPEN);
        assertThat(denial(ASKED.read(ASKER, late))).isEqualTo(Denial.NOT_RELEASED);
    }

    @Test
    void aWishNamesItsCaseAndItsReason() {
        assertThatThrownBy(() -> new Wish(WISH.subject(), " ", "r"))
                .hasMessage("case: got 0 characters, want 1 to 100");
        assertThatThrownBy(() -> new Wish(WISH.subject(), "c", "r".repeat(201)))
                .hasMessage("reason: got 201 characters, want 1 to 200");
    }

    @Test
    void aSubjectIsADecisionACaseACampaignOrAnEntry() {
        assertThat(Subject.of("case", "261123-483729-105538-4")).isEqualTo(new Subject.OfCase("2611234837291055384"));
        assertThatThrownBy(() -> Subject.of("case", "13800138000"))
                .hasMessage("id: got none of a case, want a case number of 19 digits");
        assertThat(Subject.of("campaign", "c-12").text()).isEqualTo("campaign c-12");
        assertThat(Subject.of("entry", "12")).isEqualTo(new Subject.OfEntry(12));
        assertThatThrownBy(() -> Subject.of("decision", "13800138000x"))
                .hasMessage("id: got none of a decision, want a whole number from 0");
        assertThatThrownBy(() -> Subject.of("subscriber", "1"))
                .hasMessage("about: got another word, want decision, case, campaign or entry");
    }

    @Test
    void anAccessSaysWhichNumbersWithoutThem() {
        Access access = Access.of(ASKED, Access.Step.ASKED, ASKER, "核查主叫", NOW);
        assertThat(access.what()).isEqualTo("decision 7 (numbers: 1)");
        assertThat(access.toString()).doesNotContain("16500231000");
    }

    private static Release allowed(Answer answer) {
        return ((Answer.Allowed) answer).release();
    }

    private static Denial denial(Answer answer) {
        return ((Answer.Denied) answer).why();
    }
}
