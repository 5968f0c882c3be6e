package io.jingling.http.citizen;

import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.Wishes;
import io.jingling.platform.Platform;
import io.jingling.platform.Platform.WishChange;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Turns 骚扰电话拒接 on for whoever is logged in, and takes it back. */
@Singleton
class Rejection {
    private final Platform platform;

    Rejection(Platform platform) {
        this.platform = platform;
    }

    /** Durable and in force on return. */
    void turnOn(Session session, Optional<Category> category) {
        AtomicReference<Session.Change> made = new AtomicReference<>();
        platform.changeWishes(List.of(new WishChange(session.number(), before -> {
            Wishes on = before.switchedOn(true);
            Wishes after =
                    category.map(one -> on.withCategory(one, Action.REJECT)).orElse(on);
            made.set(new Session.Change(before, after));
            return after;
        })));
        session.changed(made.get());
    }

    /** False where there is nothing to take back, or where something else was changed since. */
    boolean undo(Session session) {
        Optional<Session.Change> last = session.takeLast();
        AtomicReference<Boolean> undone = new AtomicReference<>(false);
        last.ifPresent(change -> platform.changeWishes(List.of(new WishChange(session.number(), now -> {
            boolean same = now.equals(change.after());
            undone.set(same);
            return same ? change.before() : now;
        }))));
        return undone.get();
    }
}
