package io.jingling.sip;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at bytes: classes of characters (RFC 3261 §25.1), searches, comparisons without regard to case. */
final class Ascii {
    static final byte CR = '\r';
    static final byte LF = '\n';

    private static final int TOKEN = 1;
    private static final int SPACE = 2;
    private static final int HEX = 4;
    private static final int USER = 8;
    private static final int HOST = 16;
    private static final int URI = 64;
    private static final int VALUE = 128;
    private static final byte[] CLASS = classes();

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private Ascii() {}

    static boolean isToken(byte b) {
        return (CLASS[b & 0xFF] & TOKEN) != 0;
    }

    /** Space, tab, or a line end inside a folded value (RFC 3261 §7.3.1). */
    static boolean isSpace(byte b) {
        return (CLASS[b & 0xFF] & SPACE) != 0;
    }

    static boolean isHex(byte b) {
        return (CLASS[b & 0xFF] & HEX) != 0;
    }

    /** What may stand in a user part, {@code %} and password colon included. */
    static boolean isUser(byte b) {
        return (CLASS[b & 0xFF] & USER) != 0;
    }

    static boolean isHost(byte b) {
        return (CLASS[b & 0xFF] & HOST) != 0;
    }

    /** What may stand anywhere in a URI. */
    static boolean isUri(byte b) {
        return (CLASS[b & 0xFF] & URI) != 0;
    }

    /** What may stand in a parameter's value that is not quoted: a token or a host. */
    static boolean isValue(byte b) {
        return (CLASS[b & 0xFF] & VALUE) != 0;
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    static int skipSpace(byte[] bytes, int from, int to) {
        int p = from;
        while (p < to && isSpace(bytes[p])) {
            p++;
        }
        return p;
    }

    static int trimEnd(byte[] bytes, int from, int to) {
        int p = to;
        while (p > from && isSpace(bytes[p - 1])) {
            p--;
        }
        return p;
    }

    static int skipToken(byte[] bytes, int from, int to) {
        int p = from;
        while (p < to && isToken(bytes[p])) {
            p++;
        }
        return p;
    }

    /** Where the wanted byte is, or -1; looks at eight bytes at a time. */
    static int indexOf(byte[] bytes, int from, int to, byte wanted) {
        long pattern = (wanted & 0xFF) * ONES;
        int p = from;
        for (; p + Long.BYTES <= to; p += Long.BYTES) {
            long different = (long) LONGS.get(bytes, p) ^ pattern;
            long found = different - ONES & ~different & HIGHS;
            if (found != 0) {
                return p + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        for (; p < to; p++) {
            if (bytes[p] == wanted) {
                return p;
            }
        }
        return -1;
    }

    /** The eight bytes at a place as one value. */
    static long eight(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** The first eight bytes of a word, or all where there are fewer, in lower case, as one value. */
    static long eightLower(byte[] bytes, int from, int length) {
        if (from + Long.BYTES <= bytes.length) {
            long lower = (long) LONGS.get(bytes, from) | ' ' * ONES;
            return length >= Long.BYTES ? lower : lower & (1L << 8 * length) - 1;
        }
        long lower = 0;
        for (int i = 0; i < Math.min(length, Long.BYTES); i++) {
            lower |= (bytes[from + i] & 0xFFL | ' ') << 8 * i;
        }
        return lower;
    }

    /** Whether the stretch is this word, in any case; the word is given in lower case. */
    static boolean matches(byte[] bytes, int from, int to, byte[] lower) {
        if (to - from != lower.length) {
            return false;
        }
        for (int i = 0; i < lower.length; i++) {
            byte b = bytes[from + i];
            if ((b >= 'A' && b <= 'Z' ? b | 0x20 : b) != lower[i]) {
                return false;
            }
        }
        return true;
    }

    /** The value of decimal digits, or -1 where there are none, others, or more than the limit. */
    static long decimal(byte[] bytes, int from, int to, long limit) {
        long value = from < to ? 0 : -1;
        for (int p = from; p < to; p++) {
            if (!isDigit(bytes[p])) {
                return -1;
            }
            value = value * 10 + bytes[p] - '0';
            if (value > limit) {
                return -1;
            }
        }
        return value;
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        for (int c = 0; c < 128; c++) {
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean digit = c >= '0' && c <= '9';
            boolean hex = digit || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
            boolean token = letter || digit || "-.!%*_+`'~".indexOf(c) >= 0;
            boolean uri = c > ' ' && c < 127 && "<>\"\\^`{|}".indexOf(c) < 0;
            boolean unreserved = letter || digit || "-_.!~*'()".indexOf(c) >= 0;
            classes[c] = (byte) ((token ? TOKEN : 0)
                    | (c == ' ' || c == '\t' || c == '\r' || c == '\n' ? SPACE : 0)
                    | (hex ? HEX : 0)
                    | (unreserved || "&=+$,;?/%:#".indexOf(c) >= 0 ? USER : 0)
                    | (letter || digit || c == '.' || c == '-' || c == '_' ? HOST : 0)
                    | (uri ? URI : 0)
                    | (token || uri && ";,?".indexOf(c) < 0 ? VALUE : 0));
        }
        return classes;
    }
}
