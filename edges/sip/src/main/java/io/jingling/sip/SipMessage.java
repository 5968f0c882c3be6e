package io.jingling.sip;

/**
 * What was found in a request: places in the bytes it came in, nothing copied.
 *
 * <p>One object is filled again and again by {@link SipParser}, so its fields are open to the package
 * and hold only until the next message.
 */
final class SipMessage {
    static final int VIAS_MAX = 128;
    static final int IDENTITIES_MAX = 8;
    static final int KEPT_MAX = 32;

    byte[] bytes = new byte[0];
    Method method = Method.UNKNOWN;
    long methodSpan;
    long uriSpan;
    final SipUri uri = new SipUri();

    /** True where any header goes on over a line end, so that copies must be unfolded. */
    boolean folded;

    final long[] vias = new long[VIAS_MAX];
    int viaCount;
    final ViaValue topVia = new ViaValue();
    boolean viaIsSound;

    long from;
    long to;
    long callId;
    long cseq;
    long cseqNumber;
    final NameAddress fromAddress = new NameAddress();
    final NameAddress toAddress = new NameAddress();
    boolean toIsSound;

    long userAgent;
    long contentLength;
    int bodyStart;

    final long[] identities = new long[IDENTITIES_MAX];
    int identityCount;
    /** True where the caller asked for privacy of the number. */
    boolean withheld;

    /** Whole Require values, for the list of what is not supported. */
    final long[] requires = new long[KEPT_MAX];

    int requireCount;

    /** Diversion and History-Info, in their order; the name's span and the value's lie side by side. */
    final long[] kept = new long[2 * KEPT_MAX];

    int keptCount;
    boolean repeated;

    /** Keyed hashes of what tells calls and transactions apart, see {@link #hash}. */
    long callHash;

    long branchHash;

    void clear(byte[] newBytes) {
        bytes = newBytes;
        method = Method.UNKNOWN;
        methodSpan = Span.NONE;
        uriSpan = Span.NONE;
        uri.clear();
        folded = false;
        viaCount = 0;
        viaIsSound = false;
        from = Span.NONE;
        to = Span.NONE;
        callId = Span.NONE;
        cseq = Span.NONE;
        cseqNumber = 0;
        toIsSound = false;
        fromAddress.clear();
        toAddress.clear();
        userAgent = Span.NONE;
        contentLength = Span.NONE;
        bodyStart = -1;
        identityCount = 0;
        withheld = false;
        requireCount = 0;
        keptCount = 0;
        repeated = false;
    }

    /** True for a request inside a dialog. */
    boolean hasToTag() {
        return toIsSound && toAddress.tag != Span.NONE;
    }

    /** What tells this transaction from others: the branch, or all of the Via of an RFC 2543 client. */
    long branch() {
        return viaIsSound && topVia.branch != Span.NONE ? topVia.branch : vias[0];
    }

    /** Hashes the Call-ID and the branch, once for all who ask. */
    void hash(KeyedHash hash) {
        callHash = hash.of(bytes, callId);
        branchHash = hash.of(bytes, branch());
    }
}
