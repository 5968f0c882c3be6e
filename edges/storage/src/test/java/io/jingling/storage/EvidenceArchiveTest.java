package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.NumberKind;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Purpose;
import io.jingling.domain.Rule;
import io.jingling.domain.Verdict;
import io.jingling.domain.Wishes;
import io.jingling.evidence.Check;
import io.jingling.evidence.Ed25519;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.LogPolicy;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteVerifier;
import io.jingling.evidence.Part;
import io.jingling.evidence.Receipt;
import io.jingling.platform.EvidenceKeeper;
import io.jingling.platform.EvidenceKeeper.Filed;
import io.jingling.platform.EvidenceKeeper.Opened;
import io.jingling.platform.Testimony;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into the evidence log, what opens it, and what becomes of it when a person's data is deleted. */
class EvidenceArchiveTest {
    private static final PhoneNumber PERSON = Numbers.mobile(1);
    private static final PhoneNumber OTHER = Numbers.mobile(2);
    private static final PhoneNumber ROBOT = Numbers.mobile(3);
    private static final long REJECT = Verdict.of(Action.REJECT, Rule.OWN_BLACK_LIST, NumberKind.MOBILE);
    private static final long PASS = Verdict.of(Action.PASS, Rule.DEFAULT_PASS, NumberKind.MOBILE);

    @TempDir
    Path folder;

