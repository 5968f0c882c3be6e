package io.jingling.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Good files, spoilt: no reader ends with anything but {@link UnreadableFile}, and each ends.
 * {@code -Djingling.fuzz.messages=N} sets how many rows are read, {@code -Djingling.seed=N} which.
 */
class SpoiltFilesFuzzTest {
    private static final long SEED = Long.getLong("jingling.seed", 20_261_123L);
    private static final long ROWS = Long.getLong("jingling.fuzz.messages", 1_000_000L);

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void noSpoiltFileEndsAReader() {
        Random random = new Random(SEED);
        List<FuzzTarget> targets = FuzzTarget.ALL;
        long rows = 0;
        long files = 0;
        while (rows < ROWS && files < ROWS) {
            FuzzTarget target = targets.get((int) (files % targets.size()));
            byte[] bytes = spoilt(target.likes().getBytes(StandardCharsets.UTF_8), random);
            try {
                rows += target.read(bytes);
            } catch (RuntimeException | StackOverflowError e) {
                String text = new String(bytes, StandardCharsets.ISO_8859_1);
                throw new AssertionError(target.name() + ", seed " + SEED + ", file " + files + ": " + text, e);
            }
            files++;
        }
        assertThat(rows).as("most spoilt files keep some of their rows").isGreaterThanOrEqualTo(ROWS);
    }

    @Test
    void eachReaderTakesTheFileItLikes() {
        for (FuzzTarget target : FuzzTarget.ALL) {
            assertThat(target.read(target.likes().getBytes(StandardCharsets.UTF_8)))
                    .as(target.name())
                    .isPositive();
        }
    }

    /** Changes 1 to 8 places: a byte, a piece taken out, a piece doubled, or a sign that means something. */
    private static byte[] spoilt(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int changes = 1 + random.nextInt(8); changes > 0 && bytes.length > 0; changes--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(random.nextInt(30), bytes.length - at);
            bytes = switch (random.nextInt(4)) {
                case 0 -> replaced(bytes, at, (byte) random.nextInt(256));
                case 1 -> replaced(bytes, at, (byte) "\",\n\r{}[]=;:-+0\0".charAt(random.nextInt(15)));
                case 2 -> joined(bytes, at, at + length);
                default -> joined(bytes, at + length, at);
            };
        }
        return bytes;
    }

    private static byte[] replaced(byte[] bytes, int at, byte with) {
        bytes[at] = with;
        return bytes;
    }

    /** The beginning up to one place and the end from another: takes out or doubles what is between. */
    private static byte[] joined(byte[] bytes, int to, int from) {
        byte[] joined = Arrays.copyOf(bytes, to + bytes.length - from);
        System.arraycopy(bytes, from, joined, to, bytes.length - from);
        return joined;
    }
}
