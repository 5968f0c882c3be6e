package io.jingling.storage;

import io.jingling.platform.StoreFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.UUID;

/** Writes what a row has of persons, sealed to that row; and reads it. Texts are at most 65,535 bytes of UTF-8. */
final class Sealing {
    private final NumberVault vault;
    private final NumberVault.Label label;
    private final String port;

    Sealing(NumberVault vault, NumberVault.Label label, String port) {
        this.vault = vault;
        this.label = label;
        this.port = port;
    }

    /** Writes fields. */
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads what was written. */
    interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    byte[] sealed(UUID row, Writing fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            fields.to(out);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return vault.seal(NumberVault.owner(label, row), bytes.toByteArray());
    }

    <T> T opened(UUID row, byte[] sealed, Reading<T> reading) {
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(vault.open(NumberVault.owner(label, row), sealed)))) {
            return reading.from(in);
        } catch (GeneralSecurityException | IOException changed) {
            throw new StoreFailure(port, changed);
        }
    }

    static void time(DataOutputStream out, Instant at) throws IOException {
        out.writeLong(at.getEpochSecond());
        out.writeInt(at.getNano());
    }

    static Instant time(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }
}
