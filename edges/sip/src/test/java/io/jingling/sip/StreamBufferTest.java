package io.jingling.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.sip.StreamBuffer.Found;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamBufferTest {
    private static final String CALL =
            Messages.invite().body("v=0\r\n\r\ns=-\r\n").text();
    private static final String SHORT = Messages.request("OPTIONS").body("").text();

    @Test
    void howeverAStreamIsSplitTheSameMessagesComeOut() {
        String stream = CALL + SHORT + "\r\n" + CALL + CALL + SHORT;
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<String> got = new ArrayList<>();
            StreamBuffer buffer = new StreamBuffer();
            for (int at = 0; at < stream.length(); ) {
                int length = Math.min(stream.length() - at, 1 + random.nextInt(seed % 2 == 0 ? 3 : 900));
                got.addAll(feed(buffer, stream.substring(at, at + length)));
                at += length;
            }
            assertThat(got).as("seed %d", seed).containsExactly(CALL, SHORT, CALL, CALL, SHORT);
        }
    }

    @Test
    void twoLineEndsBetweenMessagesAreAPing() {
        StreamBuffer buffer = new StreamBuffer();
        assertThat(feed(buffer, SHORT + "\r\n")).containsExactly(SHORT);
        assertThat(feed(buffer, "\r\n")).containsExactly("PING");
        assertThat(feed(buffer, "\r\n\r\n\r\n\r\n" + SHORT)).containsExactly("PING", "PING", SHORT);
    }

    @Test
    void aHeadWithoutEndIsTooLargeBeyondTheLimit() {
        StreamBuffer buffer = new StreamBuffer();
        assertThat(feed(buffer, "INVITE sip:a@b SIP/2.0\r\nX: " + "x".repeat(60_000)))
                .isEmpty();
        assertThat(feed(buffer, "x".repeat(10_000))).containsExactly("TOO_LARGE");
    }

    @Test
    void aBodyBeyondTheLimitIsTooLargeAtOnce() {
        assertThat(feed(
                        new StreamBuffer(),
                        Messages.invite().with("Content-Length", "70000").text()))
                .containsExactly("TOO_LARGE");
    }

    @Test
    void aStreamWithoutContentLengthCannotBeCut() {
        assertThat(feed(new StreamBuffer(), Messages.invite().text())).containsExactly("BROKEN");
        assertThat(feed(new StreamBuffer(), Messages.invite().with("l", "-1").text()))
                .containsExactly("BROKEN");
    }

    private static List<String> feed(StreamBuffer buffer, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int at = buffer.grow(bytes.length);
        System.arraycopy(bytes, 0, buffer.bytes(), at, bytes.length);
        List<String> found = new ArrayList<>();
        for (Found next = buffer.next(); next != Found.NOTHING; next = buffer.next()) {
            found.add(
                    next == Found.MESSAGE
                            ? new String(
                                    buffer.bytes(), buffer.from(), buffer.to() - buffer.from(), StandardCharsets.UTF_8)
                            : next.name());
            if (next == Found.BROKEN || next == Found.TOO_LARGE) {
                break;
            }
        }
        return found;
    }
}
