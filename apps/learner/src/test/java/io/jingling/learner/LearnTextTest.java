package io.jingling.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jingling.learner.TextQuestions.Lesson;
import io.jingling.learning.LabelledText;
import io.jingling.records.TextModelFile;
import io.jingling.text.Answer;
import io.jingling.text.Classifier;
import io.jingling.text.TextKind;
import io.jingling.text.TextModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnTextTest {
    private static final String SPAM = "label\ttext\n"
            + "spam\t贷款利息很低\nspam\t低息贷款放款快\nspam\t贷款找我额度高\nspam\t办理贷款请联系\n"
            + "ham\t晚上回家吃饭吗\nham\t妈妈晚上几点回家\nham\t明天一起吃饭吧\nham\t我到家了放心吧\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    @Test
    void aFolderOfFoldersTeachesAQuestionEach() throws IOException {
        write("data/inbox_sms/train.tsv", SPAM);
        write(
                "data/complaints/more.csv",
                "category,fraud,text\n07,none,贷款利息低\n07,none,\"贷款,放款\"\n06,none,课程老师\n06,none,课程试听\nF1,刷单返利,刷单垫付\nF1,刷单返利,刷单返利垫付\n03,none,什么谣言\n");
        Path model = folder.resolve("my.texts");
        assertThat(run("learn", "text", "--data", folder.resolve("data").toString(), "--out", model.toString()))
                .as(err.toString())
                .isZero();
        TextModel read = TextModelFile.read(model);
        assertThat(read.of(TextKind.SMS))
                .extracting(question -> question.name())
                .containsExactly("spam");
        assertThat(read.of(TextKind.COMPLAINT))
                .extracting(question -> question.name())
                .containsExactly("category", "fraud");
        Answer answer = new Classifier(read).answers(TextKind.SMS, "晚上一起回家吃饭").getFirst();
        assertThat(answer.label()).isEqualTo("ham");
        assertThat(out.toString()).contains("spam of sms: 8 different texts, 2 labels");
    }

    @Test
    void class03IsNeverLearned() throws IOException {
        write("all/a.tsv", "category\ttext\n03\t一\n03\t二\n07\t三\n07\t四\n06\t五\n06\t六\n");
        List<Lesson> lessons = TextQuestions.in(List.of(folder.resolve("all")));
        assertThat(LabelledText.labels(lessons.getFirst().texts())).containsExactly("06", "07");
    }

    @Test
    void dialoguesAreReadFromTheCallersSide() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"left\":[\"您好\",\"转账\"],\"right\":[\"谁\"],\"fraud_type\":\"银行诈骗\"}\n"
                    .getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("fraud_dialogues/train.jsonl.gz");
        Files.createDirectories(file.getParent());
        Files.write(file, packed.toByteArray());
        Lesson lesson = TextQuestions.in(List.of(folder)).getFirst();
        assertThat(lesson.name()).isEqualTo("fraud_dialogues");
        assertThat(lesson.kinds()).containsExactly(TextKind.DIALOGUE);
        assertThat(lesson.texts()).containsExactly(new LabelledText("银行诈骗", "您好\n转账"));
    }

    @Test
    void whatCannotBeLearnedFromIsNamed() throws IOException {
        write("empty/readme.md", "nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextQuestions.in(List.of(folder.resolve("empty"))))
                .withMessageContaining("want .tsv, .csv or .jsonl files with a column text");
        assertThat(run("learn", "text", "--data", folder.resolve("none").toString(), "--out", "x"))
                .isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString()).contains("--data: got no folder at");
        assertThat(run("learn", "--out", "x")).isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString()).contains("learn: got no --calls, want both");
    }

    @Test
    void ourOwnTextsAreWholeAndNoneIsInBothSets() throws IOException {
        Path texts = Path.of("texts");
        TextSet learned = TextSet.read(texts.resolve("learned/anything"));
        TextSet held = TextSet.read(texts.resolve("held/anything"));
        assertThat(LabelledText.labels(learned.of("category"))).hasSize(22).doesNotContain("03");
        assertThat(LabelledText.labels(held.of("category"))).isEqualTo(LabelledText.labels(learned.of("category")));
        assertThat(LabelledText.labels(held.of("fraud"))).isEqualTo(LabelledText.labels(learned.of("fraud")));
        List<String> seen =
                learned.of("category").stream().map(LabelledText::text).toList();
        assertThat(held.of("category")).extracting(LabelledText::text).doesNotContainAnyElementsOf(seen);
    }
}
