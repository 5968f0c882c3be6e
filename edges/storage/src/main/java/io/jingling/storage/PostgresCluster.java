package io.jingling.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The files of an embedded PostgreSQL and the programs that work on them.
 *
 * @param programs PostgreSQL's own
 * @param unprivileged how to start them
 * @param home holds data, log and password; entered by its owner only
 */
record PostgresCluster(PostgresPrograms programs, Unprivileged unprivileged, Path home) {
    static final String USER = "jingling";

    private static final System.Logger LOG = System.getLogger(PostgresCluster.class.getName());
    private static final Duration PROGRAM_MAX = Duration.ofSeconds(60);
    private static final int PASSWORD_BYTES = 24;
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=30",
            "shared_buffers=256MB",
            "max_wal_size=2GB",
            "checkpoint_timeout=15min",
            "jit=off",
            "io_method=sync",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_min_messages=warning",
            // Statements may hold what nobody should read in a log.
            "log_min_error_statement=panic",
            "log_error_verbosity=terse");

    /** Makes the data folder where there is none. */
    static PostgresCluster in(Path home, PostgresPrograms programs, Unprivileged unprivileged) throws IOException {
        PostgresCluster cluster = new PostgresCluster(programs, unprivileged, home);
        if (unprivileged.changesOwner()) {
            Files.setPosixFilePermissions(home.getParent(), PosixFilePermissions.fromString("rwx--x--x"));
            unprivileged.hand(home);
        }
        cluster.initialize();
        return cluster;
    }

    Path data() {
        return home.resolve("data");
    }

    String password() {
        return SecretFile.read(home.resolve("password"));
    }

    /** A server on the loopback; whether it is ready yet is in its {@link PostmasterFile}. */
    Process launch(int port) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-D", data().toString(), "-p", Integer.toString(port)));
        for (String setting : SETTINGS) {
            arguments.add("-c");
            arguments.add(setting);
        }
        return new ProcessBuilder(unprivileged.command(programs.program("postgres"), arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /**
     * Tells the server on these files to stop, and does not wait for it.
     *
     * @param mode {@code fast}: open transactions are rolled back; {@code immediate}: as in a crash
     */
    void askToStop(String mode) {
        List<String> arguments = List.of("stop", "-D", data().toString(), "-m", mode, "-W", "-s");
        try {
            Process asking = new ProcessBuilder(unprivileged.command(programs.program("pg_ctl"), arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            ended(asking, PROGRAM_MAX);
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "database server: got no pg_ctl to stop it with", failure);
        }
    }

    /** Keeps the log of one earlier run. */
    void rotateLog() throws IOException {
        if (Files.exists(log())) {
            Files.move(log(), home.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The last complaint in the server's log. */
    String complaint() throws IOException {
        return complaint(log());
    }

    static boolean ended(Process process, Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private Path log() {
        return home.resolve("server.log");
    }

    /** Into a draft that is then renamed: a data folder with the final name is whole. */
    private void initialize() throws IOException {
        Path version = data().resolve("PG_VERSION");
        if (Files.exists(version)) {
            String found = Files.readString(version).strip();
            if (!found.equals(PostgresPrograms.MAJOR_VERSION)) {
                throw new StorageUnusable("database folder " + data() + ": got one of PostgreSQL " + found + ", want "
                        + PostgresPrograms.MAJOR_VERSION + "; dump it with the old version and load it into this one");
            }
            return;
        }
        Path password = home.resolve("password");
        if (!Files.exists(password)) {
            SecretFile.write(password, NumberKeys.random(PASSWORD_BYTES));
            unprivileged.hand(password);
        }
        Path draft = home.resolve("data.new");
        PostgresPrograms.delete(draft);
        initdb(draft, password);
        Files.move(draft, data(), StandardCopyOption.ATOMIC_MOVE);
        SecretFile.syncFolder(home);
    }

    private void initdb(Path draft, Path password) throws IOException {
        List<String> arguments = List.of(
                "-D",
                draft.toString(),
                "-U",
                USER,
                "--pwfile=" + password,
                "-A",
                "scram-sha-256",
                "-E",
                "UTF8",
                "--no-locale",
                "--no-instructions");
        Path log = home.resolve("initdb.log");
        Process initdb = new ProcessBuilder(unprivileged.command(programs.program("initdb"), arguments))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!ended(initdb, PROGRAM_MAX) || initdb.exitValue() != 0) {
            initdb.destroyForcibly();
            throw new IOException("initdb: got \"" + complaint(log) + "\", want success");
        }
    }

    private static String complaint(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.reversed().stream()
                .filter(line -> line.contains("FATAL:") || line.contains("error:"))
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.getLast());
    }
}
