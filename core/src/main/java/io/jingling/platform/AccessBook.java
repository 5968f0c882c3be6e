package io.jingling.platform;

import io.jingling.custody.Access;
import io.jingling.custody.Person;
import io.jingling.domain.PhoneNumber;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Writes down that somebody does something with full numbers, before it is done: in evidence, then in the access log.
 *
 * <p>Fails closed: where either cannot be, there is a {@link StoreFailure}, and nothing is shown.
 */
public record AccessBook(EvidenceKeeper keeper, AccessLog log) {
    /**
     * Durable on return.
     *
     * @param whose the numbers, or whose data it is
     */
    public void enter(Access access, Collection<PhoneNumber> whose) {
        keeper.keep(List.of(Testimony.of(access, whose)));
        log.add(access);
    }

    /** The person that a key stands for. */
    public static Person person(ApiKey key) {
        return new Person(key.id(), key.name(), key.role().name().toLowerCase(Locale.ROOT), key.created());
    }
}
