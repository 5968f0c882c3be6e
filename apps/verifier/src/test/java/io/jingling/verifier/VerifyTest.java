package io.jingling.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.seals.Renewal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command prints, and how it ends. */
class VerifyTest {
    @TempDir
    private static Path folder;

    private static MadeUpCase story;
    private static Path bundle;
    private static Path trust;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void make() throws IOException {
        story = new MadeUpCase(folder.resolve("keys"), 11);
        bundle = Files.write(folder.resolve("case.tlzj"), story.bundle());
        trust = PythonVerifier.written(folder, story.trustText());
    }

    @Test
    void aGoodBundleIsShownWithItsThreeVerdictsAndNeverCalledTrue() {
        assertThat(run(bundle.toString(), "--trust", trust.toString())).isZero();
        assertThat(printed()).contains("完整性：成立", "时间：成立", "来源：成立", "［推断］来电与短信属于同一团伙", "误差上限", "（非独立）", "不说明内容属实");
    }

    @Test
    void withoutATrustFileTimeAndOriginAreNotJudged() {
        assertThat(run(bundle.toString())).isZero();
        assertThat(printed()).contains("完整性：成立", "时间：未判断", "来源：未判断", "没有给信任文件");
    }

    @Test
    void anAlteredBundleIsRefusedWithTheFilesName() throws IOException {
        byte[] bytes = story.bundle();
        bytes[bytes.length / 2] ^= 1;
        Path altered = Files.write(folder.resolve("altered.tlzj"), bytes);
        assertThat(run(altered.toString(), "--json")).isEqualTo(1);
        assertThat(printed())
                .startsWith("{\"good\":false,\"integrity\":\"fails\"")
                .contains("\"file\":\"");
        out.reset();
        assertThat(run(altered.toString())).isEqualTo(1);
        assertThat(printed()).contains("完整性：不成立", "  ✗ ");
    }

    @Test
    void aProgramReadsOneLineOfJson() {
        assertThat(run("--json", bundle.toString(), "--trust", trust.toString()))
                .isZero();
        assertThat(printed())
                .startsWith(
                        "{\"good\":true,\"integrity\":\"holds\",\"time\":\"holds\",\"origin\":\"holds\",\"refusals\":[],")
                .contains("\"case\":\"演示-2026-001\"", "\"verdict\":\"own_word\"")
                .endsWith("}\n");
        assertThat(printed().lines()).hasSize(1);
    }

    @Test
    void aRenewalBesideTheBundleIsLookedAt() throws IOException {
        Path renewed = Files.copy(bundle, folder.resolve("renewed.tlzj"));
        byte[] record = Renewal.begun(Files.readAllBytes(renewed), story.other, story.keys.random());
        Path beside = Files.write(folder.resolve("renewed.tlzj.ers"), record);
        assertThat(run(renewed.toString(), "--trust", trust.toString())).isZero();
        assertThat(printed()).contains("续期：成立 — 至迟 2026-11-28T13:01:00Z 已存在，据 另一家");
        Files.write(beside, Renewal.begun(new byte[1], story.other, story.keys.random()));
        out.reset();
        assertThat(run(renewed.toString(), "--json", "--trust", trust.toString()))
                .isEqualTo(1);
        assertThat(printed()).contains("\"renewal\":{\"verdict\":\"fails\"");
    }

    @Test
    void whatCannotBeUnderstoodOrReadIsSaid() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run(bundle.toString(), "--trsut", "x")).isEqualTo(2);
        Path noTrust = Files.writeString(folder.resolve("no-trust"), "{}");
        assertThat(run(bundle.toString(), "--trust", noTrust.toString())).isEqualTo(2);
        assertThat(run(folder.resolve("none").toString())).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("got no file, want FILE.tlzj", "--trsut", "usage:");
    }

    private int run(String... arguments) {
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Verify(to, new PrintStream(err, true, StandardCharsets.UTF_8)).run(List.of(arguments));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
