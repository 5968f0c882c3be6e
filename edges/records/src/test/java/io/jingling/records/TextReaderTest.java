package io.jingling.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.complaints.Guess;
import io.jingling.complaints.Guess.Flag;
import io.jingling.domain.Category;
import io.jingling.platform.TextReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped model makes of descriptions. */
class TextReaderTest {
    private final TextReader reader = new TextReader(TextModelFile.shipped());

    @Test
    void aLoanCallIsToldWithTheWordsThatDecided() {
        String text = "机器人天天打来问我要不要贷款，额度三十万，我说过别再打了";
        Guess guess = reader.read(text);
        assertThat(guess.category()).contains(Category.LOANS);
        assertThat(guess.words()).isNotEmpty().allMatch(text::contains).anyMatch(word -> word.contains("贷"));
        assertThat(guess.flags()).contains(Flag.ROBOT, Flag.ASKED_TO_STOP);
    }

    @Test
    void oneWhoPosesAsPoliceIsFraud() {
        assertThat(reader.read("对方自称公安局民警，说我涉嫌洗钱，要我把钱转到安全账户").category()).contains(Category.FRAUD);
    }

    @Test
    void ofNothingItIsUnsure() {
        assertThat(reader.read("啊？").category()).isEmpty();
        assertThat(reader.read("").category()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"说是机器人", "说是机器人;报出我姓名", "机器人电话", "不是机器人，真人", "人工智能语音推销"})
    void whoCallsIsNoCategory(String text) {
        assertThat(reader.read(text).category()).isEmpty();
    }

    @Test
    void robotsCallAboutEverything() {
        assertThat(reader.read("机器人推销贷款，利息很低").category()).contains(Category.LOANS);
        assertThat(reader.read("机器人打来问我要不要POS机").category()).contains(Category.of("14"));
        assertThat(reader.read("机器人冒充客服说快递丢了要赔我钱").category()).contains(Category.FRAUD);
    }
}
