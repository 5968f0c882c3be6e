package io.jingling.http.memory;

import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import io.jingling.platform.SubscriberStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Subscribers on maps. */
final class Subscribers implements SubscriberStore {
    private final Memory memory;
    private final Map<PhoneNumber, Wishes> wishes = new ConcurrentHashMap<>();
    private final Map<String, PhoneNumber> numbers = new ConcurrentHashMap<>();
    private final Map<PhoneNumber, String> ids = new ConcurrentHashMap<>();

    Subscribers(Memory memory) {
        this.memory = memory;
    }

    @Override
    public synchronized String idOf(PhoneNumber number) {
        memory.answer();
        String id = ids.computeIfAbsent(number, n -> "id" + (ids.size() + 1));
        numbers.put(id, number);
        return id;
    }

    @Override
    public Optional<PhoneNumber> numberOf(String id) {
        memory.answer();
        return Optional.ofNullable(numbers.get(id));
    }

    @Override
    public Optional<Wishes> wishesOf(PhoneNumber number) {
        memory.answer();
        return Optional.ofNullable(wishes.get(number));
    }

    @Override
    public void save(PhoneNumber number, Wishes wished) {
        memory.answer();
        wishes.put(number, wished);
    }

    @Override
    public void saveAll(List<Subscriber> subscribers) {
        memory.answer();
        subscribers.forEach(one -> wishes.put(one.number(), one.wishes()));
    }

    @Override
    public void readAll(BiConsumer<PhoneNumber, Wishes> reader) {
        memory.answer();
        wishes.forEach(reader);
    }
}