    @Test
    void aPersonIsDeletedAndAllOtherEvidenceStillProves() throws IOException {
        List<Receipt> receipts = new ArrayList<>();
        try (Storage storage = Storage.open(SharedServer.settings(folder))) {
            EvidenceKeeper keeper = storage.evidence();
            receipts.addAll(keeper.keep(List.of(
                    wishes(PERSON),
                    new io.jingling.platform.Statement(
                            EntryKind.WISH,
                            List.of(
                                    Testimony.of(PERSON, Wishes.DEFAULT),
                                    Testimony.of(OTHER, Wishes.DEFAULT),
                                    Testimony.of(PERSON, Wishes.DEFAULT))),
                    wishes(OTHER))));
            assertThat(texts(keeper, 1)).anySatisfy(text -> assertThat(text).contains(digits(PERSON)));
            assertThat(keeper.forget(PERSON)).isEqualTo(3);
            assertThat(keeper.forget(PERSON)).isZero();
            assertThat(parts(keeper, 0)).allSatisfy(part -> assertThat(part).isInstanceOf(Part.Deleted.class));
            assertThat(texts(keeper, 1)).singleElement().asString().contains(digits(OTHER));
            assertThat(texts(keeper, 2)).singleElement().asString().contains(digits(OTHER));
            for (Receipt receipt : receipts) {
                Opened opened = keeper.open(receipt.index()).orElseThrow();
                assertThat(opened.opening().entry().leaf())
                        .as("what is left opens the same entry")
                        .isEqualTo(receipt.leaf());
                assertThat(keeper.log().proof(receipt.index()).check(receipt.leaf(), policy()))
                        .isEqualTo(Check.HOLDS);
            }
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void decisionsOtherThanPassGoInByThemselvesABatchAnEntry() throws IOException {
        try (Storage storage = Storage.open(SharedServer.settings(folder))) {
            for (int call = 0; call < 3_000; call++) {
                long verdict = call % 2 == 0 ? REJECT : PASS;
                storage.decisionLog().append(CallAttempt.of(ROBOT, PERSON, call), verdict, 1, call);
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> storage.health().decisionsWritten() == 3_000);
            EvidenceKeeper keeper = storage.evidence();
            assertThat(keeper.counts().decisions()).isEqualTo(1_500);
            long size = keeper.log().checkpoint().head().size();
            assertThat(size).isBetween(2L, 60L);
            List<String> all = new ArrayList<>();
            for (long index = 0; index < size; index++) {
                assertThat(keeper.log().entry(index).kind()).isEqualTo(EntryKind.DECISIONS);
                all.addAll(texts(keeper, index));
            }
            assertThat(all).hasSize(1_500).allSatisfy(text -> assertThat(text)
                    .contains("\naction reject\nrule own-black-list\n")
                    .contains("\ncaller " + digits(ROBOT) + "\ncallee " + digits(PERSON) + "\n"));
            assertThat(keeper.forget(PERSON)).isEqualTo(1_500);
            assertThat(texts(keeper, 0)).isEmpty();
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void aContentThatSomebodyFilesIsKeptAndProvesItselfByItsReceipt() {
        byte[] content = "found on 2026-11-28".getBytes(StandardCharsets.UTF_8);
        try (Storage storage = Storage.open(SharedServer.settings(folder))) {
            EvidenceKeeper keeper = storage.evidence();
            Filed filed = keeper.file(EntryKind.FINDING, content)
                    .toCompletableFuture()
                    .join();
            assertThat(filed.opening().content()).isEqualTo(content);
            assertThat(filed.opening().entry().leaf()).isEqualTo(filed.receipt().leaf());
            Opened opened = keeper.open(filed.receipt().index()).orElseThrow();
            assertThat(opened.opening()).isEqualTo(filed.opening());
            assertThat(opened.parts()).isEmpty();
            Receipt own =
                    keeper.append(MadeUpLog.entry(7)).toCompletableFuture().join();
            assertThat(keeper.open(own.index()))
                    .as("its sender alone can open it")
                    .isEmpty();
            assertThat(keeper.log().entry(own.index())).isEqualTo(MadeUpLog.entry(7));
            assertThat(keeper.counts().entries()).isEqualTo(2);
        }
    }

    @Test
    void whereEntriesAreIsSaidAgainAfterACrashTookItBack() {
        StorageSettings settings = SharedServer.settings(folder);
        try (Storage storage = Storage.open(settings)) {
            storage.evidence()
                    .keep(LongStream.range(0, 20)
                            .mapToObj(i -> wishes(Numbers.mobile((int) i)))
                            .toList());
        }
        try (Storage storage = Storage.open(settings)) {
            assertThat(texts(storage.evidence(), 19)).singleElement().asString().contains(digits(Numbers.mobile(19)));
            storage.database().transaction("test", connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.executeUpdate("update evidence_openings set place = null where place >= 12");
                }
            });
            assertThat(placed(storage)).isEqualTo(12);
        }
        try (Storage storage = Storage.open(settings)) {
            assertThat(placed(storage)).isEqualTo(20);
        }
    }

    private static int placed(Storage storage) {
        return storage.database().transaction("test", connection -> {
            String sql = "select count(*) from evidence_openings where place >= 0";
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    @Test
    void aSecondStartGoesOnUnderTheNameThatTheFirstMadeUp() throws IOException {
        StorageSettings settings = SharedServer.settings(folder);
        String first = originAfter(settings);
        assertThat(first).matches("jingling\\.invalid/[0-9a-f]{16}");
        assertThat(originAfter(settings)).isEqualTo(first);
        assertThat(originAfter(settings.withEvidenceOrigin(first))).isEqualTo(first);
        assertThat(Files.readString(folder.resolve("keys/evidence.pub"))).startsWith(first + "+");
    }

    private static String originAfter(StorageSettings settings) {
        try (Storage storage = Storage.open(settings)) {
            return storage.evidence().log().checkpoint().checkpoint().origin();
        }
    }

    private static io.jingling.platform.Statement wishes(PhoneNumber subscriber) {
        return io.jingling.platform.Statement.of(EntryKind.WISH, Testimony.of(subscriber, Wishes.DEFAULT));
    }

    private static List<Part> parts(EvidenceKeeper keeper, long index) {
        return keeper.open(index).orElseThrow().parts();
    }

    private static List<String> texts(EvidenceKeeper keeper, long index) {
        List<String> texts = new ArrayList<>();
        for (Part part : parts(keeper, index)) {
            if (part instanceof Part.Kept(byte[] salt, byte[] content)) {
                texts.add(new String(content, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static String digits(PhoneNumber number) {
        return number.revealTo(Purpose.TEST);
    }

    private LogPolicy policy() throws IOException {
        NoteVerifier log = verifier();
        return new LogPolicy(log.key().name(), List.of(log), List.of(), 0);
    }

    private NoteVerifier verifier() throws IOException {
        return Ed25519.verifier(
                NoteKey.of(Files.readString(folder.resolve("keys/evidence.pub")).strip()));
    }

    private List<String> findings() throws IOException {
        return EvidenceFolder.check(folder.resolve("evidence"), verifier().key().name(), List.of(verifier()));
    }
}
