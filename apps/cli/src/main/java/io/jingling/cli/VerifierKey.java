package io.jingling.cli;

import io.jingling.evidence.Ed25519;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A log's or a witness's public key out of a file of one line, a "vkey". */
record VerifierKey(NoteVerifier verifier) {
    static VerifierKey read(Path file) {
        try {
            String line = Files.readString(file).lines().findFirst().orElse("").strip();
            return new VerifierKey(Ed25519.verifier(NoteKey.of(line)));
        } catch (IOException missing) {
            throw Trouble.badInput(
                    "key: got no file " + file + " that can be read, want one with a public key: the log's"
                            + " is keys/evidence.pub in its data folder");
        } catch (IllegalArgumentException other) {
            throw Trouble.badInput("key: got another file (" + file + "): " + other.getMessage());
        }
    }

    /** Whose key it is: the log's name. */
    String origin() {
        return verifier.key().name();
    }
}
