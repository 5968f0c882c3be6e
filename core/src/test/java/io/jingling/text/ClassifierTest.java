package io.jingling.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassifierTest {
    private final Classifier classifier = new Classifier(Questions.model());

    private Answer answer(String text) {
        return classifier.answers(TextKind.SMS, text).getFirst();
    }

    @Test
    void theLikeliestLabelIsAnsweredWithTheWordsThatDecided() {
        String text = "您好，需要贷款吗？";
        Answer answer = answer(text);
        assertThat(answer.label()).isEqualTo("loan");
        assertThat(answer.sure()).isTrue();
        assertThat(answer.words()).extracting(word -> word.in(text)).containsExactly("贷款");
    }

    @Test
    void theStrongestWordComesFirst() {
        String text = "利息很低的贷款";
        assertThat(answer(text).words()).extracting(word -> word.in(text)).containsExactly("贷款", "利息");
    }

    @Test
    void aTextThatSpeaksForBothIsUnsure() {
        Answer answer = answer("贷款上课程");
        assertThat(answer.sure()).isFalse();
        assertThat(answer.confidence()).isLessThan(0.6f);
    }

    @Test
    void aTextOfWhichNothingIsKnownIsUnsureAndHasNoWords() {
        for (String text : List.of("", " \n", "abc", "\uD83D\uDE00", "\uD83D")) {
            Answer answer = answer(text);
            assertThat(answer.sure()).isFalse();
            assertThat(answer.confidence()).isZero();
            assertThat(answer.words()).isEmpty();
        }
    }

    @Test
    void spacesAndWhatIsUnseenDoNotHideAWord() {
        String text = "需要 贷\u200B 款 吗";
        assertThat(answer(text).label()).isEqualTo("loan");
        assertThat(answer(text).words()).extracting(word -> word.in(text)).containsExactly("贷\u200B 款");
    }

    @Test
    void ofAVeryLongTextTheBeginningIsRead() {
        assertThat(answer("贷款" + "啊".repeat(1 << 20)).label()).isEqualTo("loan");
        assertThat(answer("啊".repeat(1 << 20) + "贷款").confidence()).isZero();
    }

    @Test
    void oneTextLeavesNothingBehindForTheNext() {
        Answer alone = answer("有课程");
        answer("贷款贷款贷款利息");
        assertThat(answer("有课程")).isEqualTo(alone);
    }

    @Test
    void aKindThatNoQuestionIsOfGetsNoAnswer() {
        assertThat(classifier.answers(TextKind.DIALOGUE, "贷款")).isEmpty();
    }

    @Test
    void spamIsAskedFirstThenWhatKnowsTheKindBest() {
        Question all = named("aaa", Set.of(TextKind.values()));
        Question one = named("zzz", Set.of(TextKind.SMS));
        Question spam = named(Question.SPAM, Set.of(TextKind.values()));
        TextModel model = new TextModel("test", List.of(all, one, spam));
        assertThat(model.of(TextKind.SMS)).extracting(Question::name).containsExactly("spam", "zzz", "aaa");
        assertThat(model.of(TextKind.LISTING)).extracting(Question::name).containsExactly("spam", "aaa");
    }

    private static Question named(String name, Set<TextKind> kinds) {
        Question one = Questions.loanOrSchool();
        return new Question(
                name, kinds, one.labels(), one.recipe(), one.keys(), one.scales(), one.weights(), one.meaning());
    }

    @Test
    void arraysThatDoNotFitAreRefused() {
        Question one = Questions.loanOrSchool();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Question(
                        one.name(),
                        one.kinds(),
                        List.of("a", "b", "c"),
                        one.recipe(),
                        one.keys(),
                        one.scales(),
                        one.weights(),
                        one.meaning()))
                .withMessageContaining("want them for 3 features and 3 labels");
    }
}
