package io.jingling.evidence;

import java.time.Instant;
import java.util.List;

/** Time stamping authorities (RFC 3161). */
public interface Stamping {
    /** A reply of each that answered in time, and over this content; none where none did. May take as long as all of them may. */
    List<Stamped> over(byte[] content);

    /**
     * A timestamp.
     *
     * @param authority whose, by its short name: lower-case letters, digits, hyphens
     * @param at what it says
     * @param reply TimeStampResp in DER
     */
    record Stamped(String authority, Instant at, byte[] reply) {
        public Stamped {
            reply = reply.clone();
        }

        @Override
        public byte[] reply() {
            return reply.clone();
        }
    }
}
