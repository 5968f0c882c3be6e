package io.jingling.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * A checkpoint and the note that it is in.
 *
 * @param checkpoint what the note's text says
 * @param note with the signatures, exactly as it came
 */
public record SignedCheckpoint(Checkpoint checkpoint, Note note) {
    public SignedCheckpoint {
        if (!checkpoint.text().equals(note.text())) {
            throw new IllegalArgumentException("signed checkpoint: got a note of another text, want the checkpoint's");
        }
    }

    /** @throws IllegalArgumentException where it is no note or no checkpoint; says nothing of who signed it */
    public static SignedCheckpoint read(byte[] note) {
        Note read = Note.read(note);
        return new SignedCheckpoint(Checkpoint.of(read.text()), read);
    }

    public static SignedCheckpoint sign(String origin, TreeHead head, List<? extends NoteSigner> signers) {
        Checkpoint checkpoint = new Checkpoint(origin, head, List.of());
        return new SignedCheckpoint(checkpoint, Note.sign(checkpoint.text(), signers));
    }

    /** The same with more signatures below. */
    public SignedCheckpoint with(List<NoteSignature> more) {
        List<NoteSignature> all = new ArrayList<>(note.signatures());
        more.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return new SignedCheckpoint(checkpoint, new Note(note.text(), all));
    }

    public TreeHead head() {
        return checkpoint.head();
    }

    /** Whether a log of that name says this, by all the keys given. */
    public Check check(String origin, List<? extends NoteVerifier> logKeys) {
        if (!checkpoint.origin().equals(origin)) {
            return Check.fails(
                    "checkpoint: got origin " + Shown.of(checkpoint.origin()) + ", want " + Shown.of(origin));
        }
        return switch (note.vouchers(logKeys)) {
            case Note.Trust.Untrusted(String reason) -> Check.fails(reason);
            case Note.Trust.Vouched(List<NoteKey> keys) ->
                keys.size() == logKeys.size()
                        ? Check.HOLDS
                        : Check.fails("checkpoint: got signatures of " + keys + ", want all of the log's "
                                + logKeys.size() + " keys");
        };
    }
}
