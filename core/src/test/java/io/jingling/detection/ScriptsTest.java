package io.jingling.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One script is known again however it was read, misheard or cut; another one is not taken for it. */
class ScriptsTest {
    private static final String WARRANTY =
            "Hi, this is Susie calling with the Vehicle Service Department about your vehicle's manufacturer's warranty. We"
                    + " sent you several notices in the mail that you have yet to extend it past the factory cutoff.";
    private static final String PARCEL = "这是国际快递最后语音通知,您有一份重要快件派送两次均无人签收,了解详情请按9,由人工客服为您服务";

    private final Scripts scripts = new Scripts(1 << 10, 1 << 16);
    private long millis = 1_790_000_000_000L;

    @Test
    void anotherNameAnotherAmountAndAnotherSpellingAreTheSameScript() {
        int script = hear("Hello Mr. Wang, your card was charged $1,499.00 by Amazon. Press 1 to speak to an agent.");
        assertThat(hear("hello mrs li your card was charged 89 dollars by amazon press 2 to speak to an agent"))
                .isEqualTo(script);
        assertThat(hear(WARRANTY)).isNotEqualTo(script);
    }

    @Test
    void whatWasCutAtEitherEndOrBegunBeforeTheWholeIsTheSameScript() {
        int script = hear(WARRANTY.substring(70));
        assertThat(hear(WARRANTY)).isEqualTo(script);
        assertThat(hear(WARRANTY.substring(0, 90))).isEqualTo(script);
    }

    @Test
    void chineseIsReadCharacterByCharacter() {
        int script = hear(PARCEL);
        assertThat(hear("喂," + PARCEL.replace("两次", "二次").substring(6))).isEqualTo(script);
        assertThat(hear("您好,我们是某某贷款公司,请问您最近需要资金周转吗?利率低,放款快,当天到账")).isNotEqualTo(script);
    }

    @Test
    void whatSaysTooLittleIsNoScript() {
        assertThat(hear("")).isZero();
        assertThat(hear("Hello? Who is it?")).isZero();
        assertThat(hear("喂您好")).isZero();
        assertThat(hear("?!… \uD83D\uDE00 \uD83D")).isZero();
    }

    @Test
    void madeUpScriptsWithEveryTenthWordLostAreFoundAndKeptApart() {
        Random random = new Random(4);
        List<List<String>> texts =
                IntStream.range(0, 50).mapToObj(text -> words(random, 40, 300)).toList();
        int[] ids =
                texts.stream().mapToInt(text -> hear(String.join(" ", text))).toArray();
        assertThat(Arrays.stream(ids).distinct()).hasSize(50);
        for (int i = 0; i < 500; i++) {
            int which = random.nextInt(50);
            String heard = texts.get(which).stream()
                    .filter(word -> random.nextInt(10) > 0)
                    .collect(Collectors.joining(" "));
            assertThat(hear(heard)).as("call %d", i).isEqualTo(ids[which]);
        }
    }

    @Test
    void memoryIsBoundedAndTheScriptInUseOutlivesOthers() {
        Scripts few = new Scripts(1 << 5, 1 << 10);
        Random random = new Random(7);
        int script = few.hear(WARRANTY, millis);
        long bytes = few.bytes();
        for (int i = 0; i < 3_000; i++) {
            millis += 60_000;
            few.hear(String.join(" ", words(random, 12, 10_000)), millis);
            assertThat(few.hear(WARRANTY, millis)).as("after %d others", i).isEqualTo(script);
        }
        assertThat(few.bytes()).isLessThan(bytes + 400_000);
    }

    private int hear(String transcript) {
        millis += 1_000;
        return scripts.hear(transcript, millis);
    }

    private static List<String> words(Random random, int count, int of) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int word = random.nextInt(of);
            words.add("" + (char) ('a' + word % 26) + (char) ('a' + word / 26 % 26) + (char) ('a' + word / 676));
        }
        return words;
    }
}
