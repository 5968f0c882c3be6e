package io.jingling.platform;

import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.Guard;
import io.jingling.domain.Guard.Refusal;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import io.jingling.evidence.EntryKind;
import io.jingling.platform.Platform.WishChange;
import io.jingling.platform.TextMessages.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * 亲情守护 as it begins, is used and ends. Each is in evidence first, and the ward is told by a message; what gives a guardian
 * power over the ward's calls is not done where no message goes out.
 */
public final class Guarding {
    private final GuardStore store;
    private final EvidenceKeeper evidence;
    private final Platform platform;
    private final TextMessages messages;
    private final Supplier<UUID> ids;
    private final BriefLock beginning = new BriefLock();

    /** @param ids that nobody can foretell */
    public Guarding(
            GuardStore store, EvidenceKeeper evidence, Platform platform, TextMessages messages, Supplier<UUID> ids) {
        this.store = store;
        this.evidence = evidence;
        this.platform = platform;
        this.messages = messages;
        this.ids = ids;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is done, and the ward was told.
         *
         * @param shown the message where it goes to no telephone
         */
        record Done(String shown) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}

        /** The ward could not be told, so it is not done. */
        record Untold() implements Outcome {}
    }

    /** Why that cannot begin; asked before a code is sent. */
    public Optional<Refusal> refusal(PhoneNumber guardian, PhoneNumber ward) {
        return Guard.refusal(guardian, ward, store.ofGuardian(guardian), store.ofWard(ward));
    }

    /** The ward agreed, by a code that only the ward's telephone had. */
    public Outcome begin(PhoneNumber guardian, PhoneNumber ward, Instant at) {
        Optional<Refusal> before = refusal(guardian, ward);
        if (before.isPresent()) {
            return new Outcome.Refused(before.get());
        }
        Delivery told = tell(ward, guardian + " 已成为您的亲情守护人,可以用您的名义举报、替您开通拒接。登录静铃“亲情守护”可随时结束。");
        if (told instanceof Delivery.Refused) {
            return new Outcome.Untold();
        }
        return beginning
                .locked(() -> {
                    Optional<Refusal> refusal = refusal(guardian, ward);
                    if (refusal.isEmpty()) {
                        Guard guard = new Guard(ids.get(), guardian, ward, at);
                        keep(guard, "agreed", at);
                        store.add(guard);
                    }
                    return refusal;
                })
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> new Outcome.Done(shown(told)));
    }

    /** Either of the two ends it, told or not: that takes power away. False where that one has no such guard. */
    public boolean end(UUID id, PhoneNumber by, Instant at) {
        Optional<Guard> guard = store.find(id).filter(found -> found.isOf(by));
        guard.ifPresent(ending -> {
            keep(ending, ending.ward().equals(by) ? "ended-by-ward" : "ended-by-guardian", at);
            store.remove(id);
            tell(ending.ward(), ending.guardian() + " 不再是您的亲情守护人。");
        });
        return guard.isPresent();
    }

    /** What somebody may act by; empty where that one is not its guardian. */
    public Optional<Guard> find(UUID id, PhoneNumber guardian) {
        return store.find(id).filter(found -> found.guardian().equals(guardian));
    }

    public List<Guard> wardsOf(PhoneNumber guardian) {
        return store.ofGuardian(guardian);
    }

    public List<Guard> guardiansOf(PhoneNumber ward) {
        return store.ofWard(ward);
    }

    /** Turns 骚扰电话拒接 on for the ward, in force on return; nothing, and no message, where it is on. */
    public Outcome turnOn(Guard guard, List<Category> categories, Instant at) {
        UnaryOperator<Wishes> wish = before -> rejecting(before, categories);
        Wishes now = platform.wishesOf(guard.ward());
        if (wish.apply(now).equals(now)) {
            return new Outcome.Done("");
        }
        Delivery told = tell(guard.ward(), guard.guardian() + " 替您开通了骚扰电话拒接,下一通来电起生效。登录静铃可随时修改。");
        if (told instanceof Delivery.Refused) {
            return new Outcome.Untold();
        }
        keep(guard, "rejection-on", at);
        platform.changeWishes(List.of(new WishChange(guard.ward(), wish)));
        return new Outcome.Done(shown(told));
    }

    private static Wishes rejecting(Wishes before, List<Category> categories) {
        Wishes wishes = before.switchedOn(true);
        for (Category category : categories) {
            wishes = wishes.withCategory(category, Action.REJECT);
        }
        return wishes;
    }

    /** A report is about to be made in the ward's name; durable in evidence on return. */
    public void reporting(Guard guard, Instant at) {
        keep(guard, "reporting", at);
    }

    /** It was taken: the ward is told, once. */
    public void reported(Guard guard, Intake.Receipted receipt) {
        if (!receipt.isRepeated()) {
            tell(guard.ward(), guard.guardian() + " 用您的名义举报了一个骚扰电话,受理号 " + receipt.number() + "。登录静铃可查看或撤回。");
        }
    }

    private void keep(Guard guard, String how, Instant at) {
        evidence.keep(List.of(Statement.of(
                EntryKind.WISH,
                new Lines("guard")
                        .with("id", guard.id())
                        .with("how", how)
                        .about("guardian", guard.guardian())
                        .about("ward", guard.ward())
                        .with("at", at)
                        .said())));
    }

    private Delivery tell(PhoneNumber ward, String text) {
        return messages.send(ward, "【静铃】" + text);
    }

    private static String shown(Delivery told) {
        return told instanceof Delivery.ShownHere(String text) ? text : "";
    }
}
