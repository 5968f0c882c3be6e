package io.jingling.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.evidence.BundleCheck;
import io.jingling.evidence.BundleReport;
import io.jingling.evidence.BundleZip;
import io.jingling.evidence.Trust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever an issuer seals, both verifiers say the same of it, and neither falls over.
 *
 * <p>Each case spoils one file and makes everything around it fit, so that what reads it is reached. Another seed: {@code
 * -Djingling.seed=N}; more cases: {@code -Djingling.resealed=N}.
 */
class ResealedPropertyTest {
    private static final long SEED = Long.getLong("jingling.seed", 4);
    private static final int CASES = Integer.getInteger("jingling.resealed", 300);
    private static final List<String> PIECES = List.of(
            "\n",
            "\n\n",
            " ",
            "\t",
            "\r",
            "\u0085",
            "\u2028",
            "\u00a0",
            "\u3000",
            "\ufeff",
            "0",
            "9",
            "Z",
            "+",
            "=",
            "-",
            "—",
            "観",
            "😀",
            "\u0000",
            "\u007f",
            "A",
            "a",
            "/",
            ".",
            "..",
            "key ",
            "claim 1\n",
            "input files/sms.txt\n");

    @TempDir
    private static Path folder;

    private static MadeUpCase story;
    private static SortedMap<String, byte[]> files;

    @BeforeAll
    static void make() {
        story = new MadeUpCase(folder.resolve("story"), 11);
        files = new TreeMap<>(BundleZip.read(story.bundle()));
    }

    @Test
    void bothVerifiersSayTheSameOfWhateverIsSealed() throws IOException {
        Random random = new Random(SEED);
        Trust trust = story.trust();
        // Not timestamps: of bits that nobody signed, one reader of ASN.1 minds more than another.
        List<String> names = files.keySet().stream()
                .filter(name -> name.endsWith(".txt") || name.startsWith("log/"))
                .filter(name -> !name.equals("seal.txt") && !name.startsWith("files/"))
                .toList();
        List<String> differing = new ArrayList<>();
        int good = 0;
        try (PythonVerifier python = new PythonVerifier(PythonVerifier.written(folder, story.trustText()))) {
            for (int i = 0; i < CASES; i++) {
                String name = names.get(random.nextInt(names.size()));
                byte[] spoilt = spoilt(random, files.get(name));
                SortedMap<String, byte[]> changed = new TreeMap<>(files);
                changed.keySet().removeIf(path -> Resealed.isMadeHere(path) && !path.equals(name));
                changed.keySet().removeIf(path -> path.startsWith("time/") && !path.equals(name));
                changed.put(name, spoilt);
                byte[] bundle = new Resealed(story).with(changed);
                String java = said(BundleCheck.of(bundle, trust, MadeUpCase.SEALS));
                String answer = python.verify(bundle);
                if (!answer.startsWith(java)) {
                    differing.add("case " + i + " of seed " + SEED + ", " + name + ": Java " + java + ", Python "
                            + answer + ", content:\n" + new String(spoilt, StandardCharsets.UTF_8));
                }
                good += java.contains("\"integrity\": \"holds\"") ? 1 : 0;
            }
        }
        assertThat(differing).isEmpty();
        assertThat(good).as("some are spoilt so that they still hold").isGreaterThan(CASES / 50);
    }

    private static String said(BundleReport report) {
        return switch (report) {
            case BundleReport.Altered altered ->
                "{\"good\": false, \"integrity\": \"fails\", \"time\": \"unknown\", \"origin\": \"unknown\"";
            case BundleReport.Whole whole ->
                "{\"good\": " + whole.isGood() + ", \"integrity\": \"holds\", \"time\": \"" + word(whole.time())
                        + "\", \"origin\": \"" + word(whole.origin()) + "\"";
        };
    }

    private static String word(BundleReport.Judgement judgement) {
        return judgement.verdict().name().toLowerCase(Locale.ROOT);
    }

    /** One to three edits: a bit flipped, bytes left out or doubled, a piece of text put in. */
    private static byte[] spoilt(Random random, byte[] content) {
        byte[] bytes = content;
        for (int edits = 1 + random.nextInt(2); edits > 0; edits--) {
            int at = random.nextInt(bytes.length + 1);
            int to = Math.min(bytes.length, at + random.nextInt(12));
            byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
            bytes = switch (random.nextInt(5)) {
                case 0 -> flipped(random, bytes);
                case 1 -> joined(bytes, at, new byte[0], to);
                case 2 -> joined(bytes, to, new byte[0], at);
                case 3 -> joined(bytes, at, piece, at);
                default -> joined(bytes, at, piece, to);
            };
        }
        return bytes;
    }

    private static byte[] flipped(Random random, byte[] bytes) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /** The beginning up to there, the piece, and the end from there on. */
    private static byte[] joined(byte[] bytes, int upTo, byte[] piece, int from) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(bytes, 0, upTo);
        joined.writeBytes(piece);
        joined.write(bytes, from, bytes.length - from);
        return joined.toByteArray();
    }
}
