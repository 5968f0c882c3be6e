package io.jingling.sip;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;

/** JAIN-SIP's parser, the oracle: strict, and an exception where it cannot read a header. */
final class Jain {
    private Jain() {}

    static SIPRequest request(String text) {
        return (SIPRequest) parse(text);
    }

    static SIPResponse response(String text) {
        return (SIPResponse) parse(text);
    }

    private static Object parse(String text) {
        try {
            return new StringMsgParser()
                    .parseSIPMessage(
                            text.getBytes(StandardCharsets.UTF_8),
                            true,
                            true,
                            (e, message, headerClass, header, whole) -> {
                                throw e;
                            });
        } catch (ParseException e) {
            throw new IllegalArgumentException(
                    "message: got one that JAIN-SIP cannot read (" + e.getMessage() + "): " + text, e);
        }
    }
}
