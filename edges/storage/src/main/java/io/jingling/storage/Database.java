package io.jingling.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.jingling.platform.StoreFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to PostgreSQL, embedded or not, with the tables up to date. */
final class Database implements AutoCloseable {
    private static final int VERSION_MIN = 15;
    private static final int CONNECTIONS_MAX = 8;
    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
    private static final Duration BULK_ANSWER_MAX = Duration.ofSeconds(30);
    private static final Duration UPKEEP_ANSWER_MAX = Duration.ofMinutes(5);
    private static final Duration FIRST_CONNECT_MAX = Duration.ofSeconds(15);

    private final Optional<PostgresServer> server;
    private final HikariDataSource pool;
    private volatile boolean up = true;

    private Database(Optional<PostgresServer> server, HikariDataSource pool) {
        this.server = server;
        this.pool = pool;
    }

    /** @throws StorageUnusable where there is none, or its tables cannot be brought up to date */
    static Database open(StorageSettings settings, DataDirectory directory) {
        return switch (settings.database()) {
            case StorageSettings.Embedded embedded -> {
                PostgresServer server = PostgresServer.start(cluster(embedded, directory.folder("postgres")));
                yield opened(
                        Optional.of(server),
                        server.url("postgres"),
                        PostgresCluster.USER,
                        server.cluster().password());
            }
            case StorageSettings.External external ->
                opened(Optional.empty(), external.jdbcUrl(), external.user(), SecretFile.read(external.passwordFile()));
        };
    }

    private static PostgresCluster cluster(StorageSettings.Embedded embedded, Path home) {
        PostgresPrograms programs = PostgresPrograms.in(embedded.programs().orElse(home.resolve("programs")));
        try {
            return PostgresCluster.in(home, programs, Unprivileged.forThisProcess());
        } catch (IOException failure) {
            throw new StorageUnusable("embedded PostgreSQL in " + home + ": " + failure.getMessage(), failure);
        }
    }

    private static Database opened(Optional<PostgresServer> server, String url, String user, String password) {
        try {
            Database database = new Database(server, new HikariDataSource(configuration(url, user, password)));
            try {
                database.bringUpToDate();
                return database;
            } catch (RuntimeException failure) {
                database.pool.close();
                throw failure;
            }
        } catch (PoolInitializationException failure) {
            server.ifPresent(PostgresServer::close);
            throw new StorageUnusable(
                    "database: got no connection as user " + user + ", want one within " + FIRST_CONNECT_MAX.toSeconds()
                            + " s",
                    failure);
        } catch (RuntimeException failure) {
            server.ifPresent(PostgresServer::close);
            throw failure;
        }
    }

    private static HikariConfig configuration(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("jingling");
        source.setConnectTimeout((int) CONNECT_MAX.toSeconds());
        source.setLoginTimeout((int) CONNECT_MAX.toSeconds());
        source.setSocketTimeout((int) ANSWER_MAX.toSeconds());
        source.setTcpKeepAlive(true);
        HikariConfig config = new HikariConfig();
        config.setPoolName("jingling");
        config.setDataSource(source);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(CONNECTIONS_MAX);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(CONNECT_MAX.toMillis());
        config.setValidationTimeout(CONNECT_MAX.toMillis() / 2);
        config.setInitializationFailTimeout(FIRST_CONNECT_MAX.toMillis());
        return config;
    }

    private void bringUpToDate() {
        try (Connection connection = pool.getConnection()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < VERSION_MIN) {
                throw new StorageUnusable(
                        "database: got PostgreSQL " + version + ", want " + VERSION_MIN + " or newer");
            }
            mustNotBeOff(connection, "fsync");
            mustNotBeOff(connection, "synchronous_commit");
        } catch (SQLException failure) {
            throw new StorageUnusable("database: got no answer, want one", failure);
        }
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(pool)
                    .loggers("slf4j")
                    .locations("classpath:io/jingling/storage/db")
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new StorageUnusable("database: got tables that cannot be brought up to date, want our own", failure);
        }
    }

    /** What is saved must be durable, or nobody may be told that it is. */
    private static void mustNotBeOff(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            if (row.getString(1).equals("off")) {
                throw new StorageUnusable("database: got " + setting + " off, want it on, for the user that we are");
            }
        }
    }

    /** What is done within one transaction. */
    interface Work<T> {
        T in(Connection connection) throws SQLException, IOException;
    }

    /**
     * All of it is done and durable on return, or nothing.
     *
     * @param port named in the failure
     * @throws StoreFailure where the database does not answer within seconds, or refuses
     */
    <T> T transaction(String port, Work<T> work) {
        return transaction(port, work, ANSWER_MAX);
    }

    /** The same for thousands of rows, which others may wait for: within half a minute. */
    <T> T bulk(String port, Work<T> work) {
        return transaction(port, work, BULK_ANSWER_MAX);
    }

    /** The same for work on whole tables, which nobody waits for: within minutes. */
    <T> T upkeep(String port, Work<T> work) {
        return transaction(port, work, UPKEEP_ANSWER_MAX);
    }

    /** The same for one statement, which is a transaction by itself: one round trip instead of two or three. */
    <T> T statement(String port, Work<T> work) {
        return transaction(
                port,
                connection -> {
                    connection.setAutoCommit(true);
                    return work.in(connection);
                },
                BULK_ANSWER_MAX);
    }

    private <T> T transaction(String port, Work<T> work, Duration answerMax) {
        try (Connection connection = pool.getConnection()) {
            if (answerMax != ANSWER_MAX) {
                connection.setNetworkTimeout(Runnable::run, (int) answerMax.toMillis());
            }
            T result = work.in(connection);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            up = true;
            return result;
        } catch (SQLException | IOException failure) {
            up = !(failure instanceof SQLException sql) || !isAway(sql);
            throw new StoreFailure(port, failure);
        }
    }

    /** Returns when every transaction that has written to the table has ended: a client's time-out ends none. */
    void awaitWriters(String port, String table) {
        transaction(port, connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("lock table " + table + " in share mode");
            }
        });
    }

    /** Asks whether it answers; {@link #isUp} says so afterwards. */
    void probe() {
        try {
            transaction("probe", connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute("select 1");
                }
            });
        } catch (StoreFailure away) {
            up = false;
        }
    }

    /** Whether it answered when it was last asked, which is at most some seconds ago. */
    boolean isUp() {
        return up;
    }

    Optional<PostgresServer> server() {
        return server;
    }

    /** Class 08: connection; 57P: the server goes or is gone; a time-out of the pool has 08 or none. */
    private static boolean isAway(SQLException failure) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("08");
        return state.startsWith("08") || state.startsWith("57P");
    }

    @Override
    public void close() {
        pool.close();
        server.ifPresent(PostgresServer::close);
    }
}
