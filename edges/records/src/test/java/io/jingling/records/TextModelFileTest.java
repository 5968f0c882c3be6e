package io.jingling.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jingling.text.Classifier;
import io.jingling.text.Question;
import io.jingling.text.Recipe;
import io.jingling.text.TextKind;
import io.jingling.text.TextModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextModelFileTest {
    private static final TextModel MODEL = new TextModel(
            "test",
            List.of(new Question(
                    "topic",
                    Set.of(TextKind.SMS),
                    List.of("loan", "other"),
                    new Recipe(1, 0, false, false),
                    new long[][] {{'贷'}, {}, {}, {}},
                    new float[] {1},
                    new float[] {1, -1},
                    new Question.Meaning(new float[] {0, 0}, 1, 0, 0.6f))));

    @TempDir
    Path folder;

    @Test
    void aModelIsReadAsItWasWrittenSignedOrNot() throws IOException {
        Path file = folder.resolve("my.texts");
        for (Optional<SigningKey> key : List.of(Optional.<SigningKey>empty(), Optional.of(SigningKey.make()))) {
            TextModelFile.write(file, MODEL, key);
            TextModel read = TextModelFile.read(file);
            assertThat(new Classifier(read)
                            .answers(TextKind.SMS, "贷")
                            .getFirst()
                            .label())
                    .isEqualTo("loan");
        }
    }

    @Test
    void aSignedModelThatIsChangedOrCutOffIsRefused() throws IOException {
        Path file = folder.resolve("my.texts");
        TextModelFile.write(file, MODEL, Optional.of(SigningKey.make()));
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += 7) {
            byte[] changed = whole.clone();
            changed[at] ^= 4;
            Files.write(file, changed);
            assertThatIllegalArgumentException().isThrownBy(() -> TextModelFile.read(file));
            Files.write(file, Arrays.copyOf(whole, at));
            assertThatIllegalArgumentException().isThrownBy(() -> TextModelFile.read(file));
        }
    }

    @Test
    void aModelOfCallsIsNoneOfTextsAndTheOtherWayRound() throws IOException {
        Path file = folder.resolve("my.texts");
        TextModelFile.write(file, MODEL, Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFile.read(file))
                .withMessageContaining("JINGLING MODEL");
        ModelFile.write(file, ModelFile.shipped());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextModelFile.read(file))
                .withMessageContaining("JINGLING TEXT MODEL 1");
    }
}
