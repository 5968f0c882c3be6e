package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.Wishes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    @TempDir
    static Path parent;

    @Test
    void onlyWhoHasThePasswordGetsIn() throws SQLException, IOException {
        try (Storage storage = Storage.open(SharedServer.embedded(parent.resolve("password")))) {
            PostgresServer server = storage.database().server().orElseThrow();
            String url = server.url("postgres");
            assertThatThrownBy(() -> DriverManager.getConnection(url, PostgresCluster.USER, "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(url, PostgresCluster.USER, ""))
                    .isInstanceOf(SQLException.class);
            assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(server, "unix_socket_directories")).isEmpty();
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
            Path password = server.cluster().home().resolve("password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(server.cluster().data().resolve("pg_hba.conf")))
                    .doesNotContainPattern("(?m)^[^#].*trust");
        }
    }

    @Test
    void aFolderWithASpaceAndNumbersOfItsOwnIsFine() {
        StorageSettings settings = SharedServer.embedded(parent.resolve("my data 数据"));
        try (Storage storage = Storage.open(settings)) {
            storage.subscribers().save(Numbers.mobile(1), Wishes.DEFAULT);
        }
        try (Storage storage = Storage.open(settings)) {
            assertThat(storage.subscribers().wishesOf(Numbers.mobile(1))).contains(Wishes.DEFAULT);
        }
    }

    @Test
    void aStalePidFileDoesNotStopTheStart() throws IOException {
        StorageSettings settings = SharedServer.embedded(parent.resolve("stale"));
        Storage.open(settings).close();
        Path pidFile = parent.resolve("stale/postgres/data/postmaster.pid");
        // The number of a process that lives, and is none of PostgreSQL's.
        long somebody = ProcessHandle.current().pid();
        Files.writeString(pidFile, "%d\n%s\n%d\n5432\n\n127.0.0.1\n".formatted(somebody, pidFile.getParent(), now()));
        Storage.open(settings).close();
        Files.writeString(pidFile, "torn");
        Storage.open(settings).close();
        assertThat(pidFile).doesNotExist();
    }

    @Test
    void aDatabaseOfAnotherVersionIsRefused() throws IOException {
        Path data = Files.createDirectories(parent.resolve("old/postgres/data"));
        Files.writeString(data.resolve("PG_VERSION"), "15\n");
        assertThatThrownBy(() -> Storage.open(SharedServer.embedded(parent.resolve("old"))))
                .isInstanceOf(StorageUnusable.class)
                .hasMessageContaining("got one of PostgreSQL 15, want 18; dump it with the old version");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsRefused() {
        Path password = parent.resolve("password-file");
        SecretFile.write(password, "secret");
        StorageSettings settings = StorageSettings.in(parent.resolve("away"))
                .with(new StorageSettings.External("jdbc:postgresql://127.0.0.1:1/none", "nobody", password));
        assertThatThrownBy(() -> Storage.open(settings))
                .isInstanceOf(StorageUnusable.class)
                .hasMessageContaining("database: got no connection as user nobody, want one within");
    }

    @Test
    void aDataDirectoryThatCannotBeMadeIsRefused() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));
        assertThatThrownBy(() -> Storage.open(SharedServer.embedded(file)))
                .isInstanceOf(StorageUnusable.class)
                .hasMessage("data directory " + file + ": got one that cannot be used, want a folder to write in");
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static String setting(PostgresServer server, String name) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        server.url("postgres"),
                        PostgresCluster.USER,
                        server.cluster().password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
