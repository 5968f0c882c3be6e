package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Standing;
import io.jingling.platform.StandingStore;
import io.jingling.platform.StandingStore.Listed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of standings keeps to. */
abstract class StandingStoreContract {
    private static final PhoneNumber CALLER = Numbers.mobile(1);
    private static final Instant EXPIRES = Instant.parse("2027-03-01T08:30:00Z");
    private static final Standing LOANS =
            new Standing.Suspected(Category.LOANS, 87, new Evidence(Evidence.Kind.CALLS_PER_HOUR, 312), EXPIRES);
    private static final Standing COURIER = new Standing.Protected(EXPIRES);

    /** An empty one. */
    abstract StandingStore store();

    @Test
    void nobodyHasAStandingAtFirst() {
        assertThat(store().standingOf(CALLER)).isEmpty();
    }

    @Test
    void aStandingIsReadBackAsItWasSaved() {
        StandingStore store = store();
        PhoneNumber hospital = PhoneNumber.parse("0571-87654321");
        store.saveAll(List.of(new Listed(CALLER, LOANS), new Listed(hospital, COURIER)));
        assertThat(store.standingOf(CALLER)).contains(LOANS);
        assertThat(store.standingOf(hospital)).contains(COURIER);
    }

    @Test
    void everyCategoryAndKindOfEvidenceIsKept() {
        StandingStore store = store();
        Map<PhoneNumber, Standing> saved = new HashMap<>();
        for (Category category : Category.values()) {
            for (Evidence.Kind kind : Evidence.Kind.values()) {
                Evidence evidence = new Evidence(kind, Evidence.VALUE_MAX);
                saved.put(Numbers.mobile(saved.size()), new Standing.Suspected(category, 100, evidence, EXPIRES));
            }
        }
        store.saveAll(saved.entrySet().stream()
                .map(one -> new Listed(one.getKey(), one.getValue()))
                .toList());
        assertThat(all(store)).isEqualTo(saved);
    }

    @Test
    void theLastOfEachHolds() {
        StandingStore store = store();
        store.saveAll(List.of(new Listed(CALLER, COURIER)));
        store.saveAll(List.of(new Listed(CALLER, COURIER), new Listed(CALLER, LOANS)));
        assertThat(store.standingOf(CALLER)).contains(LOANS);
        assertThat(all(store)).hasSize(1);
    }

    @Test
    void aRemovedStandingIsGone() {
        StandingStore store = store();
        store.saveAll(List.of(new Listed(CALLER, LOANS)));
        store.remove(CALLER);
        store.remove(Numbers.mobile(2));
        assertThat(store.standingOf(CALLER)).isEmpty();
        assertThat(all(store)).isEmpty();
    }

    @Test
    void savingNobodyChangesNothing() {
        StandingStore store = store();
        store.saveAll(List.of());
        assertThat(all(store)).isEmpty();
    }

    @Test
    void allAreReadEachOnce() {
        StandingStore store = store();
        List<Listed> listed = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            listed.add(new Listed(Numbers.mobile(i), i % 2 == 0 ? LOANS : COURIER));
        }
        store.saveAll(listed);
        Map<PhoneNumber, Standing> expected = new HashMap<>();
        listed.forEach(one -> expected.put(one.caller(), one.standing()));
        assertThat(all(store)).isEqualTo(expected);
    }

    private static Map<PhoneNumber, Standing> all(StandingStore store) {
        Map<PhoneNumber, Standing> all = new HashMap<>();
        store.readAll(
                (number, standing) -> assertThat(all.put(number, standing)).isNull());
        return all;
    }
}
