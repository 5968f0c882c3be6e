package io.jingling.sip;

import io.jingling.domain.PhoneNumber;
import java.nio.charset.StandardCharsets;

/**
 * An emergency service that a call names by {@code urn:service:sos} (RFC 5031), as the number that
 * reaches it in mainland China.
 *
 * <p>A service without a number here, such as {@code sos.mountain}, is 110, as {@code sos} itself is:
 * such a call must never be refused for its name.
 */
enum EmergencyService {
    NONE("", ""),
    AMBULANCE("ambulance", "120"),
    FIRE("fire", "119"),
    POLICE("police", "110");

    private static final byte[] SOS = ascii("urn:service:sos");

    private final byte[] label;
    private final byte[] dialled;
    private final PhoneNumber number;

    EmergencyService(String label, String dialled) {
        this.label = ascii(label);
        this.dialled = ascii(dialled);
        this.number = dialled.isEmpty() ? PhoneNumber.INVALID : PhoneNumber.parse(dialled);
    }

    /** Which service a URI names; {@link #NONE} where it names none. */
    static EmergencyService of(byte[] b, int from, int to) {
        int top = from + SOS.length;
        if (top > to || !Ascii.matches(b, from, top, SOS) || top < to && b[top] != '.' && Ascii.isHost(b[top])) {
            return NONE;
        }
        int start = Math.min(top + 1, to);
        int end = start;
        while (end < to && b[end] != '.' && Ascii.isHost(b[end])) {
            end++;
        }
        if (Ascii.matches(b, start, end, AMBULANCE.label)) {
            return AMBULANCE;
        }
        return Ascii.matches(b, start, end, FIRE.label) ? FIRE : POLICE;
    }

    PhoneNumber number() {
        return number;
    }

    /** The number's digits, for the user part of a URI; empty for {@link #NONE}. */
    byte[] dialled() {
        return dialled;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
