package io.jingling.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.detection.Capacity;
import io.jingling.detection.Comparison;
import io.jingling.detection.MadeUpCalls;
import io.jingling.detection.MadeUpModels;
import io.jingling.detection.Model;
import io.jingling.detection.ModelCodec;
import io.jingling.detection.Thresholds;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.Publishing.Outcome;
import io.jingling.platform.Publishing.State;
import io.jingling.platform.Watch.Following;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishingTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00+08:00");
    private static final String ROBOT = "17012340001";
    private static final Capacity CAPACITY = new Capacity(200, 200, 1 << 12, 1 << 10, 1 << 12, 1 << 4);
    private static final Model FIRST = mild("first");

    private final InMemoryModels store = new InMemoryModels();
    private final InMemoryRecords records = new InMemoryRecords();
    private final List<String> followed = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private final ModelSeat seat = new ModelSeat() {
        @Override
        public Following follow(Model next) {
            followed.add(next.name() + " after " + store.published());
            return Following.AT_ONCE;
        }

        @Override
        public Following goBack(Model before) {
            followed.add("back to " + before.name() + " after " + store.published());
            return Following.AT_ONCE;
        }

        @Override
        public boolean isModelWaiting() {
            return false;
        }
    };
    private final Publishing publishing =
            new Publishing(store, seat, Optional.of(FIRST), records, waiting::add, CAPACITY);

    @Test
    void aModelThatWasSentChangesNothing() {
        send(MadeUpModels.ofRate("strict"));
        assertThat(states()).containsExactly("strict SHADOW");
        assertThat(publishing.inForce()).isEqualTo(Publishing.FIRST);
        assertThat(followed).isEmpty();
    }

    @Test
    void beforeSomebodyLookedAtWhatItChangesAModelIsNotPublishedUnlessForced() {
        send(MadeUpModels.ofRate("strict"));
        assertThat(publishing.publish("strict", false)).isEqualTo(new Outcome.NotLookedAt("strict"));
        publishing.preview("strict", NOW);
        assertThat(publishing.publish("strict", false)).isEqualTo(new Outcome.NotLookedAt("strict"));
        work();
        assertThat(publishing.publish("strict", false)).isEqualTo(new Outcome.Done("strict", State.IN_FORCE));
        assertThat(states()).containsExactly("strict IN_FORCE");
        send(MadeUpModels.ofRate("other"));
        assertThat(publishing.publish("other", true)).isEqualTo(new Outcome.Done("other", State.IN_FORCE));
        assertThat(states()).containsExactly("strict BEFORE", "other IN_FORCE");
    }

    @Test
    void whatIsPublishedIsDurableFirstAndInForceNext() {
        send(MadeUpModels.ofRate("strict"));
        publishing.publish("strict", true);
        assertThat(followed).containsExactly("strict after [strict]");
        assertThat(Publishing.atStart(store, Optional.of(FIRST)).orElseThrow().name())
                .isEqualTo("strict");
    }

    @Test
    void aRollBackGoesToTheModelBeforeUntilTheFirstIsInForce() {
        send(MadeUpModels.ofRate("strict"));
        send(MadeUpModels.ofRate("stricter"));
        publishing.publish("strict", true);
        publishing.publish("stricter", true);
        followed.clear();
        assertThat(publishing.rollBack()).isEqualTo(new Outcome.Done("strict", State.IN_FORCE));
        assertThat(publishing.rollBack()).isEqualTo(new Outcome.Done(Publishing.FIRST, State.IN_FORCE));
        assertThat(publishing.rollBack()).isEqualTo(new Outcome.NothingBefore());
        assertThat(followed).containsExactly("back to strict after [strict]", "back to first after []");
        assertThat(states()).containsExactly("strict SHADOW", "stricter SHADOW");
    }

    @Test
    void aPreviewListsWhoWouldNewlyBeBlockedAndWhoNoLonger() {
        robotCalls();
        send(MadeUpModels.ofRate("strict"));
        Comparison.Result newly = preview("strict").result();
        assertThat(newly.calls()).isEqualTo(10);
        assertThat(newly.noLonger().calls()).isZero();
        assertThat(newly.newly().listed()).singleElement().satisfies(one -> {
            assertThat(one.number()).isEqualTo(PhoneNumber.parse(ROBOT));
            assertThat(one.calls()).isEqualTo(newly.newly().calls()).isGreaterThan(5);
            assertThat(one.grounds()).isNotEmpty();
        });
        publishing.publish("strict", false);
        send(mild("mild"));
        Comparison.Result noLonger = preview("mild").result();
        assertThat(noLonger.newly().calls()).isZero();
        assertThat(noLonger.noLonger().calls()).isEqualTo(newly.newly().calls());
    }

    @Test
    void aPreviewAgainstAnotherModelInForceIsOfNoUse() {
        send(MadeUpModels.ofRate("strict"));
        send(mild("mild"));
        preview("strict");
        publishing.publish("mild", true);
        assertThat(publishing.publish("strict", false)).isEqualTo(new Outcome.NotLookedAt("strict"));
    }

    @Test
    void onePreviewIsWorkedOutAtATime() {
        send(MadeUpModels.ofRate("strict"));
        send(mild("mild"));
        assertThat(publishing.preview("strict", NOW)).contains(new Preview.Running(0));
        assertThat(publishing.preview("strict", NOW)).contains(new Preview.Running(0));
        assertThat(publishing.preview("mild", NOW)).contains(new Preview.Waiting("strict"));
        assertThat(waiting).hasSize(1);
        assertThat(publishing.preview("nothing", NOW)).isEmpty();
        assertThat(publishing.publish("nothing", true)).isEqualTo(new Outcome.NoSuch("nothing"));
    }

    private Preview.Done preview(String id) {
        publishing.preview(id, NOW);
        work();
        return (Preview.Done) publishing.preview(id, NOW).orElseThrow();
    }

    private void work() {
        List.copyOf(waiting).forEach(Runnable::run);
        waiting.clear();
    }

    private List<String> states() {
        return publishing.all().stream()
                .map(one -> one.model().id() + " " + one.state())
                .toList();
    }

    private void send(Model model) {
        publishing.send(ModelCodec.write(model), NOW);
    }

    /** Some long ago, ten lately. */
    private void robotCalls() {
        for (int i = 0; i < 15; i++) {
            Instant at = i < 5 ? NOW.minus(Duration.ofDays(10)) : NOW.minus(Duration.ofDays(1));
            records.append(
                    "test",
                    List.of(MadeUpCalls.missed(
                            "call-" + i, at.plusSeconds(60 * i), ROBOT, "1370013700" + i % 10, "trunk")));
        }
    }

    /** As strict as can be, and blocks nobody. */
    private static Model mild(String name) {
        Model strict = MadeUpModels.ofRate(name);
        return new Model(
                name,
                strict.trees(),
                strict.sequence(),
                strict.calibration(),
                Thresholds.same(99, 98, 97),
                strict.linking());
    }
}
