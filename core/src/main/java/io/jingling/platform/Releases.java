package io.jingling.platform;

import io.jingling.complaints.Case;
import io.jingling.complaints.CaseNumber;
import io.jingling.custody.Access;
import io.jingling.custody.Access.Step;
import io.jingling.custody.Denial;
import io.jingling.custody.Person;
import io.jingling.custody.Release;
import io.jingling.custody.Release.Answer;
import io.jingling.custody.Release.Wish;
import io.jingling.custody.Subject;
import io.jingling.custody.Terms;
import io.jingling.detection.CampaignView;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.DecisionHistory.PastDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Full numbers for two people: one asks, another releases, the first reads. Each step is in evidence and in the access log
 * before it takes effect.
 */
public final class Releases {
    /** How many of one person's may wait. */
    public static final int WAITING_MAX = 20;

    private static final Set<ApiKey.Role> ROLES = Set.of(ApiKey.Role.OFFICER, ApiKey.Role.OPERATOR);

    private final ReleaseStore store;
    private final AccessBook book;
    private final Sources sources;
    private final Terms terms;
    private final Supplier<UUID> ids;

    /**
     * Where the numbers come from.
     *
     * @param decisions the callers of decisions
     * @param cases the callers of cases
     * @param campaigns the numbers of campaigns
     * @param keeper what opens entries
     */
    public record Sources(DecisionHistory decisions, CaseStore cases, Watch campaigns, EvidenceKeeper keeper) {}

    public Releases(ReleaseStore store, AccessBook book, Sources sources, Terms terms, Supplier<UUID> ids) {
        this.store = store;
        this.book = book;
        this.sources = sources;
        this.terms = terms;
        this.ids = ids;
    }

    /**
     * Asks to see numbers.
     *
     * @throws NoSuchElementException where there is nothing of that id
     */
    public Answer ask(ApiKey key, Wish wish, Instant now) {
        if (!ROLES.contains(key.role())) {
            return new Answer.Denied(Denial.ROLE);
        }
        if (store.waiting(key.id(), now) >= WAITING_MAX) {
            return new Answer.Denied(Denial.TOO_MANY);
        }
        List<PhoneNumber> numbers = numbersOf(wish.subject(), now);
        Person asker = AccessBook.person(key);
        Release asked = Release.ask(ids.get(), wish, numbers, asker, now, terms);
        book.enter(Access.of(asked, Step.ASKED, asker, wish.reason(), now), numbers);
        store.add(asked);
        return new Answer.Allowed(asked);
    }

    private List<PhoneNumber> numbersOf(Subject subject, Instant now) {
        return switch (subject) {
            case Subject.OfDecision(long id) -> List.of(callerOf(id));
            case Subject.OfCase(String id) -> List.of(reportedIn(id));
            case Subject.OfCampaign(String id) -> membersOf(id, now);
            case Subject.OfEntry(long index) -> {
                if (sources.keeper().open(index).isEmpty()) {
                    throw noSuch("entry that can be opened");
                }
                yield List.of();
            }
        };
    }

    private PhoneNumber callerOf(long decision) {
        return sources.decisions()
                .find(decision)
                .map(PastDecision::caller)
                .filter(PhoneNumber::isKnown)
                .orElseThrow(() -> noSuch("decision on a caller who showed a number"));
    }

    private PhoneNumber reportedIn(String digits) {
        try {
            CaseNumber number = new CaseNumber(digits);
            return Optional.ofNullable(sources.cases().find(List.of(number)).get(number))
                    .map(Case::about)
                    .filter(PhoneNumber::isKnown)
                    .orElseThrow(() -> noSuch("case of a caller who showed a number"));
        } catch (IllegalArgumentException wrongDigit) {
            throw noSuch("case");
        }
    }

    private List<PhoneNumber> membersOf(String campaign, Instant now) {
        return sources.campaigns().campaign(campaign, now).orElseThrow(() -> noSuch("campaign")).members().stream()
                .map(CampaignView.Member::number)
                .distinct()
                .limit(Release.NUMBERS_MAX)
                .toList();
    }

    /** Lets the one who asked read. */
    public Answer release(UUID id, ApiKey key, Instant now) {
        Release asked = find(id);
        return answer(asked.release(AccessBook.person(key), now, terms), key, Step.RELEASED, "", now);
    }

    /** Says no. */
    public Answer refuse(UUID id, ApiKey key, String reason, Instant now) {
        Release asked = find(id);
        return answer(asked.refuse(AccessBook.person(key), reason, now), key, Step.REFUSED, reason, now);
    }

    private Answer answer(Answer decided, ApiKey key, Step step, String reason, Instant now) {
        if (!ROLES.contains(key.role())) {
            return new Answer.Denied(Denial.ROLE);
        }
        if (!(decided instanceof Answer.Allowed(Release answered))) {
            return decided;
        }
        book.enter(Access.of(answered, step, AccessBook.person(key), reason, now), List.of());
        return store.answer(answered) ? decided : new Answer.Denied(Denial.NOT_OPEN);
    }

    /** The numbers, for the one who asked for them. */
    public Answer read(UUID id, ApiKey key, Instant now) {
        Answer decided = find(id).read(AccessBook.person(key), now);
        if (decided instanceof Answer.Allowed(Release release)) {
            Person who = AccessBook.person(key);
            book.enter(Access.of(release, Step.READ, who, release.wish().reason(), now), release.numbers());
        }
        return decided;
    }

    /** The same to put the numbers into a bundle, with the data of those whose calls it tells. */
    Answer export(String id, ApiKey key, String caseId, List<PhoneNumber> others, Instant now) {
        Release release = find(uuid(id));
        Answer decided = release.wish().caseId().equals(caseId)
                ? release.read(AccessBook.person(key), now)
                : new Answer.Denied(Denial.OTHER_CASE);
        if (decided instanceof Answer.Allowed) {
            List<PhoneNumber> whose = new ArrayList<>(release.numbers());
            whose.addAll(others);
            Person who = AccessBook.person(key);
            book.enter(Access.of(release, Step.EXPORTED, who, release.wish().reason(), now), whose);
        }
        return decided;
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException other) {
            throw noSuch("release");
        }
    }

    /** What opens an entry, for the one who asked for that entry. */
    public Answer open(UUID id, long index, ApiKey key, Instant now) {
        return find(id).wish().subject().equals(new Subject.OfEntry(index))
                ? read(id, key, now)
                : new Answer.Denied(Denial.OTHER_SUBJECT);
    }

    /** @throws NoSuchElementException where there is none */
    public Release find(UUID id) {
        return store.find(id).orElseThrow(() -> noSuch("release"));
    }

    /** Newest first, at most {@code limit}. */
    public List<Release> latest(int limit) {
        return store.latest(limit);
    }

    /** Newest first, at most {@code limit}. */
    public List<Access> accesses(int limit) {
        return book.log().latest(limit);
    }

    private static NoSuchElementException noSuch(String thing) {
        return new NoSuchElementException("id: got one that nothing has, want that of a " + thing);
    }
}
