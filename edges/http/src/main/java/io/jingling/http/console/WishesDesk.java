package io.jingling.http.console;

import io.jingling.domain.ListEntry;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import io.jingling.http.NumberAccess;
import io.jingling.platform.Platform;
import io.jingling.platform.Platform.WishChange;
import io.jingling.platform.SubscriberStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ForbiddenException;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/** Changes wishes on somebody's behalf, notes who did it, and can take the last change back. */
@ApplicationScoped
class WishesDesk {
    private static final Logger LOG = Logger.getLogger("io.jingling.console");

    private final Platform platform;
    private final SubscriberStore subscribers;
    private final InstantSource clock;
    private final NumberAccess access;

    WishesDesk(Platform platform, SubscriberStore subscribers, InstantSource clock, NumberAccess access) {
        this.platform = platform;
        this.subscribers = subscribers;
        this.clock = clock;
        this.access = access;
    }

    String idOf(PhoneNumber number) {
        return subscribers.idOf(number);
    }

    /** @throws NoSuchElementException where there is no such subscriber */
    PhoneNumber numberOf(String id) {
        return subscribers.numberOf(id).orElseThrow(() -> new NoSuchElementException("subscriber: got an unknown id"));
    }

    Wishes wishesOf(PhoneNumber number) {
        return platform.wishesOf(number);
    }

    /** What a visitor may see of it; where that is full numbers, it is in evidence first. */
    WishesViews views(Visit visit, String id) {
        Session session = visit.session();
        if (session.mayChangeWishes()) {
            access.record(session.key(), "lists of wishes, console", NumberAccess.FOR_THE_OWNER, List.of(numberOf(id)));
        }
        return new WishesViews(visit.words(), session.mayChangeWishes());
    }

    List<ListEntry> list(String id, String colour) {
        return list(wishesOf(numberOf(id)), colour);
    }

    /** Durable and in force on return; gives back what is wished now. */
    Wishes change(Session session, String id, UnaryOperator<Wishes> change) {
        mustBeAllowed(session);
        AtomicReference<Session.Save> save = new AtomicReference<>();
        platform.changeWishes(List.of(new WishChange(numberOf(id), before -> {
            Wishes after = change.apply(before);
            save.set(new Session.Save(before, after));
            return after;
        })));
        session.saved(id, save.get());
        LOG.infof("wishes of subscriber %s changed by key %s", id, session.key().id());
        return save.get().after();
    }

    /** False where there is nothing to take back, or where something else was saved since. */
    boolean undo(Session session, String id) {
        mustBeAllowed(session);
        Optional<Session.Save> last = session.lastSave(id);
        if (last.isEmpty()) {
            return false;
        }
        AtomicReference<Boolean> undone = new AtomicReference<>(false);
        platform.changeWishes(List.of(new WishChange(numberOf(id), now -> {
            undone.set(now.equals(last.get().after()));
            return undone.get() ? last.get().before() : now;
        })));
        session.forgetSave(id);
        LOG.infof(
                "last change of subscriber %s taken back by key %s",
                id, session.key().id());
        return undone.get();
    }

    /** Says what was saved and since when it is in force, and offers to take it back. */
    Toast toast(String said, String id) {
        return new Toast(said, Times.clock(clock.instant()), "/console/wishes/" + id + "/undo");
    }

    /** To be asked before anything else is said of what was sent. */
    static void mustBeAllowed(Session session) {
        if (!session.mayChangeWishes()) {
            throw new ForbiddenException();
        }
    }

    static List<ListEntry> list(Wishes wishes, String colour) {
        return colour.equals("white") ? wishes.white() : wishes.black();
    }

    static Wishes with(Wishes wishes, String colour, List<ListEntry> list) {
        return colour.equals("white") ? wishes.withWhite(list) : wishes.withBlack(list);
    }

    static Wishes without(Wishes wishes, String colour, PhoneNumber number) {
        return with(
                wishes,
                colour,
                list(wishes, colour).stream()
                        .filter(entry -> !entry.number().equals(number))
                        .toList());
    }
}
