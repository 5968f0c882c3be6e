package io.jingling.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.learning.BCubed;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Made-up scripts, each repeated with noise: the truth is found word by word, and the methods are held against it. */
class ScriptTrialTest {
    private static final int SCRIPTS = 12;
    private static final int REPEATS = 8;

    @Test
    void whatIsAlikeFromEndToEndIsOneScriptAndWhatSharesAnEndingIsNot() {
        int[] script = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        assertThat(Passages.areAlike(script, new int[] {5, 6, 7, 8, 99, 10, 11, 12, 13, 14, 15, 16}))
                .as("cut in front, one word wrong")
                .isTrue();
        assertThat(Passages.areAlike(script, new int[] {7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 1, 2}))
                .as("begun in the middle of a loop")
                .isTrue();
        assertThat(Passages.areAlike(script, new int[] {31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 12, 13, 14, 15, 16}))
                .as("the same last words only")
                .isFalse();
        assertThat(Passages.areAlike(new int[] {1, 2, 3}, new int[] {1, 2, 3})).isTrue();
        assertThat(Passages.areAlike(new int[] {1, 2, 3}, new int[] {1, 2, 3, 4}))
                .isFalse();
    }

    @Test
    void wordsAreHanCharactersNumbersAndLetters() {
        assertThat(Transcripts.words("您好!Press 1, it's $1,499"))
                .containsExactly("您", "好", "press", "1", "it", "s", "1", "499");
    }

    @Test
    void scriptsAreFoundThroughNoiseThatExactMatchDoesNotSurvive() {
        List<List<String>> transcripts = madeUp();
        List<Integer> truth = Passages.scripts(transcripts);
        assertThat(truth.stream().distinct()).hasSize(SCRIPTS);
        ScriptTrial trial = new ScriptTrial(transcripts, truth);
        assertThat(trial.asTheyAre().get(ScriptTrial.EXACT)).isEqualTo(new BCubed(1, 1));
        Map<String, BCubed> noisy = trial.run(new Noise("noise", 0.1, 0, 0.2), 3);
        assertThat(noisy.get(ScriptTrial.OURS).f1()).isGreaterThan(0.9);
        assertThat(noisy.get(ScriptTrial.SINGLE).f1()).isGreaterThan(0.9);
        assertThat(noisy.get(ScriptTrial.AVERAGE).f1()).isGreaterThan(0.9);
        assertThat(noisy.get(ScriptTrial.EXACT).recall()).isLessThan(0.3);
        assertThat(trial.run(new Noise("noise", 0.1, 0, 0.2), 3)).isEqualTo(noisy);
    }

    @Test
    void theCommandPrintsATableAndRefusesAFileWithoutTranscripts(@TempDir Path folder) throws Exception {
        StringBuilder file = new StringBuilder("file_name,transcript\n");
        madeUp().forEach(words ->
                file.append("x,").append(String.join(" ", words)).append('\n'));
        Files.writeString(folder.resolve("some.csv"), file.toString());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(run(out, err, "transcripts", "--draws", "2", "--data", folder.toString()))
                .isZero();
        assertThat(out.toString()).contains("96 transcripts, 12 different, of 12 scripts", ScriptTrial.OURS, " ± ");
        Path other = Files.writeString(folder.resolve("other.txt"), "a,b\n1,2\n");
        assertThat(run(out, err, "transcripts", "--data", other.toString())).isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString()).contains("want a column transcript");
    }

    private static int run(StringWriter out, StringWriter err, String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private static List<List<String>> madeUp() {
        Random random = new Random(11);
        List<List<String>> all = new ArrayList<>();
        for (int script = 0; script < SCRIPTS; script++) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                words.add("" + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26)));
            }
            for (int i = 0; i < REPEATS; i++) {
                all.add(words);
            }
        }
        return all;
    }
}
