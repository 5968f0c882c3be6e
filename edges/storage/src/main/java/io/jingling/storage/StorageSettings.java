package io.jingling.storage;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where things are kept, and how much of them.
 *
 * @param dataDirectory holds keys, journal and the embedded database; made with mode 0700 where missing
 * @param database an own PostgreSQL, or none for the embedded one
 * @param ringSize decisions that wait in memory for the journal, rounded up to a power of two, 1,024 to 2^24
 * @param journalBytesMax how much disk the journal may take while the database is away, at least 1 MB
 * @param decisionsPerSecondMax how many decisions a second go to the database at most, 100 to 1,000,000
 * @param evidenceOrigin the evidence log's name; empty for the one that it has, or one that is made up at the first start
 */
public record StorageSettings(
        Path dataDirectory,
        DatabaseChoice database,
        int ringSize,
        long journalBytesMax,
        int decisionsPerSecondMax,
        String evidenceOrigin) {
    public static final int RING_SIZE = 1 << 16;
    public static final long JOURNAL_BYTES_MAX = 8L << 30;
    public static final int DECISIONS_PER_SECOND_MAX = 100_000;

    /** Which PostgreSQL. */
    public sealed interface DatabaseChoice {}

    /**
     * One that is started for this process, out of a Maven artifact.
     *
     * @param programs where its programs are unpacked; empty for a folder in the data directory
     */
    public record Embedded(Optional<Path> programs) implements DatabaseChoice {
        public static final Embedded IN_DATA_DIRECTORY = new Embedded(Optional.empty());
    }

    /**
     * One that is there already, version 15 or newer.
     *
     * @param jdbcUrl {@code jdbc:postgresql://host:port/name?sslmode=verify-full}; without a password
     * @param user who owns, or may make, the tables
     * @param passwordFile the password on one line; nobody else may read the file
     */
    public record External(String jdbcUrl, String user, Path passwordFile) implements DatabaseChoice {
        public External {
            if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException(
                        "database url: got one of another kind, want jdbc:postgresql://host:port/name");
            }
            if (jdbcUrl.contains("password=")) {
                throw new IllegalArgumentException("database url: got one with a password, want it in a file");
            }
        }
    }

    public StorageSettings {
        within("ring size", ringSize, 1 << 10, 1 << 24);
        within("journal bytes", journalBytesMax, 1L << 20, Long.MAX_VALUE / 2);
        within("decisions per second", decisionsPerSecondMax, 100, 1_000_000);
    }

    /** The embedded database and all defaults. */
    public static StorageSettings in(Path dataDirectory) {
        return new StorageSettings(
                dataDirectory, Embedded.IN_DATA_DIRECTORY, RING_SIZE, JOURNAL_BYTES_MAX, DECISIONS_PER_SECOND_MAX, "");
    }

    public StorageSettings with(DatabaseChoice other) {
        return new StorageSettings(
                dataDirectory, other, ringSize, journalBytesMax, decisionsPerSecondMax, evidenceOrigin);
    }

    public StorageSettings withJournal(int ring, long bytesMax, int decisionsPerSecond) {
        return new StorageSettings(dataDirectory, database, ring, bytesMax, decisionsPerSecond, evidenceOrigin);
    }

    public StorageSettings withEvidenceOrigin(String origin) {
        return new StorageSettings(dataDirectory, database, ringSize, journalBytesMax, decisionsPerSecondMax, origin);
    }

    private static void within(String field, long got, long min, long max) {
        if (got < min || got > max) {
            throw new IllegalArgumentException(field + ": got " + got + ", want " + min + " to " + max);
        }
    }
}
