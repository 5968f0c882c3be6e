package io.jingling.sip;

import java.nio.charset.StandardCharsets;

/** The methods of requests this edge knows by name (RFC 3261, 3262, 3311, 3428, 3515, 3903, 6086, 6665). */
enum Method {
    INVITE(Treatment.SCREENED),
    ACK(Treatment.IGNORED),
    CANCEL(Treatment.IGNORED),
    OPTIONS(Treatment.ANSWERED),
    BYE(Treatment.NEEDS_DIALOG),
    PRACK(Treatment.NEEDS_DIALOG),
    UPDATE(Treatment.NEEDS_DIALOG),
    INFO(Treatment.NEEDS_DIALOG),
    NOTIFY(Treatment.NEEDS_DIALOG),
    REGISTER(Treatment.NOT_ALLOWED),
    SUBSCRIBE(Treatment.NOT_ALLOWED),
    PUBLISH(Treatment.NOT_ALLOWED),
    MESSAGE(Treatment.NOT_ALLOWED),
    REFER(Treatment.NOT_ALLOWED),
    UNKNOWN(Treatment.NOT_IMPLEMENTED);

    /** What becomes of a request. */
    enum Treatment {
        SCREENED,
        IGNORED,
        ANSWERED,
        NEEDS_DIALOG,
        NOT_ALLOWED,
        NOT_IMPLEMENTED
    }

    private static final Method[] ALL = values();

    private final Treatment treatment;
    private final byte[] word;

    Method(Treatment treatment) {
        this.treatment = treatment;
        this.word = name().getBytes(StandardCharsets.US_ASCII);
    }

    Treatment treatment() {
        return treatment;
    }

    /** Method names are case-sensitive (RFC 3261 §7.1). */
    static Method of(byte[] bytes, int from, int to) {
        for (int i = 0; i < ALL.length - 1; i++) {
            if (ALL[i].is(bytes, from, to)) {
                return ALL[i];
            }
        }
        return UNKNOWN;
    }

    private boolean is(byte[] bytes, int from, int to) {
        if (to - from != word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (bytes[from + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
