package io.jingling.sip;

import java.nio.charset.StandardCharsets;

/** What is wrong with a message's form, and what is said to its sender. */
enum Defect {
    NONE(0, ""),
    KEEP_ALIVE(0, "keep-alive"),
    NOT_SIP(0, "not-sip"),
    RESPONSE(0, "response"),
    NO_VIA(0, "no-via"),
    TOO_MANY_VIAS(0, "too-many-vias"),
    REQUEST_LINE(400, "Bad Request-Line"),
    REQUEST_URI(400, "Bad Request-URI"),
    VERSION(505, "Version Not Supported"),
    UNENDED(400, "Headers Without End"),
    VIA(400, "Bad Via"),
    FROM(400, "Missing or Bad From"),
    TO(400, "Missing or Bad To"),
    CALL_ID(400, "Missing or Bad Call-ID"),
    CSEQ(400, "Missing or Bad CSeq"),
    CSEQ_METHOD(400, "CSeq Names Another Method"),
    CONTENT_LENGTH(400, "Bad Content-Length"),
    REPEATED(400, "Repeated Single Header"),
    TOO_LONG(513, "Message Too Large");

    private final int code;
    private final String text;
    private final byte[] statusLine;

    Defect(int code, String text) {
        this.code = code;
        this.text = text;
        this.statusLine = ("SIP/2.0 " + code + " " + text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** False where nobody can be told, or nobody may be (a response, a keep-alive). */
    boolean isAnswerable() {
        return code != 0;
    }

    int code() {
        return code;
    }

    /** The reason phrase, or the name it is counted under. */
    String text() {
        return text;
    }

    byte[] statusLine() {
        return statusLine;
    }
}
