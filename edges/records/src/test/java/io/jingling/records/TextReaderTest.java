package io.jingling.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.complaints.Guess;
import io.jingling.complaints.Guess.Flag;
import io.jingling.domain.Category;
import io.jingling.platform.TextReader;
import org.junit.jupiter.api.Test;

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
}
