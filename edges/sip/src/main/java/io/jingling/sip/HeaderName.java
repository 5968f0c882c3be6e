package io.jingling.sip;

import java.nio.charset.StandardCharsets;

/** The headers that an answer or a decision needs, told by their names in full or compact (RFC 3261 §7.3.3). */
enum HeaderName {
    VIA("via", 'v'),
    FROM("from", 'f'),
    TO("to", 't'),
    CALL_ID("call-id", 'i'),
    CSEQ("cseq", ' '),
    CONTENT_LENGTH("content-length", 'l'),
    ASSERTED_IDENTITY("p-asserted-identity", ' '),
    PRIVACY("privacy", ' '),
    REQUIRE("require", ' '),
    DIVERSION("diversion", ' '),
    HISTORY_INFO("history-info", ' '),
    USER_AGENT("user-agent", ' '),
    /** Any other, or no header at all. */
    OTHER("", ' ');

    private static final HeaderName[] ALL = values();

    /** A bit for each letter that a name of use begins with; what begins otherwise is not looked into. */
    private static final int FIRST_LETTERS = firstLetters();

    private static final Start VIA_ = new Start("via:");
    private static final Start FROM_ = new Start("from:");
    private static final Start TO_ = new Start("to:");
    private static final Start CALL_ID_ = new Start("call-id:");
    private static final Start CSEQ_ = new Start("cseq:");
    private static final Start PRIVACY_ = new Start("privacy:");
    private static final Start REQUIRE_ = new Start("require:");
    private static final Start CONTENT_ = new Start("content-");
    private static final Start ASSERTED_ = new Start("p-assert");
    private static final Start USER_AGENT_ = new Start("user-age");

    private final byte[] name;
    private final byte compact;

    HeaderName(String name, char compact) {
        this.name = name.getBytes(StandardCharsets.US_ASCII);
        this.compact = (byte) compact;
    }

    /** Which header a line begins with. */
    static HeaderName of(byte[] b, int from, int to) {
        int letter = (b[from] | 0x20) - 'a';
        if (letter < 0 || letter > 25 || (FIRST_LETTERS >>> letter & 1) == 0) {
            return OTHER;
        }
        HeaderName usual = from + Long.BYTES <= to ? usual(b, from, to, letter + 'a') : OTHER;
        return usual == OTHER ? unusual(b, from, to) : usual;
    }

    /** In full, with the colon right behind it: as nearly all are written. */
    private static HeaderName usual(byte[] b, int from, int to, int letter) {
        long start = Ascii.eight(b, from);
        return switch (letter) {
            case 'v' -> VIA_.begins(start) ? VIA : OTHER;
            case 'f' -> FROM_.begins(start) ? FROM : OTHER;
            case 't' -> TO_.begins(start) ? TO : OTHER;
            case 'c' -> {
                if (CALL_ID_.begins(start)) {
                    yield CALL_ID;
                }
                if (CSEQ_.begins(start)) {
                    yield CSEQ;
                }
                yield CONTENT_.begins(start) && CONTENT_LENGTH.isAt(b, from, to) ? CONTENT_LENGTH : OTHER;
            }
            case 'p' -> {
                if (ASSERTED_.begins(start) && ASSERTED_IDENTITY.isAt(b, from, to)) {
                    yield ASSERTED_IDENTITY;
                }
                yield PRIVACY_.begins(start) ? PRIVACY : OTHER;
            }
            case 'r' -> REQUIRE_.begins(start) ? REQUIRE : OTHER;
            case 'u' -> USER_AGENT_.begins(start) && USER_AGENT.isAt(b, from, to) ? USER_AGENT : OTHER;
            default -> OTHER;
        };
    }

    private boolean isAt(byte[] b, int from, int to) {
        int end = from + name.length;
        return end < to && b[end] == ':' && Ascii.matches(b, from, end, name);
    }

    /** Compact, or with space before the colon, or seldom. */
    private static HeaderName unusual(byte[] b, int from, int to) {
        int end = Ascii.skipToken(b, from, to);
        int colon = Ascii.skipSpace(b, end, to);
        if (colon == to || b[colon] != ':') {
            return OTHER;
        }
        for (HeaderName one : ALL) {
            boolean compact = end - from == 1 && (b[from] | 0x20) == one.compact;
            if (compact || end > from && Ascii.matches(b, from, end, one.name)) {
                return one;
            }
        }
        return OTHER;
    }

    private static int firstLetters() {
        int bits = 0;
        for (HeaderName one : ALL) {
            bits |= one == OTHER ? 0 : 1 << one.name[0] - 'a';
            bits |= one.compact == ' ' ? 0 : 1 << one.compact - 'a';
        }
        return bits;
    }

    /** Up to eight characters at the beginning of a line, compared at once and in any case. */
    private record Start(long fold, long mask, long wanted) {
        Start(String text) {
            this(each(text, c -> c >= 'a' ? 0x20 : 0), each(text, c -> 0xFF), each(text, c -> c));
        }

        boolean begins(long eight) {
            return ((eight | fold) & mask) == wanted;
        }

        private static long each(String text, java.util.function.IntUnaryOperator of) {
            long all = 0;
            for (int i = 0; i < text.length(); i++) {
                all |= (long) of.applyAsInt(text.charAt(i)) << 8 * i;
            }
            return all;
        }
    }
}
