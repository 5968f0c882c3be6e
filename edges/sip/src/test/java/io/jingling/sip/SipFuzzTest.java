package io.jingling.sip;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jingling.sip.Responder.Arrival;
import java.nio.charset.StandardCharsets;

/**
 * Bytes that nobody meant as SIP: each gets a sound answer or none. With {@code JAZZER_FUZZ=1} Jazzer
 * looks for bytes that end otherwise; without, what is in {@code SipFuzzTestInputs} is tried again.
 */
class SipFuzzTest {
    private static final byte[] LINE =
            "INVITE sip:+8613900000001@h;user=phone SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK1\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    /** One for all runs: making it anew would take longer than what is tried. */
    private static final FuzzTarget TARGET = new FuzzTarget();

    @DictionaryEntries({
        "INVITE sip:", " SIP/2.0\r\n", "\r\nVia: SIP/2.0/UDP ", ";branch=z9hG4bK", ";rport", ";received=", "\r\nFrom: ",
                "\r\nTo: ",
        "\r\nCall-ID: ", "\r\nCSeq: 1 INVITE", "\r\nP-Asserted-Identity: ", "<tel:+86", "<sip:", "@", ";tag=",
                ";phone-context=+86",
        "\r\nPrivacy: id", "\r\nRequire: ", "\r\nDiversion: ", "\r\nContent-Length: ", "\r\n ", "\r\n\r\n", "%2B",
                "\\\""
    })
    @FuzzTest(maxDuration = "10m")
    void noMessageEndsTheResponder(byte[] bytes) {
        TARGET.message(bytes, 0, bytes.length, Arrival.DATAGRAM);
        TARGET.message(bytes, 0, bytes.length, Arrival.OVERDUE);
    }

    @FuzzTest(maxDuration = "10m")
    void noHeadersBehindARequestLineEndTheResponder(byte[] bytes) {
        byte[] message = java.util.Arrays.copyOf(LINE, LINE.length + bytes.length);
        System.arraycopy(bytes, 0, message, LINE.length, bytes.length);
        TARGET.message(message, 0, message.length, Arrival.DATAGRAM);
    }

    @FuzzTest(maxDuration = "10m")
    void noStreamEndsTheCutter(byte[] bytes) {
        TARGET.stream(bytes, 1 + bytes.length / 7);
        TARGET.stream(bytes, Math.max(1, bytes.length));
    }
}
