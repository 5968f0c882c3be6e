package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.custody.Person;
import io.jingling.custody.Release;
import io.jingling.custody.Release.State;
import io.jingling.custody.Release.Wish;
import io.jingling.custody.Subject;
import io.jingling.custody.Terms;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.ReleaseStore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every store of wishes to see full numbers keeps to. */
abstract class ReleaseStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00.123456Z");
    private static final Person ASKER = new Person("a1", "王警官", "officer", NOW.minusSeconds(9));
    private static final Person OTHER = new Person("b2", "李工", "operator", NOW.minusSeconds(9));

    /** An empty one. */
    abstract ReleaseStore store();

    @Test
    void everyKindAndStateIsKeptAsItWas() {
        ReleaseStore store = store();
        List<PhoneNumber> many = LongStream.range(0, Release.NUMBERS_MAX)
                .mapToObj(i -> PhoneNumber.parse(Long.toString(16_500_231_000L + i)))
                .toList();
        Release asked = asked(1, new Subject.OfCampaign("c-1"), many);
        Release released = asked(2, new Subject.OfDecision(42), many.subList(0, 1));
        Release refused = asked(3, new Subject.OfEntry(7), List.of());
        List.of(asked, released, refused).forEach(store::add);
        Release answeredYes = with(released, new State.Released(OTHER, NOW, NOW.plusSeconds(60)));
        Release answeredNo = with(refused, new State.Refused(OTHER, NOW, "没有立案文书"));
        assertThat(store.answer(answeredYes)).isTrue();
        assertThat(store.answer(answeredNo)).isTrue();
        assertThat(store.find(asked.id())).contains(asked);
        assertThat(store.find(released.id())).contains(answeredYes);
        assertThat(store.find(refused.id())).contains(answeredNo);
        assertThat(store.find(new UUID(9, 9))).isEmpty();
    }

    @Test
    void theFirstAnswerHolds() {
        ReleaseStore store = store();
        Release asked = asked(1, new Subject.OfDecision(42), List.of());
        store.add(asked);
        Release refused = with(asked, new State.Refused(OTHER, NOW, "no"));
        assertThat(store.answer(refused)).isTrue();
        assertThat(store.answer(with(asked, new State.Released(OTHER, NOW, NOW.plusSeconds(1)))))
                .isFalse();
        assertThat(store.find(asked.id())).contains(refused);
    }

    @Test
    void nobodyAnswersWhatNobodyAsked() {
        Release asked = asked(1, new Subject.OfDecision(42), List.of());
        assertThat(store().answer(with(asked, new State.Refused(OTHER, NOW, "no"))))
                .isFalse();
    }

    @Test
    void theLatestComeFirst() {
        ReleaseStore store = store();
        List<Release> all = LongStream.range(0, 5)
                .mapToObj(i -> asked(i, new Subject.OfDecision(i), List.of()))
                .toList();
        all.forEach(store::add);
        assertThat(store.latest(2)).containsExactly(all.get(4), all.get(3));
    }

    @Test
    void thoseOfOnePersonThatWaitAreCounted() {
        ReleaseStore store = store();
        Release first = asked(1, new Subject.OfDecision(1), List.of());
        Release second = asked(2, new Subject.OfDecision(2), List.of());
        store.add(first);
        store.add(second);
        assertThat(store.waiting("a1", NOW)).isEqualTo(2);
        assertThat(store.waiting("b2", NOW)).isZero();
        store.answer(with(first, new State.Refused(OTHER, NOW, "no")));
        assertThat(store.waiting("a1", NOW)).isEqualTo(1);
        assertThat(store.waiting("a1", second.asked().plus(Terms.STANDARD.answerWithin())))
                .isZero();
    }

    private static Release asked(long id, Subject subject, List<PhoneNumber> numbers) {
        Wish wish = new Wish(subject, "公(刑)立字 2026-" + id, "核查主叫");
        return Release.ask(new UUID(id, id), wish, numbers, ASKER, NOW.plusSeconds(id), Terms.STANDARD);
    }

    private static Release with(Release release, State state) {
        return new Release(release.id(), release.wish(), release.numbers(), release.asker(), release.asked(), state);
    }
}
