package io.jingling.evidence;

import java.util.Collection;
import java.util.Optional;

/**
 * Decides whether to cosign: only what continues all that was cosigned of that log before (C2SP tlog-witness).
 *
 * <p>So a log that shows two different trees finds nobody to cosign both.
 *
 * @param logs keys of the logs that are witnessed, each the log's name
 */
public record Witness(Collection<NoteVerifier> logs) {
    /** What a witness says. */
    public sealed interface Answer {
        /** To be kept as seen, durably, and only then cosigned. */
        record Cosigns(SignedCheckpoint checkpoint) implements Answer {}

        /**
         * It does not begin where this witness stands, or has another root there.
         *
         * @param seen the size that was seen last
         */
        record Conflict(long seen) implements Answer {}

        record UnknownLog(String origin) implements Answer {}

        /** Not by the log's key. */
        record Untrusted(String reason) implements Answer {}

        /** It does not continue what was seen. */
        record Inconsistent(String reason) implements Answer {}

        /** The request contradicts itself. */
        record Malformed(String reason) implements Answer {}
    }

    /** @param seen what was cosigned last of that log */
    public Answer decide(AddCheckpoint asked, Optional<TreeHead> seen) {
        String origin = asked.checkpoint().checkpoint().origin();
        Optional<NoteVerifier> log =
                logs.stream().filter(key -> key.key().name().equals(origin)).findFirst();
        if (log.isEmpty()) {
            return new Answer.UnknownLog(origin);
        }
        if (asked.checkpoint().note().vouchers(log.stream().toList()) instanceof Note.Trust.Untrusted(String reason)) {
            return new Answer.Untrusted(reason);
        }
        return decide(asked, seen.orElse(TreeHead.EMPTY));
    }

    private static Answer decide(AddCheckpoint asked, TreeHead seen) {
        TreeHead head = asked.checkpoint().head();
        if (asked.oldSize() > head.size()) {
            return new Answer.Malformed(
                    "old size: got " + asked.oldSize() + ", want at most the checkpoint's " + head.size());
        }
        boolean isAnotherRoot = head.size() == seen.size() && !head.equals(seen);
        if (asked.oldSize() != seen.size() || isAnotherRoot) {
            return new Answer.Conflict(seen.size());
        }
        return switch (new ConsistencyProof(seen.size(), head.size(), asked.path()).check(seen, head)) {
            case Check.Fails(String reason) -> new Answer.Inconsistent(reason);
            case Check.Holds holds -> new Answer.Cosigns(asked.checkpoint());
        };
    }
}
