package io.jingling.platform;

import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import io.jingling.evidence.EntryKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A subscriber store whose changes are in evidence before they are made: a change that cannot be is refused.
 *
 * <p>So evidence may tell of a change that then failed; whoever asked for it was told so.
 */
public record SubscribersInEvidence(SubscriberStore store, EvidenceKeeper keeper) implements SubscriberStore {
    @Override
    public void save(PhoneNumber number, Wishes wishes) {
        keeper.keep(List.of(Statement.of(EntryKind.WISH, Testimony.of(number, wishes))));
        store.save(number, wishes);
    }

    @Override
    public void saveAll(List<Subscriber> subscribers) {
        keeper.keep(Statement.all(
                EntryKind.WISH,
                subscribers.stream()
                        .map(one -> Testimony.of(one.number(), one.wishes()))
                        .toList()));
        store.saveAll(subscribers);
    }

    @Override
    public String idOf(PhoneNumber number) {
        return store.idOf(number);
    }

    @Override
    public Optional<PhoneNumber> numberOf(String id) {
        return store.numberOf(id);
    }

    @Override
    public Optional<Wishes> wishesOf(PhoneNumber number) {
        return store.wishesOf(number);
    }

    @Override
    public Map<PhoneNumber, Wishes> wishesOfAll(Collection<PhoneNumber> numbers) {
        return store.wishesOfAll(numbers);
    }

    @Override
    public void awaitChanges() {
        store.awaitChanges();
    }

    @Override
    public void readAll(BiConsumer<PhoneNumber, Wishes> reader) {
        store.readAll(reader);
    }
}
