package io.jingling.server;

import io.jingling.http.KeyRing;
import io.jingling.platform.ApiKey;
import io.jingling.platform.KeyStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Set;

/**
 * The first operator's key, {@code DIR/operator.key}, readable by its owner only.
 *
 * <p>It is written once, at the first start: where the operator has moved it away or revoked it, no
 * other is made as long as any operator's key opens something.
 */
final class OperatorKey {
    static final String FILE = "operator.key";
    private static final String NAME = "first operator";

    private OperatorKey() {}

    static void ensure(Path data, KeyStore store) {
        KeyRing ring = new KeyRing(store, InstantSource.system());
        boolean known = ring.all().stream().anyMatch(key -> key.role() == ApiKey.Role.OPERATOR);
        if (known) {
            return;
        }
        try {
            // The file first: a key that is kept but in no file would lock the operator out for good.
            KeyRing.Cut cut = ring.draw(NAME, ApiKey.Role.OPERATOR, "");
            write(data, cut.secret());
            ring.keep(cut);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    data.resolve(FILE) + ": got a failure on writing (" + failure.getMessage() + "), want it written",
                    failure);
        }
    }

    private static void write(Path data, String secret) throws IOException {
        Path written = data.resolve(FILE + ".new");
        Files.deleteIfExists(written);
        try (FileChannel file = FileChannel.open(
                written,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap((secret + "\n").getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(written, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(data, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
