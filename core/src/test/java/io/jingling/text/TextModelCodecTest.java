package io.jingling.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextModelCodecTest {
    private static final byte[] FILE = TextModelCodec.write(Questions.model());

    @Test
    void whatWasWrittenIsReadAgain() {
        TextModel read = TextModelCodec.read(FILE);
        assertThat(TextModelCodec.write(read)).isEqualTo(FILE);
        assertThat(read.name()).isEqualTo("test");
        Answer answer = new Classifier(read).answers(TextKind.SMS, "贷款").getFirst();
        assertThat(answer.label()).isEqualTo("loan");
    }

    @Test
    void aFileThatIsCutOffAnywhereIsRefused() {
        for (int length = 0; length < FILE.length; length++) {
            byte[] cut = Arrays.copyOf(FILE, length);
            assertThatIllegalArgumentException()
                    .as("%d bytes", length)
                    .isThrownBy(() -> TextModelCodec.read(cut))
                    .withMessageStartingWith("text model: got ");
        }
    }

    @Test
    void aFileThatIsChangedInAnyByteIsRefused() {
        for (int at = 0; at < FILE.length; at++) {
            byte[] changed = FILE.clone();
            changed[at] ^= 1;
            assertThatIllegalArgumentException().isThrownBy(() -> TextModelCodec.read(changed));
        }
    }

    @Test
    void aFileOfSomethingElseIsNamedSo() {
        byte[] other = "JINGLING MODEL 3\n and much more, as a model of calls has".getBytes(StandardCharsets.US_ASCII);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextModelCodec.read(other))
                .withMessageContaining("something else, want a file that begins with \"JINGLING TEXT MODEL 1\"");
    }

    /** As somebody would write it who can compute the sum: it is refused or read, and what is read can be asked. */
    @Test
    void aFileThatLiesUnderARightSumDoesNoHarm() throws NoSuchAlgorithmException {
        byte[] texts = TextModelCodec.write(
                new TextModel("chance", List.of(Questions.random(new Random(3), List.of("您好贷款", "课程")))));
        Random random = new Random(5);
        int first = "JINGLING TEXT MODEL 1\n".length();
        for (int i = 0; i < 20_000; i++) {
            byte[] lies = texts.clone();
            for (int change = 0; change <= random.nextInt(3); change++) {
                lies[first + random.nextInt(lies.length - first - 32)] = (byte) random.nextInt();
            }
            summed(lies);
            try {
                new Classifier(TextModelCodec.read(lies)).answers(TextKind.SMS, "您好贷款");
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageContaining("want");
            }
        }
    }

    private static void summed(byte[] file) throws NoSuchAlgorithmException {
        byte[] said = Arrays.copyOf(file, file.length - 32);
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(said);
        System.arraycopy(sum, 0, file, said.length, 32);
    }
}
