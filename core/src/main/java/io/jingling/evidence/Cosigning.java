package io.jingling.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Asks a witness to cosign (C2SP tlog-witness): it says where it stands, and gets the proof from there. */
public final class Cosigning {
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int TRIES_MAX = 3;

    private Cosigning() {}

    /** A witness somewhere. */
    public interface WitnessCall {
        /**
         * Its answer to {@code POST /add-checkpoint}. Fails by the edge's unchecked exception where there is none.
         *
         * @param request an {@link AddCheckpoint}
         */
        Said add(byte[] request);
    }

    /** An answer over HTTP. */
    public record Said(int status, byte[] body) {
        private String text() {
            return new String(body, StandardCharsets.UTF_8).strip();
        }

        /** Where it stands, if it says that it is not where it was thought to be. */
        private Optional<Long> standsAt() {
            return status == CONFLICT && text().matches("\\d{1,18}")
                    ? Optional.of(Long.parseLong(text()))
                    : Optional.empty();
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It cosigned.
         *
         * @param checkpoint with what it signed below the other signatures; by whom is not looked at yet
         */
        record Cosigned(SignedCheckpoint checkpoint) implements Outcome {}

        /** It did not. */
        record Refused(String reason) implements Outcome {}
    }

    /**
     * At most three questions.
     *
     * @param now what is to be cosigned
     * @param old the size that the witness is thought to have cosigned last; 0 where nothing is known
     * @param log whose tree of {@code now}'s size it is
     */
    public static Outcome ask(SignedCheckpoint now, long old, TileReader log, WitnessCall witness) {
        long size = now.head().size();
        TreeReader tree = new TreeReader(size, log);
        long from = old;
        for (int tries = 1; ; tries++) {
            Said said = witness.add(
                    new AddCheckpoint(from, tree.consistency(from, size).path(), now).bytes());
            if (said.status() == OK) {
                return cosigned(now, said);
            }
            long stands = said.standsAt().orElse(from);
            if (stands == from || stands > size || tries == TRIES_MAX) {
                return new Outcome.Refused("witness: got status " + said.status() + " (" + Shown.of(said.text())
                        + "), want a cosignature of size " + size);
            }
            from = stands;
        }
    }

    private static Outcome cosigned(SignedCheckpoint now, Said said) {
        try {
            List<NoteSignature> added =
                    said.text().lines().map(NoteSignature::of).toList();
            return new Outcome.Cosigned(now.with(added));
        } catch (IllegalArgumentException other) {
            return new Outcome.Refused("witness: got no cosignature (" + other.getMessage() + "), want one");
        }
    }
}
