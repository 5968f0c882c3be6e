package io.jingling.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jingling.learning.TextLearner.Asked;
import io.jingling.learning.TextLearner.Learned;
import io.jingling.text.Answer;
import io.jingling.text.Classifier;
import io.jingling.text.TextKind;
import io.jingling.text.TextModel;
import io.jingling.text.TextModelCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextLearnerTest {
    private static final Asked ASKED = new Asked("topic", Set.of(TextKind.SMS), 0.6);
    private static final List<String> LOAN = List.of("贷款", "利息", "额度", "放款", "信用卡", "抵押");
    private static final List<String> SCHOOL = List.of("课程", "老师", "培训", "试听", "报名", "学费");
    private static final List<String> HOUSE = List.of("楼盘", "看房", "户型", "中介", "首付", "装修");
    private static final String OTHERS = "您好请问需要吗我们这里有电话联系一下现在可以今天";

    private static List<LabelledText> texts(long seed, int ofEach) {
        Random random = new Random(seed);
        List<LabelledText> texts = new ArrayList<>();
        for (int i = 0; i < ofEach; i++) {
            texts.add(new LabelledText("loan", text(LOAN, random)));
            texts.add(new LabelledText("school", text(SCHOOL, random)));
            texts.add(new LabelledText("house", text(HOUSE, random)));
        }
        return texts;
    }

    private static String text(List<String> words, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            int from = random.nextInt(OTHERS.length() - 6);
            text.append(OTHERS, from, from + 1 + random.nextInt(5));
            text.append(words.get(random.nextInt(words.size())));
        }
        return text.toString();
    }

    @Test
    void whatWasLearnedIsServedTheSame() {
        Learned learned = TextLearner.learn(ASKED, texts(1, 60));
        assertThat(learned.gap()).isLessThan(1e-3);
        assertThat(learned.question().labels()).containsExactly("house", "loan", "school");
    }

    @Test
    void otherTextsAreAnsweredRightAndTheirWordsFound() {
        Learned learned = TextLearner.learn(ASKED, texts(1, 60));
        assertThat(learned.macroF1()).isGreaterThan(0.97);
        Classifier classifier = new Classifier(new TextModel("test", List.of(learned.question())));
        for (LabelledText one : texts(2, 40)) {
            Answer answer = classifier.answers(TextKind.SMS, one.text()).getFirst();
            assertThat(answer.label()).isEqualTo(one.label());
            assertThat(answer.words()).isNotEmpty();
        }
    }

    @Test
    void theSameTextsGiveTheSameBytes() {
        byte[] once = TextModelCodec.write(new TextModel(
                "test", List.of(TextLearner.learn(ASKED, texts(3, 30)).question())));
        byte[] again = TextModelCodec.write(new TextModel(
                "test", List.of(TextLearner.learn(ASKED, texts(3, 30)).question())));
        assertThat(again).isEqualTo(once);
    }

    @Test
    void whatCannotBeLearnedIsRefusedByName() {
        List<LabelledText> one = List.of(new LabelledText("loan", "贷款"), new LabelledText("loan", "利息"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextLearner.learn(ASKED, one))
                .withMessage("question topic: got the labels [loan], want at least 2 to tell apart");
        List<LabelledText> single = new ArrayList<>(one);
        single.add(new LabelledText("school", "课程"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextLearner.learn(ASKED, single))
                .withMessageContaining("got one text of label \"school\", want at least 2 different ones");
    }

    @Test
    void aTextThatIsThereTwiceIsLearnedFromOnce() {
        List<LabelledText> twice = new ArrayList<>(texts(4, 20));
        int different = LabelledText.distinct(twice).size();
        twice.addAll(texts(4, 20));
        assertThat(TextLearner.learn(ASKED, twice).texts()).isEqualTo(different);
    }

    @Test
    void aRareLabelIsNeverAnsweredOnlyBecauseItIsRare() {
        List<LabelledText> texts = new ArrayList<>(texts(5, 60));
        texts.add(new LabelledText("rare", "天气预报今天有雨"));
        texts.add(new LabelledText("rare", "天气预报明天有雨"));
        Learned learned = TextLearner.learn(ASKED, texts);
        Classifier classifier = new Classifier(new TextModel("test", List.of(learned.question())));
        assertThat(classifier.answers(TextKind.SMS, "天气预报后天有雨").getFirst().label())
                .isEqualTo("rare");
        assertThat(classifier.answers(TextKind.SMS, "贷款额度利息").getFirst().label())
                .isEqualTo("loan");
    }
}
