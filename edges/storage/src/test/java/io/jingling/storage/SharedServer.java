package io.jingling.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of this process, with a fresh database for whoever asks. */
final class SharedServer {
    /** Unpacked once, for this run and the next ones. */
    static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static Optional<PostgresServer> server = Optional.empty();

    private SharedServer() {}

    /** An embedded database of one's own in the folder. */
    static StorageSettings embedded(Path folder) {
        return StorageSettings.in(folder).with(new StorageSettings.Embedded(Optional.of(PROGRAMS)));
    }

    /** A fresh database on the shared server; keys and journal in the folder. */
    static StorageSettings settings(Path folder) {
        PostgresServer running = server();
        String database = "test_" + COUNT.incrementAndGet();
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return StorageSettings.in(folder)
                .with(new StorageSettings.External(
                        running.url(database), PostgresCluster.USER, home().resolve("password")));
    }

    static Connection connect(String database) throws SQLException {
        PostgresServer running = server();
        return DriverManager.getConnection(
                running.url(database), PostgresCluster.USER, running.cluster().password());
    }

    static Path home() {
        return server().cluster().home();
    }

    private static synchronized PostgresServer server() {
        if (server.isEmpty()) {
            try {
                Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "postgres-");
                PostgresCluster cluster =
                        PostgresCluster.in(home, PostgresPrograms.in(PROGRAMS), Unprivileged.forThisProcess());
                PostgresServer started = PostgresServer.start(cluster);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started)));
                server = Optional.of(started);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return server.orElseThrow();
    }

    private static void end(PostgresServer started) {
        started.close();
        try {
            PostgresPrograms.delete(started.cluster().home());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
