package io.jingling.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * By which name a journal's folder claims the tables; it lasts as long as the folder.
 *
 * <p>The tables know one position, their last owner's. Read against it, the blocks of a journal whose owner
 * was another in between would look as if they were there already, and be deleted: they are set aside instead.
 *
 * @param folder the journal's
 * @param id new for each folder
 */
record JournalOwner(Path folder, UUID id) {
    private static final System.Logger LOG = System.getLogger(JournalOwner.class.getName());
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String ASIDE = ".aside";

    static JournalOwner of(Path folder) {
        Path file = folder.resolve("owner");
        if (!Files.exists(file)) {
            SecretFile.write(file, UUID.randomUUID().toString());
        }
        String line = SecretFile.read(file);
        try {
            return new JournalOwner(folder, UUID.fromString(line));
        } catch (IllegalArgumentException broken) {
            throw new StorageUnusable("file " + file + ": got no UUID, want the one that was written there", broken);
        }
    }

    /** To be called before the tables forget who had them: sets aside what they cannot place any more. */
    void follow(UUID previous) throws IOException {
        if (previous.equals(id) || previous.equals(NOBODY)) {
            return;
        }
        for (String name : new DiskFiles(folder).names()) {
            Path segment = folder.resolve(name);
            if (Files.size(segment) > 0) {
                Files.move(segment, folder.resolve(name + ASIDE), StandardCopyOption.ATOMIC_MOVE);
                LOG.log(
                        System.Logger.Level.ERROR,
                        "database: got another Jingling that wrote decisions to it since, want one of its own for"
                                + " each; what the journal still had is not in it but in "
                                + folder.resolve(name + ASIDE));
            }
        }
        SecretFile.syncFolder(folder);
    }

    /** How many segments have been set aside. */
    long aside() {
        String[] names = folder.toFile().list((in, name) -> name.endsWith(ASIDE));
        return names == null ? 0 : names.length;
    }
}
