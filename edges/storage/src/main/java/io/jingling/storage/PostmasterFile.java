package io.jingling.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a PostgreSQL server says of itself in {@code postmaster.pid}.
 *
 * @param pid the server's process
 * @param started when it began, to the second
 * @param ready true once it takes connections
 */
record PostmasterFile(long pid, Instant started, boolean ready) {
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(30);
    private static final int LINES_MIN = 3;
    private static final int STATUS_LINE = 7;

    /** Empty where there is none, or not enough of it yet. */
    static Optional<PostmasterFile> read(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.size() < LINES_MIN) {
                return Optional.empty();
            }
            boolean ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.get(0).strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
                    ready));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | NumberFormatException torn) {
            return Optional.empty();
        }
    }

    /**
     * The server's process, where it runs. Process ids are dealt out again: one that is no PostgreSQL, or
     * began long after the file was written, is somebody else.
     */
    Optional<ProcessHandle> server() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        boolean postgres = process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(true);
        boolean sameStart = process.info()
                .startInstant()
                .map(start -> start.isBefore(started.plus(CLOCK_TOLERANCE)))
                .orElse(true);
        return postgres && sameStart;
    }
}
