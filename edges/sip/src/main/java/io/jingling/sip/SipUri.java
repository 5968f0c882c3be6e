package io.jingling.sip;

import io.jingling.domain.NumberKind;
import io.jingling.domain.PhoneNumber;
import java.nio.charset.StandardCharsets;

/** A sip:, sips: or tel: URI (RFC 3261 §19.1, RFC 3966) as places in a message; any other is only named. */
final class SipUri {
    /** Which kind of URI. */
    enum Scheme {
        SIP,
        SIPS,
        TEL,
        OTHER
    }

    private static final long SIP = word("sip");
    private static final long SIPS = word("sips");
    private static final long TEL = word("tel");
    private static final byte[] ANONYMOUS = ascii("anonymous");
    private static final byte[] ANONYMOUS_HOST = ascii("anonymous.invalid");
    private static final byte[] PHONE_CONTEXT = ascii("phone-context");
    private static final byte[] CHINA = ascii("+86");
    private static final int NUMBER_MAX = 64;

    Scheme scheme = Scheme.OTHER;
    /** The user part with its parameters, without password; for tel: all after the colon. */
    long user = Span.NONE;

    long host = Span.NONE;
    /** The emergency service that a URI of another scheme names. */
    EmergencyService service = EmergencyService.NONE;

    boolean hasHeaders;

    private final byte[] number = new byte[NUMBER_MAX];

    void clear() {
        scheme = Scheme.OTHER;
        user = Span.NONE;
        host = Span.NONE;
        service = EmergencyService.NONE;
        hasHeaders = false;
    }

    /** Reads a URI; false where it is none. */
    boolean read(byte[] b, int from, int to) {
        clear();
        int colon = schemeEnd(b, from, to);
        if (colon < 0) {
            return false;
        }
        scheme = scheme(Ascii.eightLower(b, from, colon - from), colon - from);
        return switch (scheme) {
            case SIP, SIPS -> readSip(b, colon + 1, to);
            case TEL -> readUser(b, colon + 1, to);
            case OTHER -> {
                service = EmergencyService.of(b, from, to);
                yield colon + 1 < to && isUri(b, colon + 1, to);
            }
        };
    }

    /** Where the scheme's colon is, or -1 (RFC 3986 §3.1). */
    static int schemeEnd(byte[] b, int from, int to) {
        int p = from;
        while (p < to && (Ascii.isHost(b[p]) || b[p] == '+')) {
            p++;
        }
        boolean letter = from < to && (b[from] | 0x20) >= 'a' && (b[from] | 0x20) <= 'z';
        return letter && p < to && b[p] == ':' ? p : -1;
    }

    /** Whether the network says that the caller's name is withheld (RFC 3323 §4.1.1.3). */
    boolean isAnonymous(byte[] b) {
        return user != Span.NONE && Ascii.matches(b, Span.start(user), Span.end(user), ANONYMOUS)
                || host != Span.NONE && Ascii.matches(b, Span.start(host), Span.end(host), ANONYMOUS_HOST);
    }

    /** Whom a call to it calls: the emergency service that it names, or its {@link #number}. */
    PhoneNumber called(byte[] b) {
        return service == EmergencyService.NONE ? number(b) : service.number();
    }

    /** The telephone number in it; {@link PhoneNumber#INVALID} where there is none. */
    PhoneNumber number(byte[] b) {
        if (user == Span.NONE || scheme == Scheme.OTHER) {
            return PhoneNumber.INVALID;
        }
        int from = Span.start(user);
        int to = Span.end(user);
        int cut = from;
        while (cut < to && (Ascii.isDigit(b[cut]) || b[cut] == '+' && cut == from)) {
            cut++;
        }
        if (cut == to || b[cut] == ';' && Ascii.indexOf(b, cut, to, (byte) '=') < 0) {
            return PhoneNumber.read(b, from, cut);
        }
        return numberOfMany(b, from, to);
    }

    /** The number where there are escapes, visual separators or parameters. */
    private PhoneNumber numberOfMany(byte[] b, int from, int to) {
        int cut = Ascii.indexOf(b, from, to, (byte) ';');
        int end = cut < 0 ? to : cut;
        int context = b[from] == '+' || cut < 0 ? 0 : context(b, cut, to);
        int length = context;
        for (int p = from; p < end; p++) {
            byte c = b[p];
            if (c == '%') {
                c = (byte) (hex(b[p + 1]) << 4 | hex(b[p + 2]));
                p += 2;
            }
            if (c == ';') {
                break;
            }
            if (length == NUMBER_MAX || !Ascii.isDigit(c) && "+-.()".indexOf(c) < 0) {
                return PhoneNumber.INVALID;
            }
            if (Ascii.isDigit(c) || c == '+') {
                number[length++] = c;
            }
        }
        return inContext(context, length);
    }

