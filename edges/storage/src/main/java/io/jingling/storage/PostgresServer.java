package io.jingling.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL server of our own: on the loopback only, by password, with its data in one folder.
 *
 * <p>It outlives a killed platform; the next start stops what is left. One that ends by itself is started
 * again, at the same port.
 */
final class PostgresServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PostgresServer.class.getName());
    private static final Duration START_MAX = Duration.ofSeconds(60);
    /** Recovery after a crash may read all of the log again; killed in the middle it starts from the beginning. */
    private static final Duration RECOVERY_MAX = Duration.ofHours(1);

    private static final Duration SAID_EVERY = Duration.ofSeconds(10);
    private static final Duration PAUSE_BETWEEN_ATTEMPTS = Duration.ofMillis(200);
    private static final Duration STOP_MAX = Duration.ofSeconds(30);
    private static final Duration PAUSE_BEFORE_RESTART = Duration.ofSeconds(1);
    private static final int START_ATTEMPTS = 5;

    private final PostgresPrograms programs;
    private final Unprivileged unprivileged;
    private final Path home;
    private final Path data;
    private final int port;
    private Optional<Process> running = Optional.empty();
    private boolean wanted;
    private volatile boolean closed;

    /**
     * Makes the data folder where there is none, stops what is left of an earlier process, and starts.
     *
     * @param home holds data, log and password; entered by its owner only
     */
    PostgresServer(PostgresPrograms programs, Path home) {
        this.programs = programs;
        this.home = home;
        this.data = home.resolve("data");
        this.unprivileged = Unprivileged.forThisProcess();
        try {
            letIn();
            initialize();
            this.port = freePort();
            start();
        } catch (IOException failure) {
            throw new StorageUnusable("embedded PostgreSQL: got a failure in " + home + ", want a start", failure);
        }
        Thread.ofPlatform().daemon().name("postgres-watch").start(this::watch);
    }

    int port() {
        return port;
    }

    String user() {
        return "jingling";
    }

    String password() {
        return SecretFile.read(home.resolve("password"));
    }

    /** Starts it, and keeps it running from now on. */
    synchronized void start() throws IOException {
        stopLeftover();
        rotateLog();
        IOException last = new IOException("never tried");
        // A killed server's children may hold its shared memory for a moment.
        long deadline = System.nanoTime() + RECOVERY_MAX.toNanos();
        for (int attempt = 1; attempt <= START_ATTEMPTS && System.nanoTime() < deadline && !closed; attempt++) {
            try {
                running = Optional.of(launched(deadline));
                wanted = true;
                return;
            } catch (IOException failure) {
                last = failure;
                LockSupport.parkNanos(PAUSE_BETWEEN_ATTEMPTS.toNanos());
            }
        }
        throw last;
    }

    /** Stops it and leaves it stopped. Open transactions are rolled back. */
    synchronized void stop() {
        wanted = false;
        running.ifPresent(process -> {
            pgCtl("fast");
            if (!ended(process, STOP_MAX)) {
                pgCtl("immediate");
                ended(process, STOP_MAX);
            }
        });
        running = Optional.empty();
    }

    /** Ends it as a crash would. */
    synchronized void kill() {
        running.ifPresent(Process::destroyForcibly);
    }

    @Override
    public void close() {
        // Ahead of the lock, which a start holds for as long as it recovers.
        closed = true;
        synchronized (this) {
            notifyAll();
            stop();
        }
    }

    private void letIn() throws IOException {
        if (unprivileged.changesOwner()) {
            Files.setPosixFilePermissions(home.getParent(), PosixFilePermissions.fromString("rwx--x--x"));
            unprivileged.hand(home);
        }
    }

    /** Into a draft that is then renamed: a data folder with the final name is whole. */
    private void initialize() throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (Files.exists(version)) {
            String found = Files.readString(version).strip();
            if (!found.equals(PostgresPrograms.MAJOR_VERSION)) {
                throw new StorageUnusable("database folder " + data + ": got one of PostgreSQL " + found + ", want "
                        + PostgresPrograms.MAJOR_VERSION + "; dump it with the old version and load it into this one");
            }
            return;
        }
        Path password = home.resolve("password");
        if (!Files.exists(password)) {
            SecretFile.write(password, NumberKeys.random(24));
            unprivileged.hand(password);
        }
        Path draft = home.resolve("data.new");
        PostgresPrograms.delete(draft);
        run(List.of(
                "-D",
                draft.toString(),
                "-U",
                user(),
                "--pwfile=" + password,
                "-A",
                "scram-sha-256",
                "-E",
                "UTF8",
                "--no-locale",
                "--no-instructions"));
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
        SecretFile.syncFolder(home);
    }

    private void run(List<String> initdbArguments) throws IOException {
        Path log = home.resolve("initdb.log");
        Process initdb = new ProcessBuilder(unprivileged.command(programs.program("initdb"), initdbArguments))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!ended(initdb, START_MAX) || initdb.exitValue() != 0) {
            initdb.destroyForcibly();
            throw new IOException("initdb: got \"" + complaint(log) + "\", want success");
        }
    }

    private Process launched(long deadline) throws IOException {
        Path log = home.resolve("server.log");
        Process process = new ProcessBuilder(unprivileged.command(programs.program("postgres"), arguments()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        long said = System.nanoTime();
        while (System.nanoTime() < deadline && !closed) {
            if (ended(process, Duration.ofMillis(10))) {
                throw new IOException("server: got \"" + complaint(log) + "\", want a start");
            }
            if (PostmasterFile.read(data)
                    .filter(file -> file.pid() == process.pid() && file.ready())
                    .isPresent()) {
                return process;
            }
            if (System.nanoTime() - said > SAID_EVERY.toNanos()) {
                said = System.nanoTime();
                LOG.log(System.Logger.Level.INFO, "database server: it is recovering; waiting until it is ready");
            }
        }
        process.destroyForcibly();
        throw new IOException("server: got no readiness in " + RECOVERY_MAX.toMinutes() + " min, want it");
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        for (String setting : List.of(
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
                "log_error_verbosity=terse")) {
            arguments.add("-c");
            arguments.add(setting);
        }
        return arguments;
    }

    /** Stops the server that a killed platform left behind; clears away the file of one that is gone. */
    private void stopLeftover() throws IOException {
        Optional<PostmasterFile> file = PostmasterFile.read(data);
        Optional<ProcessHandle> leftover = file.flatMap(PostmasterFile::server);
        if (leftover.isPresent()) {
            LOG.log(System.Logger.Level.INFO, "stopping the database server of an earlier process");
            pgCtl("fast");
            if (!isGone(leftover.get())) {
                pgCtl("immediate");
                isGone(leftover.get());
            }
        } else {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        }
    }

    private static boolean isGone(ProcessHandle process) {
        try {
            process.onExit().get(STOP_MAX.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException stillThere) {
            return false;
        }
    }

    private void pgCtl(String mode) {
        List<String> arguments = List.of("stop", "-D", data.toString(), "-m", mode, "-W", "-s");
        try {
            Process stopping = new ProcessBuilder(unprivileged.command(programs.program("pg_ctl"), arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            ended(stopping, STOP_MAX);
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "database server: got no pg_ctl to stop it with", failure);
        }
    }

    private static boolean ended(Process process, Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private void watch() {
        try {
            while (!closed) {
                Optional<Process> process = current();
                if (process.isPresent()) {
                    process.get().waitFor();
                }
                restartIfWanted();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<Process> current() {
        return running;
    }

    private synchronized void restartIfWanted() throws InterruptedException {
        wait(PAUSE_BEFORE_RESTART.toMillis());
        if (closed || !wanted || running.filter(Process::isAlive).isPresent()) {
            return;
        }
        LOG.log(System.Logger.Level.WARNING, "database server: got an end that nobody asked for; starting it again");
        try {
            start();
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "database server: got no start; trying again", failure);
        }
    }

    private void rotateLog() throws IOException {
        Path log = home.resolve("server.log");
        if (Files.exists(log)) {
            Files.move(log, home.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String complaint(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.reversed().stream()
                .filter(line -> line.contains("FATAL:") || line.contains("error:"))
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.getLast());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
