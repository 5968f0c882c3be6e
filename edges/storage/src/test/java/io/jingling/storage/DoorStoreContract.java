package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.PhoneNumber;
import io.jingling.platform.DoorStore;
import io.jingling.platform.DoorStore.Code;
import io.jingling.platform.DoorStore.Tally;
import io.jingling.platform.DoorStore.Visitor;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store of sessions, codes and tallies keeps to. */
abstract class DoorStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00.000005Z");
    private static final PhoneNumber NUMBER = PhoneNumber.parse("13700137000");
    private static final Visitor VISITOR = new Visitor(NUMBER, NOW.plus(Duration.ofDays(30)));

    /** An empty one. */
    abstract DoorStore store();

    @Test
    void aSessionIsThereUntilItIsClosed() {
        DoorStore store = store();
        store.open("a1", VISITOR);
        assertThat(store.find("a1")).contains(VISITOR);
        assertThat(store.find("a2")).isEmpty();
        store.close("a1");
        store.close("a2");
        assertThat(store.find("a1")).isEmpty();
    }

    @Test
    void aCodeTakesThePlaceOfTheOneBeforeAndIsForOnePurpose() {
        DoorStore store = store();
        store.keep("log-in 1", new Code("salt", "digest", NOW, 0));
        Code tried = new Code("salt", "digest", NOW, 1);
        store.keep("log-in 1", tried);
        assertThat(store.code("log-in 1")).contains(tried);
        assertThat(store.code("log-in 2")).isEmpty();
    }

    @Test
    void aTallyTakesThePlaceOfTheOneBefore() {
        DoorStore store = store();
        assertThat(store.tally("number 1")).isEmpty();
        store.keep("number 1", new Tally(NOW, 1));
        store.keep("number 1", new Tally(NOW, 2));
        assertThat(store.tally("number 1")).contains(new Tally(NOW, 2));
    }

    @Test
    void whatIsOverIsForgottenAndTheRestStays() {
        DoorStore store = store();
        store.open("over", new Visitor(NUMBER, NOW));
        store.open("open", VISITOR);
        Instant old = NOW.minus(DoorStore.MATTERS);
        store.keep("old", new Code("s", "d", old, 0));
        store.keep("new", new Code("s", "d", old.plusSeconds(1), 0));
        store.keep("old", new Tally(old, 3));
        store.keep("new", new Tally(old.plusSeconds(1), 3));
        store.forget(NOW, 10);
        assertThat(store.find("over")).isEmpty();
        assertThat(store.find("open")).isPresent();
        assertThat(store.code("old")).isEmpty();
        assertThat(store.code("new")).isPresent();
        assertThat(store.tally("old")).isEmpty();
        assertThat(store.tally("new")).isPresent();
    }

    @Test
    void beyondTheMostTheOldestGo() {
        DoorStore store = store();
        for (int i = 0; i < 5; i++) {
            store.open("s" + i, new Visitor(NUMBER, NOW.plusSeconds(10 + i)));
            store.keep("t" + i, new Tally(NOW.plusSeconds(i), 1));
        }
        store.forget(NOW, 2);
        assertThat(store.find("s2")).isEmpty();
        assertThat(store.find("s3")).isPresent();
        assertThat(store.tally("t2")).isEmpty();
        assertThat(store.tally("t4")).isPresent();
    }
}
