package io.jingling.evidence;

import java.util.List;

/**
 * Whom one who verifies believes.
 *
 * @param origin the log's name
 * @param logKeys all of them must have signed; at least one
 * @param witnesses whose cosignatures count
 * @param quorum how many of them must have cosigned, 0 to all
 */
public record LogPolicy(String origin, List<NoteVerifier> logKeys, List<NoteVerifier> witnesses, int quorum) {
    public LogPolicy {
        logKeys = List.copyOf(logKeys);
        witnesses = List.copyOf(witnesses);
        if (logKeys.isEmpty()) {
            throw new IllegalArgumentException("policy for " + Shown.of(origin) + ": got no key of the log, want one");
        }
        if (quorum < 0 || quorum > witnesses.size()) {
            throw new IllegalArgumentException("quorum: got " + quorum + ", want 0 to " + witnesses.size());
        }
    }

    /** Whether the log, and witnesses enough, say this. */
    public Check check(SignedCheckpoint signed) {
        Check log = signed.check(origin, logKeys);
        if (!log.holds() || quorum == 0) {
            return log;
        }
        return switch (signed.note().vouchers(witnesses)) {
            case Note.Trust.Untrusted(String reason) -> Check.fails(reason);
            case Note.Trust.Vouched(List<NoteKey> keys) ->
                keys.size() >= quorum
                        ? Check.HOLDS
                        : Check.fails("checkpoint: got " + keys.size() + " witnesses, want " + quorum);
        };
    }
}
