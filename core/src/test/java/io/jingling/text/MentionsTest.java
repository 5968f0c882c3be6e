package io.jingling.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "我说过别再打了",
                "告诉他不要再打来",
                "要求对方停止骚扰",
                "明确拒绝了还继续打",
                "跟他说不需要，隔几天又打",
                "已经警告不准再联系我",
                "让他们别打了",
                "我说不考虑，他照样来电",
                "请不要再给我打电话"
            })
    void whoeverAskedToStopIsHeard(String text) {
        assertThat(Mentions.of(text).askedToStop()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"让我不要挂电话", "叫我不要告诉家人", "每天打三次", "问我要不要贷款", "我没有接", "要我别联系警察"})
    void whoeverDidNotIsNot(String text) {
        assertThat(Mentions.of(text).askedToStop()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "是机器人打来的,ROBOT",
        "一段录音说按1转人工,ROBOT",
        "ＡＩ 语音问我炒不炒股,ROBOT",
        "不是机器人，是真人,HUMAN",
        "一个男的自称贷款中心,HUMAN",
        "问我买不买房,UNSAID",
        "我有通话录音可以提供,UNSAID"
    })
    void robotOrHumanIsToldWhereTheTextSaysSo(String text, Voice voice) {
        assertThat(Mentions.of(text).voice()).isEqualTo(voice);
    }

    @Test
    void whatTheCallerKnewIsHeardInEitherOrder() {
        String text = "对方知道我的名字，连车牌都报出来了";
        Mentions heard = Mentions.of(text);
        assertThat(heard.personalData()).containsOnlyKeys(PersonalDatum.NAME, PersonalDatum.CAR);
        assertThat(heard.personalData().get(PersonalDatum.CAR))
                .extracting(word -> word.in(text))
                .contains("车牌都报出");
        assertThat(Mentions.of("问我的身份证").personalData()).isEmpty();
        assertThat(Mentions.of("他知道。我的名字很好听").personalData()).isEmpty();
    }

    @Test
    void brandsAndAppsAreHeard() {
        String text = "【招商银行】冒充京东金融，让我下载一个叫速贷宝的APP，还有《花小钱》和抖音";
        Mentions heard = Mentions.of(text);
        assertThat(heard.brands()).extracting(word -> word.in(text)).contains("招商银行", "京东金融");
        assertThat(heard.apps()).extracting(word -> word.in(text)).contains("速贷宝", "花小钱", "抖音");
    }

    @Test
    void softwareWithoutANameIsNone() {
        for (String text : List.of("让我下载一个软件", "叫我安装他们的客户端", "下载软件", "下载，软件")) {
            assertThat(Mentions.of(text).apps()).as(text).isEmpty();
        }
    }

    @Test
    void noTextIsTooOdd() {
        Random random = new Random(9);
        String letters = "别打知道名字机器人【】《》下载软件。，\uD83D\uDE00\uD83D\u0000 叫说过不要";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(50);
            for (int j = 0; j < length; j++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String one = text.toString();
            Mentions heard = Mentions.of(one);
            heard.apps().forEach(word -> assertThat(word.in(one)).isNotEmpty());
        }
        assertThat(Mentions.of("说过不要打".repeat(300_000)).askedToStop()).isNotEmpty();
    }
}
