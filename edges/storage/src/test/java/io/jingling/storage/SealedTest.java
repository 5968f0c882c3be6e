package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.ListEntry;
import io.jingling.domain.OwnPrefix;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Purpose;
import io.jingling.domain.Standing;
import io.jingling.domain.Wishes;
import io.jingling.platform.StandingStore.Listed;
import io.jingling.platform.SubscriberStore.Subscriber;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever takes the disk away finds no number on it, nor a note. */
class SealedTest {
    private static final PhoneNumber SUBSCRIBER = PhoneNumber.parse("13971936284");
    private static final PhoneNumber LISTED = PhoneNumber.parse("13682947153");
    private static final PhoneNumber CALLER = PhoneNumber.parse("15928374651");
    private static final PhoneNumber BANK = PhoneNumber.parse("95533");
    private static final List<PhoneNumber> NUMBERS = List.of(SUBSCRIBER, LISTED, CALLER);
    private static final String NOTE = "前任房东老周";
    private static final String TRANSCRIPT = "zhouqianfangdong";

    @TempDir
    Path folder;

    @Test
    void noNumberAndNoNoteIsOnTheDiskInTheClear() throws IOException, SQLException {
        byte[] marker = "marker-in-the-clear".getBytes(StandardCharsets.UTF_8);
        try (Storage storage = Storage.open(SharedServer.settings(folder))) {
            fill(storage, new String(marker, StandardCharsets.UTF_8));
            await().atMost(Duration.ofSeconds(20)).until(() -> storage.health().decisionsWritten() == 2_000);
            try (Connection connection = SharedServer.connect("postgres");
                    Statement statement = connection.createStatement()) {
                statement.execute("checkpoint");
            }
            List<byte[]> secrets = secrets();
            List<Path> files = new ArrayList<>(files(SharedServer.home()));
            files.addAll(files(folder));
            boolean markerFound = false;
            for (Path file : files) {
                byte[] bytes = bytes(file);
                for (byte[] secret : secrets) {
                    assertThat(holds(bytes, secret))
                            .as("%s holds a secret", file)
                            .isFalse();
                }
                markerFound |= holds(bytes, marker);
            }
            // Else the search itself would be at fault.
            assertThat(markerFound).isTrue();
        }
    }

    private static void fill(Storage storage, String marker) {
        Wishes wishes = Wishes.DEFAULT
                .withBlack(List.of(new ListEntry(LISTED, NOTE)))
                .withPrefixes(List.of(new OwnPrefix("1592837465", Action.REJECT)));
        storage.subscribers().save(SUBSCRIBER, wishes);
        storage.subscribers().saveAll(List.of(new Subscriber(CALLER, wishes), new Subscriber(LISTED, wishes)));
        storage.evidence()
                .keep(List.of(io.jingling.platform.Statement.of(
                        io.jingling.evidence.EntryKind.WISH, io.jingling.platform.Testimony.of(SUBSCRIBER, wishes))));
        storage.subscribers().idOf(BANK);
        Standing loans = new Standing.Suspected(Category.LOANS, 90, Evidence.LISTED, Instant.MAX);
        storage.standings()
                .saveAll(NUMBERS.stream()
                        .map(number -> new Listed(number, loans))
                        .toList());
        storage.callRecords()
                .append(
                        marker,
                        IntStream.range(0, 50).mapToObj(SealedTest::record).toList());
        for (int i = 0; i < 2_000; i++) {
            storage.decisionLog()
                    .append(CallAttempt.of(CALLER, SUBSCRIBER, Instant.now().toEpochMilli()), 0, 1, i);
        }
    }

    private static CallRecord record(int i) {
        return new CallRecord(
                SUBSCRIBER.revealTo(Purpose.TEST) + "@" + i,
                Instant.now(),
                CALLER,
                SUBSCRIBER,
                Direction.IN,
                true,
                Duration.ZERO,
                Duration.ZERO,
                ReleasedBy.CALLEE,
                "16",
                new Origin("trunk", "tenant", "agent", "hash", TRANSCRIPT));
    }

    /** Digits as text, and the packed form in both orders of bytes. */
    private static List<byte[]> secrets() {
        List<byte[]> secrets = new ArrayList<>();
        for (PhoneNumber number : NUMBERS) {
            secrets.add(number.revealTo(Purpose.TEST).getBytes(StandardCharsets.UTF_8));
            secrets.add(ByteBuffer.allocate(8).putLong(number.key()).array());
            secrets.add(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(number.key())
                    .array());
        }
        secrets.add("1592837465".getBytes(StandardCharsets.UTF_8));
        secrets.add(NOTE.getBytes(StandardCharsets.UTF_8));
        secrets.add(TRANSCRIPT.getBytes(StandardCharsets.UTF_8));
        return secrets;
    }

    /** Those that are there; the server, which runs meanwhile, deletes some. */
    private static List<Path> files(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().matches(".*/(base|pg_wal|journal|keys)/.*|.*\\.log(\\.1)?")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException deleted) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    /** Nothing of a file that the server, which runs meanwhile, has deleted. */
    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException deleted) {
            return new byte[0];
        }
    }

    private static boolean holds(byte[] bytes, byte[] wanted) {
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && bytes[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
