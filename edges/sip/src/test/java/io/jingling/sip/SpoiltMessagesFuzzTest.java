package io.jingling.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.sip.Responder.Arrival;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Good messages, spoilt, and bytes that never were one: each gets a sound answer or none, and soon.
 * {@code -Djingling.fuzz.messages=N} sets how many, {@code -Djingling.seed=N} which.
 */
class SpoiltMessagesFuzzTest {
    private static final long SEED = Long.getLong("jingling.seed", 20_261_123L);
    private static final long MESSAGES = Long.getLong("jingling.fuzz.messages", 1_000_000L);
    private static final byte[] SIGNS = "\r\n \t:;,<>\"\\@%=/?[]+-019\0\u007f".getBytes(StandardCharsets.ISO_8859_1);
    private static final List<String> PIECES = List.of(
            "\r\n ",
            "\r\n\r\n",
            "SIP/2.0",
            ";;",
            "\"",
            "99999999999999999999",
            "%00",
            "%",
            "<sip:",
            "tel:+86",
            "@@",
            ";tag=",
            "Via: SIP/2.0/UDP h\r\n",
            "v:",
            ": ",
            ";rport;rport=1;received=x",
            "Require: a,b,,c\r\n",
            "Privacy: id\r\n",
            ",,,,,,,,");

    private final Random random = new Random(SEED);
    private final List<byte[]> good = good();
    private final byte[] message = new byte[StreamBuffer.MESSAGE_MAX];

    @Test
    @Timeout(value = 12, unit = TimeUnit.HOURS)
    void noSpoiltMessageEndsTheResponder() throws InterruptedException {
        FuzzTarget target = new FuzzTarget();
        AtomicLong done = new AtomicLong();
        Thread[] worker = new Thread[1];
        Throwable[] failure = new Throwable[1];
        worker[0] = Thread.ofPlatform().start(() -> {
            try {
                for (long i = 0; i < MESSAGES; i++) {
                    one(target, i);
                    done.set(i + 1);
                }
            } catch (RuntimeException | Error e) {
                failure[0] = e;
            }
        });
        long last = -1;
        while (!worker[0].join(java.time.Duration.ofSeconds(60))) {
            assertThat(done.get()).as("messages done: it hangs at %s", shown()).isGreaterThan(last);
            last = done.get();
        }
        if (failure[0] != null) {
            throw new AssertionError("seed " + SEED + ", message " + done.get() + ": " + shown(), failure[0]);
        }
        assertThat(done.get()).isEqualTo(MESSAGES);
        assertThat(target.answered()).as("answers, or nothing was tried").isGreaterThan(MESSAGES / 4);
        assertThat(target.counters().screened()).as("calls screened").isGreaterThan(MESSAGES / 100);
    }

    /** What might take long: much of the same, in the largest message there is. */
    @Test
    @Timeout(60)
    void noMessageOfTheLargestSizeTakesLong() {
        FuzzTarget target = new FuzzTarget();
        List<String> fillings = List.of(
                "\r\n ",
                " \t",
                ";",
                ",",
                "\"",
                "\\",
                "a",
                ";a=b",
                "<",
                "%41",
                "v:\r\n",
                "Via: SIP/2.0/UDP h\r\n",
                "Privacy: id,\r\n",
                "Require: a,b\r\n",
                "P-Asserted-Identity: <sip:1@h>,<sip:1@h>\r\n",
                "Diversion: ,\r\n",
                ";x=1;y=2",
                ";phone-context",
                "\r");
        for (String head : List.of(
                "INVITE sip:",
                "INVITE sip:1@h SIP/2.0\r\nVia: SIP/2.0/UDP h",
                "INVITE sip:1@h SIP/2.0\r\nVia: SIP/2.0/UDP h\r\nFrom: ",
                "INVITE sip:1@h SIP/2.0\r\nVia: SIP/2.0/UDP h\r\nX: ",
                "INVITE sip:1@h SIP/2.0\r\nVia: SIP/2.0/UDP h\r\n",
                "INVITE tel:1;",
                "\r\n")) {
            for (String filling : fillings) {
                String text = head + filling.repeat((65_000 - head.length()) / filling.length()) + "\r\n\r\n";
                byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < 20; i++) {
                    target.message(bytes, 0, bytes.length, Arrival.DATAGRAM);
                }
                target.stream(bytes, 100);
            }
        }
        assertThat(target.counters().received()).isGreaterThan(2_000);
    }

    private void one(FuzzTarget target, long number) {
        int length = number % 10 == 9 ? garbage() : spoilt(good.get(random.nextInt(good.size())));
        if (number % 16 == 15) {
            target.stream(java.util.Arrays.copyOf(message, length), 1 + random.nextInt(length + 1));
        } else {
            Arrival arrival = Arrival.values()[(int) (number % 3)];
            target.message(message, 0, length, arrival);
        }
    }

    private int garbage() {
        int length = random.nextInt(1_500);
        for (int i = 0; i < length; i++) {
            message[i] = (byte) random.nextInt(256);
        }
        return length;
    }

    /** Changes 0 to 6 places: a byte, a sign that means something, a piece taken out, doubled or put in. */
    private int spoilt(byte[] from) {
        System.arraycopy(from, 0, message, 0, from.length);
        int length = from.length;
        for (int changes = random.nextInt(7); changes > 0; changes--) {
            int at = random.nextInt(length);
            switch (random.nextInt(6)) {
                case 0 -> message[at] = (byte) random.nextInt(256);
                case 1 -> message[at] = SIGNS[random.nextInt(SIGNS.length)];
                case 2 -> length = without(at, Math.min(random.nextInt(40), length - at - 1), length);
                case 3 -> length = doubled(random.nextInt(length), random.nextInt(60), at, length);
                case 4 -> {
                    byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.US_ASCII);
                    length = with(piece, 0, piece.length, at, length);
                }
                default -> length = random.nextInt(20) == 0 ? at + 1 : length;
            }
        }
        return length;
    }

    private int without(int at, int count, int length) {
        System.arraycopy(message, at + count, message, at, length - at - count);
        return length - count;
    }

    private int with(byte[] piece, int from, int count, int at, int length) {
        int fits = Math.min(count, Math.min(message.length - length, piece.length - from));
        System.arraycopy(message, at, message, at + fits, length - at);
        System.arraycopy(piece, from, message, at, fits);
        return length + fits;
    }

    private int doubled(int from, int count, int at, int length) {
        byte[] piece = java.util.Arrays.copyOfRange(message, from, from + Math.min(count, length - from));
        return with(piece, 0, piece.length, at, length);
    }

    private String shown() {
        return HexFormat.of().formatHex(message, 0, 1_500);
    }

    private static List<byte[]> good() {
        List<byte[]> good = new ArrayList<>();
        Torture.all().forEach(torture -> good.add(torture.message()));
        WrittenCalls calls = new WrittenCalls(SEED);
        for (int i = 0; i < 200; i++) {
            good.add(calls.next().text().getBytes(StandardCharsets.UTF_8));
        }
        return good;
    }
}
