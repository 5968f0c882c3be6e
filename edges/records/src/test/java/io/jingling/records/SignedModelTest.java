package io.jingling.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.detection.Calibration;
import io.jingling.detection.Feature;
import io.jingling.detection.Model;
import io.jingling.detection.ModelCodec;
import io.jingling.detection.Segment;
import io.jingling.detection.Thresholds;
import io.jingling.detection.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedModelTest {
    private static final SigningKey KEY = SigningKey.make();

    @TempDir
    private Path folder;

    @Test
    void aSignedModelComesBackWithItsSigner() {
        SignedModel signed = SignedModel.of(small(), KEY);
        SignedModel back = SignedModel.read(signed.bytes());
        assertThat(back.signer()).contains(KEY.signer());
        assertThat(back.model().name()).isEqualTo("small");
        assertThat(back.bytes()).isEqualTo(signed.bytes());
    }

    @Test
    void aModelHasTheSameSumWhoeverSignsIt() {
        String unsigned = SignedModel.unsigned(small()).sha256();
        assertThat(SignedModel.of(small(), KEY).sha256()).isEqualTo(unsigned);
        assertThat(SignedModel.of(small(), SigningKey.make()).sha256()).isEqualTo(unsigned);
    }

    @Test
    void aModelThatNobodySignedIsReadAsSuch() {
        assertThat(SignedModel.read(ModelCodec.write(small())).signer()).isEmpty();
    }

    @Test
    void aSignedModelThatIsCutOffAnywhereIsRefused() {
        byte[] whole = SignedModel.of(small(), KEY).bytes();
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length), "cut off at " + length);
        }
        assertRefused(Arrays.copyOf(whole, whole.length + 1), "one byte more");
    }

    @Test
    void aSignedModelWithAnyBitChangedIsRefused() {
        byte[] whole = SignedModel.of(small(), KEY).bytes();
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] spoilt = whole.clone();
            spoilt[bit / 8] ^= (byte) (1 << bit % 8);
            assertRefused(spoilt, "bit " + bit);
        }
    }

    @Test
    void aSignatureDoesNotFitAnotherModelOrAnotherKey() {
        byte[] one = SignedModel.of(small(), KEY).bytes();
        byte[] other = SignedModel.of(small(), SigningKey.make()).bytes();
        byte[] mixed = other.clone();
        System.arraycopy(one, 24 + Signer.BYTES, mixed, 24 + Signer.BYTES, Signer.SIGNATURE_BYTES);
        assertThatThrownBy(() -> SignedModel.read(mixed))
                .hasMessageContaining("that is not of these bytes, want the file as it was signed");
    }

    @Test
    void anotherVersionIsNamed() {
        byte[] later = "JINGLING SIGNED MODEL 2\nand so on, whatever comes".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> SignedModel.read(later))
                .hasMessageContaining("got \"JINGLING SIGNED MODEL 2\", want \"JINGLING SIGNED MODEL 1\"");
        byte[] unsigned = ("JINGLING MODEL 9\n" + "x".repeat(80)).getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> SignedModel.read(unsigned)).hasMessageContaining("bytes of \"JINGLING MODEL 9\"");
    }

    @Test
    void aKeyIsItsOwnersAloneAndIsNeverReplaced() throws IOException {
        Path file = folder.resolve("team.key");
        KEY.write(file);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(SigningKey.read(file).signer()).isEqualTo(KEY.signer());
        SigningKey again = SigningKey.make();
        assertThatThrownBy(() -> again.write(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void halvesOfTwoKeysOrNoKeyAtAllAreRefused() throws IOException {
        Path one = folder.resolve("one.key");
        Path other = folder.resolve("other.key");
        KEY.write(one);
        SigningKey.make().write(other);
        String mixed = Files.readString(one).split("-----BEGIN PUBLIC")[0] + "-----BEGIN PUBLIC"
                + Files.readString(other).split("-----BEGIN PUBLIC")[1];
        Path halves = Files.writeString(folder.resolve("halves.key"), mixed);
        assertThatThrownBy(() -> SigningKey.read(halves)).hasMessageContaining("want the two of one pair");
        Path none = Files.writeString(folder.resolve("none.key"), "hello");
        assertThatThrownBy(() -> SigningKey.read(none)).hasMessageContaining("want an Ed25519 key pair");
    }

    @Test
    void onlyAKeyOnTheListIsTrusted() throws IOException {
        TrustedKeys trusted = new TrustedKeys(folder.resolve("trusted.keys"));
        trusted.begin(KEY.signer(), "this platform");
        trusted.begin(SigningKey.make().signer(), "somebody who comes later");
        assertThat(trusted.nameOf(KEY.signer())).isEqualTo("this platform");
        Signer stranger = SigningKey.make().signer();
        assertThatThrownBy(() -> trusted.nameOf(stranger))
                .hasMessage("model: got one signed by key " + stranger.id()
                        + ", want one of a key in trusted.keys; add its line there if you trust it");
        Files.writeString(trusted.file(), "nonsense here\n");
        assertThatThrownBy(() -> trusted.nameOf(stranger)).hasMessageStartingWith("trusted.keys line 1: key: got");
    }

    private static void assertRefused(byte[] file, String what) {
        assertThatThrownBy(() -> SignedModel.read(file))
                .as(what)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(": got ")
                .hasMessageContaining(", want ");
    }

    /** One question, so that the whole file has some hundred bytes. */
    static Model small() {
        float[] slopes = new float[Segment.COUNT];
        Arrays.fill(slopes, 1);
        Trees trees = new Trees(
                Feature.COUNT,
                new int[] {0},
                new int[] {1, -1, -1},
                new float[] {0.5f, 0, 0},
                new int[] {1, 0, 0},
                new float[] {0, -1, 1});
        Calibration calibration = new Calibration(slopes, new float[Segment.COUNT]);
        return new Model("small", trees, Optional.empty(), calibration, Thresholds.same(3, 2, 1), Optional.empty());
    }
}
