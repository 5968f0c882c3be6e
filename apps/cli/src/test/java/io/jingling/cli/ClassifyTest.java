package io.jingling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the shipped model. */
class ClassifyTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int classify(String... arguments) {
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
        String[] all = new String[arguments.length + 1];
        all[0] = "classify";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Main.run(terminal, Map.of(), all);
    }

    private List<JsonNode> lines() {
        return out.toString().lines().map(ClassifyTest::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return Client.JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    @Test
    void aComplaintGetsItsCategoryWithTheWordsThatDecided() {
        assertThat(classify("--kind", "complaint", "--text", "天天打来问我要不要贷款，说利息低，我说过别再打了"))
                .isZero();
        JsonNode one = lines().getFirst();
        assertThat(one.get("class").asText()).isEqualTo("07");
        assertThat(one.get("name").asText()).isEqualTo("贷款理财");
        assertThat(one.get("confidence").asDouble()).isBetween(0.0, 1.0);
        assertThat(one.get("words").toString()).contains("贷款");
        assertThat(one.get("mentions").get("asked_to_stop").get(0).asText()).isEqualTo("我说过别再打");
    }

    @Test
    void ofAnSmsSpamOrHamComesFirstThenTheIndustry() throws IOException {
        Path file = folder.resolve("sms.txt");
        Files.writeString(file, "低息贷款，当天放款，额度三十万，联系张经理\n妈，我晚上加班，不回家吃饭了\n\n");
        assertThat(classify("--kind", "sms", "--file", file.toString())).isZero();
        assertThat(lines())
                .extracting(line -> line.get("class").asText())
                .startsWith("spam", "ham")
                .hasSize(3);
        assertThat(lines().getFirst().get("industry").get("class").asText()).isEqualTo("07");
        assertThat(lines().getLast().get("unsure").asBoolean()).isTrue();
    }

    @Test
    void aDialogueGetsItsWayOfFraud() {
        assertThat(classify("--kind", "dialogue", "--text", "您好，这里是国家彩票中心，恭喜您中了一等奖，请先缴纳税款"))
                .isZero();
        assertThat(lines().getFirst().get("class").asText()).isEqualTo("彩票诈骗");
        assertThat(lines().getFirst().get("category").get("class").asText()).isEqualTo("F1");
    }

    @Test
    void badInputIsNamed() throws IOException {
        assertThat(classify("--kind", "letter", "--text", "x")).isEqualTo(Trouble.BAD_INPUT);
        assertThat(err.toString()).contains("--kind: got \"letter\", want one of sms, complaint, listing, dialogue");
        assertThat(classify("--kind", "sms")).isEqualTo(Trouble.BAD_INPUT);
        assertThat(classify("--kind", "sms", "--file", folder.resolve("no").toString()))
                .isEqualTo(Trouble.BAD_INPUT);
        Path other = Files.write(folder.resolve("other.texts"), new byte[100]);
        assertThat(classify("--kind", "sms", "--text", "x", "--model", other.toString()))
                .isEqualTo(Trouble.BAD_INPUT);
        assertThat(err.toString()).contains("want a file that begins with \"JINGLING TEXT MODEL 1\"");
        Path latin = Files.write(folder.resolve("latin.txt"), new byte[] {(byte) 0xE4, 10});
        assertThat(classify("--kind", "sms", "--file", latin.toString())).isEqualTo(Trouble.BAD_INPUT);
        assertThat(err.toString()).contains("got bytes that are no UTF-8");
    }
}
