package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Guard;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.GuardStore;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of guards keeps to. */
abstract class GuardStoreContract {
    private static final Instant SINCE = Instant.parse("2026-11-29T10:00:00.000005Z");
    private static final PhoneNumber DAUGHTER = PhoneNumber.parse("13700137001");
    private static final PhoneNumber MOTHER = PhoneNumber.parse("13700137002");
    private static final PhoneNumber SON = PhoneNumber.parse("13700137003");
    private static final Guard HERS = new Guard(new UUID(1, 1), DAUGHTER, MOTHER, SINCE);
    private static final Guard HIS = new Guard(new UUID(1, 2), SON, MOTHER, SINCE.plusSeconds(1));

    /** An empty one. */
    abstract GuardStore store();

    @Test
    void bothFindTheirOwn() {
        GuardStore store = store();
        store.add(HIS);
        store.add(HERS);
        assertThat(store.ofWard(MOTHER)).containsExactly(HERS, HIS);
        assertThat(store.ofGuardian(SON)).containsExactly(HIS);
        assertThat(store.ofGuardian(MOTHER)).isEmpty();
        assertThat(store.find(HERS.id())).contains(HERS);
    }

    @Test
    void theSameTwoAreThereOnce() {
        GuardStore store = store();
        store.add(HERS);
        store.add(new Guard(new UUID(1, 9), DAUGHTER, MOTHER, SINCE));
        assertThat(store.ofWard(MOTHER)).containsExactly(HERS);
    }

    @Test
    void whatEndedIsGone() {
        GuardStore store = store();
        store.add(HERS);
        assertThat(store.remove(HERS.id())).isTrue();
        assertThat(store.remove(HERS.id())).isFalse();
        assertThat(store.find(HERS.id())).isEmpty();
        assertThat(store.ofGuardian(DAUGHTER)).isEmpty();
    }
}
