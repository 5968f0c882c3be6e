package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.ListEntry;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import io.jingling.platform.SubscriberStore;
import io.jingling.platform.SubscriberStore.Subscriber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of subscribers keeps to. */
abstract class SubscriberStoreContract {
    private static final PhoneNumber ALICE = Numbers.mobile(1);
    private static final PhoneNumber BOB = PhoneNumber.parse("010-62345678");
    private static final Wishes NO_LOANS = Wishes.DEFAULT.withCategory(Category.LOANS, Action.REJECT);
    private static final Wishes OFF = Wishes.DEFAULT.switchedOn(false);

    /** An empty one. */
    abstract SubscriberStore store();

    @Test
    void whoSaidNothingHasNoWishes() {
        assertThat(store().wishesOf(ALICE)).isEmpty();
    }

    @Test
    void wishesAreReadBackAsTheyWereSaved() {
        SubscriberStore store = store();
        Wishes wished = NO_LOANS.withBlack(List.of(new ListEntry(BOB, "前任房东"), new ListEntry(Numbers.mobile(9), "")));
        store.save(ALICE, wished);
        assertThat(store.wishesOf(ALICE)).contains(wished);
        assertThat(store.wishesOf(BOB)).isEmpty();
    }

    @Test
    void laterWishesTakeThePlaceOfEarlierOnes() {
        SubscriberStore store = store();
        store.save(ALICE, NO_LOANS);
        store.save(ALICE, OFF);
        assertThat(store.wishesOf(ALICE)).contains(OFF);
    }

    @Test
    void manyAreSavedAtOnceAndTheLastOfEachHolds() {
        SubscriberStore store = store();
        store.save(ALICE, OFF);
        store.saveAll(List.of(new Subscriber(ALICE, OFF), new Subscriber(BOB, OFF), new Subscriber(ALICE, NO_LOANS)));
        assertThat(store.wishesOf(ALICE)).contains(NO_LOANS);
        assertThat(store.wishesOf(BOB)).contains(OFF);
    }

    @Test
    void savingNobodyChangesNothing() {
        SubscriberStore store = store();
        store.saveAll(List.of());
        assertThat(all(store)).isEmpty();
    }

    @Test
    void theWishesOfSeveralAreFoundInOneStep() {
        SubscriberStore store = store();
        store.save(ALICE, OFF);
        store.idOf(BOB);
        assertThat(store.wishesOfAll(List.of(ALICE, BOB, Numbers.mobile(7)))).isEqualTo(Map.of(ALICE, OFF));
        assertThat(store.wishesOfAll(List.of())).isEmpty();
    }

    @Test
    void anIdLeadsBackToItsNumberAndSaysNothingOfIt() {
        SubscriberStore store = store();
        String id = store.idOf(ALICE);
        assertThat(store.numberOf(id)).contains(ALICE);
        assertThat(store.idOf(ALICE)).isEqualTo(id);
        assertThat(store.idOf(BOB)).isNotEqualTo(id);
        assertThat(id).doesNotContain("13800000001", "0000001");
    }

    @Test
    void askingForAnIdIsNoWish() {
        SubscriberStore store = store();
        store.idOf(ALICE);
        assertThat(store.wishesOf(ALICE)).isEmpty();
        assertThat(all(store)).isEmpty();
    }

    @Test
    void askingForAnIdKeepsTheWishes() {
        SubscriberStore store = store();
        store.save(ALICE, OFF);
        store.idOf(ALICE);
        assertThat(store.wishesOf(ALICE)).contains(OFF);
    }

    @Test
    void whoHasWishesCanBeFoundByTheirId() {
        SubscriberStore store = store();
        store.saveAll(List.of(new Subscriber(ALICE, OFF)));
        assertThat(store.numberOf(store.idOf(ALICE))).contains(ALICE);
    }

    @Test
    void anUnknownIdLeadsNowhere() {
        SubscriberStore store = store();
        assertThat(store.numberOf("00000000-0000-0000-0000-000000000000")).isEmpty();
        assertThat(store.numberOf("nobody")).isEmpty();
        assertThat(store.numberOf("")).isEmpty();
    }

    @Test
    void allAreReadEachOnce() {
        SubscriberStore store = store();
        List<Subscriber> subscribers = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            subscribers.add(new Subscriber(Numbers.mobile(i), i % 2 == 0 ? OFF : NO_LOANS));
        }
        store.saveAll(subscribers);
        Map<PhoneNumber, Wishes> expected = new HashMap<>();
        subscribers.forEach(one -> expected.put(one.number(), one.wishes()));
        assertThat(all(store)).isEqualTo(expected);
    }

    private static Map<PhoneNumber, Wishes> all(SubscriberStore store) {
        Map<PhoneNumber, Wishes> all = new HashMap<>();
        store.readAll((number, wishes) -> assertThat(all.put(number, wishes)).isNull());
        return all;
    }
}
