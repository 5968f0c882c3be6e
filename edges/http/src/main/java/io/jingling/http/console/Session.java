package io.jingling.http.console;

import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import io.jingling.platform.ApiKey;
import java.time.Instant;
import java.util.Optional;

/** One visitor between log-in and log-out. What it remembers is bounded and never leaves the server. */
final class Session {
    private static final int SEARCHES_MAX = 20;
    private static final int SAVES_MAX = 20;

    private final ApiKey key;
    private final byte[] keyHash;
    private final String csrf = Secrets.create();
    private final Instant ends;
    private final Bounded<String, Search> searches = new Bounded<>(SEARCHES_MAX);
    private final Bounded<String, PhoneNumber> numbers = new Bounded<>(SEARCHES_MAX);
    private final Bounded<String, Save> saves = new Bounded<>(SAVES_MAX);
    private Instant keySeen;

    /**
     * @param key who logged in
     * @param keyHash the key's SHA-256, so that a revoked key ends the session
     * @param begins now
     * @param ends when to log in again, whatever happens
     */
    Session(ApiKey key, byte[] keyHash, Instant begins, Instant ends) {
        this.key = key;
        this.keyHash = keyHash.clone();
        this.ends = ends;
        this.keySeen = begins;
    }

    /** The wishes before and after the last save, so that it can be taken back. */
    record Save(Wishes before, Wishes after) {}

    ApiKey key() {
        return key;
    }

    byte[] keyHash() {
        return keyHash.clone();
    }

    String csrf() {
        return csrf;
    }

    /** An auditor looks at everything and changes nothing. */
    boolean mayChange() {
        return key.role() != ApiKey.Role.AUDITOR;
    }

    /** What subscribers asked for is changed, and their lists are seen in full, by operators alone, as over HTTP. */
    boolean mayChangeWishes() {
        return key.role() == ApiKey.Role.OPERATOR;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(ends);
    }

    synchronized Instant keySeen() {
        return keySeen;
    }

    synchronized void keySeen(Instant now) {
        keySeen = now;
    }

    /** Keeps a search under a name that may be in a URL, as the number may not. */
    synchronized String remember(Search search) {
        String name = Secrets.create().substring(0, 12);
        searches.put(name, search);
        return name;
    }

    synchronized Optional<Search> search(String name) {
        return Optional.ofNullable(searches.get(name));
    }

    /** The same for a number of which cases are wanted. */
    synchronized String search(PhoneNumber number) {
        String name = Secrets.create().substring(0, 12);
        numbers.put(name, number);
        return name;
    }

    synchronized Optional<PhoneNumber> searched(String name) {
        return Optional.ofNullable(numbers.get(name));
    }

    synchronized void saved(String subscriber, Save save) {
        saves.put(subscriber, save);
    }

    synchronized Optional<Save> lastSave(String subscriber) {
        return Optional.ofNullable(saves.get(subscriber));
    }

    synchronized void forgetSave(String subscriber) {
        saves.remove(subscriber);
    }
}
