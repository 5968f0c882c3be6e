package io.jingling.benchmarks;

import io.jingling.records.TextModelFile;
import io.jingling.text.Answer;
import io.jingling.text.Classifier;
import io.jingling.text.Mentions;
import io.jingling.text.TextKind;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** All questions of the shipped model, with the words that decided, asked of texts that are put together of many sentences. */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TextBenchmark {
    private static final int TEXTS = 1 << 12;
    private static final List<String> SENTENCES = List.of(
            "天天打来问我要不要贷款，利息很低，当天放款。",
            "我说过别再打了，他们换个号码又打。",
            "是机器人的声音，按一转人工，连我的名字和车牌都知道。",
            "自称某某银行客服，说我的账户有异常，要我提供验证码。",
            "楼盘开盘，首付二十万，周末有专车接送看房。",
            "让我下载一个叫速贷宝的软件，还要共享屏幕。",
            "孩子刚上小学，辅导班的电话一个接一个。",
            "老师带盘，进群领牛股，保证收益，不赚钱不收费。",
            "您的快件丢了，我们给您理赔，请加一下理赔专员。",
            "物业通知明天上午停水，请大家做好准备。");

    /** How long they are, in letters: a complaint, an SMS, a transcript. */
    @Param({"30", "80", "300"})
    private int letters;

    private Classifier classifier;
    private String[] texts;
    private int next;

    @Setup
    public void fill() {
        classifier = new Classifier(TextModelFile.shipped());
        Random random = new Random(1);
        texts = new String[TEXTS];
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < letters) {
                text.append(SENTENCES.get(random.nextInt(SENTENCES.size())));
            }
            // From any letter on, so that no two begin alike.
            int from = random.nextInt(text.length() - letters + 1);
            texts[i] = text.substring(from, from + letters);
        }
    }

    /** Category and way of fraud. */
    @Benchmark
    public List<Answer> complaint() {
        return classifier.answers(TextKind.COMPLAINT, texts[next++ & TEXTS - 1]);
    }

    /** These, and the question of dialogues. */
    @Benchmark
    public List<Answer> dialogue() {
        return classifier.answers(TextKind.DIALOGUE, texts[next++ & TEXTS - 1]);
    }

    /** Phrases, brands and Apps. */
    @Benchmark
    public Mentions mentions() {
        return Mentions.of(texts[next++ & TEXTS - 1]);
    }
}
