package io.jingling.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleZipTest {
    private static final Map<String, byte[]> FILES =
            Map.of("b.txt", new byte[] {1, 2}, "files/通话.csv", new byte[300], "a", new byte[0]);

    @Test
    void whatIsWrittenIsReadAndSorted() {
        SortedMap<String, byte[]> read = BundleZip.read(BundleZip.write(FILES));
        assertThat(read.keySet()).containsExactly("a", "b.txt", "files/通话.csv");
        read.forEach((name, content) -> assertThat(content).isEqualTo(FILES.get(name)));
    }

    @Test
    void anyOtherReaderOfZipsReadsIt() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(BundleZip.write(FILES)))) {
            Map<String, byte[]> read = new TreeMap<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read.put(entry.getName(), zip.readAllBytes());
            }
            assertThat(read).containsOnlyKeys("a", "b.txt", "files/通话.csv");
            assertThat(read.get("b.txt")).containsExactly(1, 2);
        }
    }

    /** Seeded: what is read must be what would be written. */
    @Test
    void thereIsOneWritingOnly() {
        Random random = new Random(7);
        byte[] zip = BundleZip.write(FILES);
        for (int round = 0; round < 20_000; round++) {
            byte[] spoilt = Spoilt.bytes(random, zip);
            try {
                assertThat(BundleZip.write(BundleZip.read(spoilt))).isEqualTo(spoilt);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageContaining(": got ");
            }
        }
    }

    @Test
    void noBitMayBeFlipped() {
        byte[] zip = BundleZip.write(FILES);
        for (int bit = 0; bit < zip.length * 8; bit++) {
            byte[] flipped = zip.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> BundleZip.read(flipped)).isInstanceOf(BundleRefused.class);
        }
        assertThatThrownBy(() -> BundleZip.read(Arrays.copyOf(zip, zip.length + 1)))
                .isInstanceOf(BundleRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/a", "a/", "a//b", "..", "a/../b", "a\\b", "C:a", "a.", "a ", " a", "a\u0000", "a\u0085b"})
    void aNameThatSomeSystemWouldKeepElsewhereIsRefused(String name) {
        assertThatThrownBy(() -> BundleZip.write(Map.of(name, new byte[1]))).hasMessageContaining("file name: got");
    }

    @Test
    void namesThatDifferInCaseAloneAreRefused() {
        assertThatThrownBy(() -> BundleZip.write(Map.of("files/A", new byte[1], "files/a", new byte[1])))
                .hasMessageContaining("but for case");
    }

    @Test
    void aListForPeopleCannotBeAFormula() {
        byte[] content = "=1+1".getBytes(StandardCharsets.UTF_8);
        SourceFile file = new SourceFile(
                "files/a.csv", "=cmd", Instant.parse("2026-11-28T13:00:00Z"), "@SUM(1)", "how \"quoted\"");
        CaseFile caseFile = new CaseFile(
                new CaseFile.Head("1", "p", "issuer.example", "-x", file.received()), List.of(file), List.of());
        FileDigest digest = new FileDigest(Hash.sha256(content), Hash.EMPTY, content.length, file.path());
        String list = new String(new BundlePapers(caseFile, List.of(digest)).list(), StandardCharsets.UTF_8);
        assertThat(list).contains("\"'=cmd\"", "\"'@SUM(1)\"", "\"'-x\"", "\"how \"\"quoted\"\"\"");
    }
}