    /** A mobile or a short code is whole by itself, whatever area it is said to be dialled in: 110 is not 021110. */
    private PhoneNumber inContext(int context, int length) {
        if (context >= CHINA.length && Ascii.matches(number, 0, CHINA.length, CHINA)) {
            PhoneNumber alone = PhoneNumber.read(number, context, length);
            NumberKind kind = alone.kind();
            if (alone.isKnown() && kind != NumberKind.FIXED_LINE && kind != NumberKind.OTHER) {
                return alone;
            }
        }
        return PhoneNumber.read(number, 0, length);
    }

    /** Puts a global phone-context before a local number (RFC 3966 §5.1.5); how many bytes it took. */
    private int context(byte[] b, int from, int to) {
        int p = from;
        while (p < to) {
            int next = Ascii.indexOf(b, p + 1, to, (byte) ';');
            int end = next < 0 ? to : next;
            int equals = Ascii.indexOf(b, p + 1, end, (byte) '=');
            if (equals > 0 && Ascii.matches(b, p + 1, equals, PHONE_CONTEXT) && equals + 1 < end) {
                return b[equals + 1] == '+' ? digits(b, equals + 1, end) : 0;
            }
            p = end;
        }
        return 0;
    }

    private int digits(byte[] b, int from, int to) {
        int length = 0;
        for (int p = from; p < to && length < 8; p++) {
            if (Ascii.isDigit(b[p]) || p == from) {
                number[length++] = b[p];
            }
        }
        return length;
    }

    private boolean readSip(byte[] b, int from, int to) {
        int at = Ascii.indexOf(b, from, to, (byte) '@');
        int hostStart = from;
        if (at >= 0) {
            if (!readUser(b, from, at)) {
                return false;
            }
            hostStart = at + 1;
        }
        int p = hostEnd(b, hostStart, to);
        if (p < 0) {
            return false;
        }
        host = Span.of(hostStart, p);
        if (p < to && b[p] == ':') {
            int port = p + 1;
            p = port;
            while (p < to && Ascii.isDigit(b[p])) {
                p++;
            }
            if (Ascii.decimal(b, port, p, 65_535) < 0) {
                return false;
            }
        }
        hasHeaders = p < to && Ascii.indexOf(b, p, to, (byte) '?') >= 0;
        return p == to || (b[p] == ';' || b[p] == '?') && isUri(b, p, to);
    }

    /** Where a host name or address ends; -1 where there is none. */
    static int hostEnd(byte[] b, int from, int to) {
        int p = from;
        if (p < to && b[p] == '[') {
            p++;
            while (p < to && (Ascii.isHex(b[p]) || b[p] == ':' || b[p] == '.')) {
                p++;
            }
            return p > from + 2 && p < to && b[p] == ']' ? p + 1 : -1;
        }
        while (p < to && Ascii.isHost(b[p])) {
            p++;
        }
        return p > from ? p : -1;
    }

    /** A user part, with a password that is left out; for tel: the number and its parameters. */
    private boolean readUser(byte[] b, int from, int to) {
        int end = to;
        for (int p = from; p < to; p++) {
            byte c = b[p];
            if (!Ascii.isUser(c)) {
                return false;
            }
            if (c == '%' && (p + 2 >= to || !Ascii.isHex(b[p + 1]) || !Ascii.isHex(b[p + 2]))) {
                return false;
            }
            end = c == ':' && end == to ? p : end;
        }
        user = Span.of(from, end);
        return from < to;
    }

    private static int hex(byte b) {
        return Character.digit(b, 16);
    }

    private static Scheme scheme(long word, int length) {
        if (length == 3) {
            return word == SIP ? Scheme.SIP : word == TEL ? Scheme.TEL : Scheme.OTHER;
        }
        return length == 4 && word == SIPS ? Scheme.SIPS : Scheme.OTHER;
    }

    private static boolean isUri(byte[] b, int from, int to) {
        for (int p = from; p < to; p++) {
            if (!Ascii.isUri(b[p])) {
                return false;
            }
        }
        return true;
    }

    private static long word(String word) {
        return Ascii.eightLower(ascii(word), 0, word.length());
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
