package io.jingling.evidence;

import java.time.Instant;

/** What came of looking at a timestamp. */
public sealed interface Timestamp {
    /** Somebody who is believed says that it was there at that time. */
    record Believed(Instant at, String signer, Authority authority) implements Timestamp {}

    /** Signed by the certificate that it brings along, of which nothing is known. */
    record Unknown(Instant at, String signer) implements Timestamp {}

    /** No timestamp over this. */
    record Refused(String reason) implements Timestamp {}
}
