package io.jingling.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL server of our own: on the loopback only, by password, with its data in one folder.
 *
 * <p>It outlives a killed platform; the next start stops what is left. One that ends by itself is started
 * again, at the same port.
 */
final class PostgresServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PostgresServer.class.getName());
    /** Recovery after a crash may read all of the log again; killed in the middle it starts from the beginning. */
    private static final Duration RECOVERY_MAX = Duration.ofHours(1);

    private static final Duration SAID_EVERY = Duration.ofSeconds(10);
    private static final Duration PAUSE_BETWEEN_ATTEMPTS = Duration.ofMillis(200);
    private static final Duration STOP_MAX = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration PAUSE_BEFORE_RESTART = Duration.ofSeconds(1);
    private static final long LOOKED_AFTER_MILLIS = 1_000;
    private static final int START_ATTEMPTS = 5;

    private final PostgresCluster cluster;
    private final int port;
    private final Niceness niceness = new Niceness(Path.of("/proc"));
    private Optional<Process> running = Optional.empty();
    private boolean wanted;
    private volatile boolean closed;

    private PostgresServer(PostgresCluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
    }

    /**
     * Stops what is left of an earlier process, and starts.
     *
     * @throws StorageUnusable where it does not start
     */
    static PostgresServer start(PostgresCluster cluster) {
        try {
            PostgresServer server = new PostgresServer(cluster, freePort());
            server.start();
            Thread.ofPlatform().daemon().name("postgres-watch").start(server::watch);
            return server;
        } catch (IOException failure) {
            throw new StorageUnusable(
                    "embedded PostgreSQL in " + cluster.home() + ": " + failure.getMessage(), failure);
        }
    }

    PostgresCluster cluster() {
        return cluster;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The server's process, where it runs. */
    synchronized Optional<ProcessHandle> process() {
        return running.filter(Process::isAlive).map(Process::toHandle);
    }

    /** Starts it, and keeps it running from now on. */
    synchronized void start() throws IOException {
        stopLeftover();
        cluster.rotateLog();
        Optional<IOException> last = Optional.empty();
        // A killed server's children may hold its shared memory for a moment.
        long deadline = System.nanoTime() + RECOVERY_MAX.toNanos();
        for (int attempt = 1; attempt <= START_ATTEMPTS && System.nanoTime() < deadline && !closed; attempt++) {
            try {
                running = Optional.of(launched(deadline));
                wanted = true;
                return;
            } catch (IOException failure) {
                last = Optional.of(failure);
                LockSupport.parkNanos(PAUSE_BETWEEN_ATTEMPTS.toNanos());
            }
        }
        throw last.orElseGet(() -> new IOException("server: got a close before it was ready, want a start"));
    }

    /** Stops it and leaves it stopped. Open transactions are rolled back. */
    synchronized void stop() {
        wanted = false;
        running.ifPresent(process -> {
            cluster.askToStop("fast");
            if (!PostgresCluster.ended(process, STOP_MAX)) {
                cluster.askToStop("immediate");
                PostgresCluster.ended(process, STOP_MAX);
            }
        });
        running = Optional.empty();
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

    private Process launched(long deadline) throws IOException {
        Process process = cluster.launch(port);
        long said = System.nanoTime();
        while (System.nanoTime() < deadline && !closed) {
            if (PostgresCluster.ended(process, POLL)) {
                throw new IOException("server: got \"" + cluster.complaint() + "\", want a start");
            }
            if (PostmasterFile.read(cluster.data())
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

    /** Stops the server that a killed platform left behind; clears away the file of one that is gone. */
    private void stopLeftover() throws IOException {
        Optional<ProcessHandle> leftover = PostmasterFile.read(cluster.data()).flatMap(PostmasterFile::server);
        if (leftover.isEmpty()) {
            Files.deleteIfExists(cluster.data().resolve("postmaster.pid"));
            return;
        }
        LOG.log(System.Logger.Level.INFO, "stopping the database server of an earlier process");
        cluster.askToStop("fast");
        if (!isGone(leftover.get())) {
            cluster.askToStop("immediate");
            isGone(leftover.get());
        }
    }

    private static boolean isGone(ProcessHandle process) {
        try {
            process.onExit().get(STOP_MAX.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException stillThere) {
            return false;
        }
    }

    private void watch() {
        try {
            while (!closed) {
                Optional<Process> process = current();
                while (process.isPresent() && !process.get().waitFor(LOOKED_AFTER_MILLIS, TimeUnit.MILLISECONDS)) {
                    niceness.tell(process.get().pid());
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
            LOG.log(
                    System.Logger.Level.WARNING,
                    "database server: got no start (" + failure.getMessage() + "); trying again");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
