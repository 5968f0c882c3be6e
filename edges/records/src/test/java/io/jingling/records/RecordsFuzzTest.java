package io.jingling.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes that nobody meant as a file: no reader ends with anything but {@link UnreadableFile}. With
 * {@code JAZZER_FUZZ=1} Jazzer looks for such bytes, otherwise what it once found is tried again.
 */
class RecordsFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void noBytesEndAReader(byte[] bytes) {
        FuzzTarget.ALL.forEach(target -> target.read(bytes));
    }

    @FuzzTest(maxDuration = "10m")
    void noBytesBehindAHeaderEndAReader(byte[] bytes) {
        for (FuzzTarget target : FuzzTarget.ALL) {
            byte[] header = target.likes()
                    .substring(0, target.likes().indexOf('\n') + 1)
                    .getBytes(StandardCharsets.UTF_8);
            byte[] file = Arrays.copyOf(header, header.length + bytes.length);
            System.arraycopy(bytes, 0, file, header.length, bytes.length);
            target.read(file);
        }
    }

    @FuzzTest(maxDuration = "2m")
    void noBytesEndTheDetection(byte[] bytes) {
        assertThat(CallFormat.detect(bytes)).isNotNull();
    }
}
