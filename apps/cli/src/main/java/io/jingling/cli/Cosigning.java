package io.jingling.cli;

import io.jingling.evidence.AddCheckpoint;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.TreeReader;
import java.nio.charset.StandardCharsets;

/** Asks a witness: it says where it stands, and gets the proof from there. */
final class Cosigning {
    private static final int CONFLICT = 409;
    private static final int TRIES_MAX = 3;

    private Cosigning() {}

    /** The log's newest checkpoint with the witness's cosignature below. */
    static SignedCheckpoint ask(RemoteLog log, RemoteLog witness) {
        SignedCheckpoint now = log.checkpoint();
        long old = 0;
        for (int tries = 1; ; tries++) {
            RemoteLog.Answer answer =
                    witness.post("/add-checkpoint", asked(now, old, log).bytes());
            String said = new String(answer.body(), StandardCharsets.UTF_8);
            if (answer.status() == 200) {
                return cosigned(now, said);
            }
            boolean isElsewhere = answer.status() == CONFLICT && said.strip().matches("\\d{1,18}");
            long seen = isElsewhere ? Long.parseLong(said.strip()) : 0;
            if (!isElsewhere || seen == old || seen > now.head().size() || tries == TRIES_MAX) {
                throw Trouble.negative("witness: got status " + answer.status() + " (" + said.strip()
                        + "), want a cosignature of size " + now.head().size());
            }
            old = seen;
        }
    }

    private static AddCheckpoint asked(SignedCheckpoint now, long old, RemoteLog log) {
        long size = now.head().size();
        return new AddCheckpoint(
                old, new TreeReader(size, log).consistency(old, size).path(), now);
    }

    private static SignedCheckpoint cosigned(SignedCheckpoint now, String line) {
        byte[] whole = (new String(now.note().bytes(), StandardCharsets.UTF_8) + line).getBytes(StandardCharsets.UTF_8);
        try {
            return SignedCheckpoint.read(whole);
        } catch (IllegalArgumentException other) {
            throw Trouble.worldFailed("witness: got no cosignature (" + other.getMessage() + "), want one");
        }
    }
}
