package io.jingling.sip;

import java.nio.charset.StandardCharsets;

/** The answers this edge gives, apart from those to malformed messages ({@link Defect}). */
enum Status {
    OK(200, "OK"),
    MOVED_TEMPORARILY(302, "Moved Temporarily"),
    BAD_REQUEST(400, "Bad Request"),
    NOT_FOUND(404, "Not Found"),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
    UNSUPPORTED_URI_SCHEME(416, "Unsupported URI Scheme"),
    BAD_EXTENSION(420, "Bad Extension"),
    NO_DIALOG(481, "Call/Transaction Does Not Exist"),
    NOT_IMPLEMENTED(501, "Not Implemented"),
    VERSION_NOT_SUPPORTED(505, "Version Not Supported"),
    MESSAGE_TOO_LARGE(513, "Message Too Large"),
    DECLINE(603, "Decline"),
    REJECTED(608, "Rejected");

    private final int code;
    private final byte[] line;

    Status(int code, String phrase) {
        this.code = code;
        this.line = ("SIP/2.0 " + code + " " + phrase + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    int code() {
        return code;
    }

    byte[] line() {
        return line;
    }

    static Status of(Defect defect) {
        return switch (defect.code()) {
            case 505 -> VERSION_NOT_SUPPORTED;
            case 513 -> MESSAGE_TOO_LARGE;
            default -> BAD_REQUEST;
        };
    }
}
