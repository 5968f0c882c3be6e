package io.jingling.evidence;

import java.util.Arrays;
import java.util.Random;

/** Bytes that were right once. */
final class Spoilt {
    private Spoilt() {}

    /** One to three places replaced, taken out, doubled, or cut off. */
    static byte[] bytes(Random random, byte[] right) {
        byte[] bytes = right.clone();
        for (int change = random.nextInt(3); change >= 0 && bytes.length > 0; change--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(random.nextInt(50), bytes.length - at);
            bytes = switch (random.nextInt(5)) {
                case 0 -> replaced(bytes, at, (byte) random.nextInt(256));
                case 1 -> replaced(bytes, at, (byte) "\n =+/0A—\r\0".charAt(random.nextInt(10)));
                case 2 -> joined(bytes, at, at + length);
                case 3 -> joined(bytes, at + length, at);
                default -> Arrays.copyOf(bytes, at);
            };
        }
        return bytes;
    }

    private static byte[] replaced(byte[] bytes, int at, byte with) {
        bytes[at] = with;
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int to, int from) {
        byte[] joined = Arrays.copyOf(bytes, to + bytes.length - from);
        System.arraycopy(bytes, from, joined, to, bytes.length - from);
        return joined;
    }
}
