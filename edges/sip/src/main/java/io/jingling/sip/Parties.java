package io.jingling.sip;

import io.jingling.domain.PhoneNumber;

/** Who calls and who is called, read out of an INVITE. One object is filled again and again. */
final class Parties {
    PhoneNumber caller = PhoneNumber.INVALID;
    PhoneNumber callee = PhoneNumber.INVALID;
    /** The URI the caller was read from; none for a hidden caller. */
    long callerUri = Span.NONE;

    private final NameAddress identity = new NameAddress();
    private final SipUri uri = new SipUri();

    void read(SipMessage m, Peer peer) {
        callee = m.uri.called(m.bytes);
        if (!callee.isKnown()) {
            callee = number(m, m.toAddress.uri);
        }
        callerUri = Span.NONE;
        PhoneNumber shown = shownCaller(m, peer);
        if (!m.withheld) {
            caller = shown;
            return;
        }
        // Who withholds an emergency line's number is still not refused as hidden; no answer repeats it.
        caller = shown.isEmergency() ? shown : PhoneNumber.HIDDEN;
        callerUri = Span.NONE;
    }

    private PhoneNumber shownCaller(SipMessage m, Peer peer) {
        PhoneNumber asserted = peer.isTrusted() ? asserted(m) : PhoneNumber.INVALID;
        if (asserted.isKnown()) {
            return asserted;
        }
        PhoneNumber from = number(m, m.fromAddress.uri);
        if (uri.isAnonymous(m.bytes)) {
            return PhoneNumber.HIDDEN;
        }
        callerUri = m.fromAddress.uri;
        return from;
    }

    /** The tel: identity, or else the first that is a number (RFC 3325 §9.1 allows one of each kind). */
    private PhoneNumber asserted(SipMessage m) {
        PhoneNumber found = PhoneNumber.INVALID;
        for (int i = 0; i < m.identityCount; i++) {
            int end = Span.end(m.identities[i]);
            int p = Span.start(m.identities[i]);
            while (p < end && identity.read(m.bytes, p, end)) {
                PhoneNumber number = number(m, identity.uri);
                boolean better = !found.isKnown() || uri.scheme == SipUri.Scheme.TEL;
                if (number.isKnown() && better) {
                    found = number;
                    callerUri = identity.uri;
                    if (uri.scheme == SipUri.Scheme.TEL) {
                        return found;
                    }
                }
                p = identity.end + 1;
            }
        }
        return found;
    }

    private PhoneNumber number(SipMessage m, long span) {
        boolean read = span != Span.NONE && uri.read(m.bytes, Span.start(span), Span.end(span));
        if (!read) {
            uri.clear();
        }
        return uri.number(m.bytes);
    }
}
