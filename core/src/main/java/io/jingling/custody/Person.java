package io.jingling.custody;

import java.time.Instant;

/**
 * Who does something with numbers. To us a person is a key.
 *
 * @param key the key's id, safe to show
 * @param name whose it is, in the operator's words
 * @param role what it opens, in one word
 * @param since when the key was made
 */
public record Person(String key, String name, String role, Instant since) {
    boolean is(Person other) {
        return key.equals(other.key);
    }
}
