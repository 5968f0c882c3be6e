package io.jingling.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.Guard;
import io.jingling.domain.PhoneNumber;
import io.jingling.screening.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GuardingTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final PhoneNumber DAUGHTER = PhoneNumber.parse("13700138001");
    private static final PhoneNumber MOTHER = PhoneNumber.parse("13700138002");

    private final Map<UUID, Guard> guards = new LinkedHashMap<>();
    private final InMemoryEvidence evidence = new InMemoryEvidence();
    private final List<String> told = new ArrayList<>();
    private final InMemoryStores stores = new InMemoryStores();
    private final Platform platform = new Platform(
            stores.subscriberStore,
            stores.standingStore,
            stores.decisionLog,
            new Platform.Capacity(16, 16, 64),
            Policy.STANDARD);
    private boolean silent;
    private final Guarding guarding =
            new Guarding(store(), evidence, platform, messages(), () -> new UUID(7, guards.size()));

    private GuardStore store() {
        return new GuardStore() {
            @Override
            public void add(Guard guard) {
                guards.put(guard.id(), guard);
            }

            @Override
            public boolean remove(UUID id) {
                return Optional.ofNullable(guards.remove(id)).isPresent();
            }

            @Override
            public Optional<Guard> find(UUID id) {
                return Optional.ofNullable(guards.get(id));
            }

            @Override
            public List<Guard> ofGuardian(PhoneNumber guardian) {
                return guards.values().stream()
                        .filter(one -> one.guardian().equals(guardian))
                        .toList();
            }

            @Override
            public List<Guard> ofWard(PhoneNumber ward) {
                return guards.values().stream()
                        .filter(one -> one.ward().equals(ward))
                        .toList();
            }
        };
    }

    private TextMessages messages() {
        return new TextMessages() {
            @Override
            public boolean canSend() {
                return !silent;
            }

            @Override
            public Delivery send(PhoneNumber to, String text) {
                if (silent) {
                    return new Delivery.Refused();
                }
                told.add(text);
                return new Delivery.OnItsWay();
            }
        };
    }

    private Guard begun() {
        assertThat(guarding.begin(DAUGHTER, MOTHER, NOW)).isInstanceOf(Guarding.Outcome.Done.class);
        return guards.values().iterator().next();
    }

    @Test
    void whatGivesPowerIsNotDoneWhereTheWardCannotBeTold() {
        silent = true;
        assertThat(guarding.begin(DAUGHTER, MOTHER, NOW)).isInstanceOf(Guarding.Outcome.Untold.class);
        assertThat(guards).isEmpty();
        silent = false;
        Guard guard = begun();
        silent = true;
        assertThat(guarding.turnOn(guard, List.of(Category.LOANS), NOW)).isInstanceOf(Guarding.Outcome.Untold.class);
        assertThat(platform.wishesOf(MOTHER).categories()).doesNotContainKey(Category.LOANS);
    }

    @Test
    void whatTakesPowerAwayIsDoneToldOrNot() {
        Guard guard = begun();
        silent = true;
        assertThat(guarding.end(guard.id(), PhoneNumber.parse("13700138003"), NOW))
                .isFalse();
        assertThat(guarding.end(guard.id(), MOTHER, NOW)).isTrue();
        assertThat(guarding.find(guard.id(), DAUGHTER)).isEmpty();
        assertThat(evidence.texts()).last().asString().contains("how ended-by-ward");
    }

    @Test
    void turningOnIsInForceInEvidenceAndToldOnce() {
        Guard guard = begun();
        guarding.turnOn(guard, List.of(Category.LOANS), NOW);
        guarding.turnOn(guard, List.of(Category.LOANS), NOW);
        assertThat(platform.wishesOf(MOTHER).categories()).containsEntry(Category.LOANS, Action.REJECT);
        assertThat(told).hasSize(2);
        assertThat(evidence.texts())
                .filteredOn(text -> text.contains("rejection-on"))
                .hasSize(1);
    }

    @Test
    void whatCannotBeInEvidenceIsNotDone() {
        evidence.away = true;
        assertThatThrownBy(() -> guarding.begin(DAUGHTER, MOTHER, NOW)).isInstanceOf(StoreFailure.class);
        assertThat(guards).isEmpty();
    }

    @Test
    void onlyTheGuardianActsByIt() {
        Guard guard = begun();
        assertThat(guarding.find(guard.id(), DAUGHTER)).contains(guard);
        assertThat(guarding.find(guard.id(), MOTHER)).isEmpty();
    }
}
