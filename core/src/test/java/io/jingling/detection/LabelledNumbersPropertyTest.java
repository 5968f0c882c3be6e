package io.jingling.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jingling.detection.LabelledNumbers.Held;
import io.jingling.domain.Category;
import io.jingling.domain.Label;
import io.jingling.domain.Label.About;
import io.jingling.domain.Label.By;
import io.jingling.domain.Label.Claim;
import io.jingling.domain.Label.Source;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares what is held of numbers with a model that looks at all labels again and again. */
class LabelledNumbersPropertyTest {
    private static final Instant BEGIN = Instant.parse("2026-09-01T00:00:00Z");
    private static final PhoneNumber NUMBER = PhoneNumber.parse("17012345678");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsHeldIsWhatTheSlowModelHolds(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            List<Label> labels = labels(random);
            Map<PhoneNumber, Held> held = LabelledNumbers.of(labels, LabelledNumbersPropertyTest::caller);
            Map<PhoneNumber, Held> slow = new SlowVotes(labels, LabelledNumbersPropertyTest::caller).held();
            assertThat(held.keySet()).as("seed %d, round %d", seed, round).isEqualTo(slow.keySet());
            held.forEach((number, one) -> {
                assertThat(one.claim())
                        .as("seed %d", seed)
                        .isEqualTo(slow.get(number).claim());
                assertThat(one.weight()).isCloseTo(slow.get(number).weight(), within(1e-9));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void neitherTheOrderOfLabelsNorCopiesOfThemMatter(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            List<Label> labels = labels(random);
            Map<PhoneNumber, Held> held = LabelledNumbers.of(labels, LabelledNumbersPropertyTest::caller);
            List<Label> other = new ArrayList<>(labels);
            other.addAll(labels.subList(0, labels.size() / 2));
            Collections.shuffle(other, random);
            Map<PhoneNumber, Held> again = LabelledNumbers.of(other, LabelledNumbersPropertyTest::caller);
            assertThat(again.keySet()).isEqualTo(held.keySet());
            again.forEach((number, one) -> {
                assertThat(one.claim()).isEqualTo(held.get(number).claim());
                assertThat(one.weight()).isCloseTo(held.get(number).weight(), within(1e-9));
            });
        }
    }

    @Test
    void onePersonHasOneVoteInThirtyDays() {
        Held once = held(said("a", Claim.HARASSMENT, 0));
        assertThat(held(said("a", Claim.HARASSMENT, 0), said("a", Claim.HARASSMENT, 29)))
                .isEqualTo(once);
        assertThat(held(said("a", Claim.HARASSMENT, 0), said("a", Claim.HARASSMENT, 30))
                        .weight())
                .isEqualTo(2 * once.weight());
    }

    @Test
    void whoChangesTheirMindCountsForWhatTheySaidLast() {
        assertThat(held(said("a", Claim.HARASSMENT, 0), said("a", Claim.BENIGN, 3))
                        .claim())
                .isEqualTo(Claim.BENIGN);
    }

    @Test
    void whatWasWithdrawnIsAsIfItHadNeverBeenSaid() {
        List<Label> labels = List.of(
                said("a", Claim.HARASSMENT, 0), said("a", Claim.HARASSMENT, 40), said("a", Claim.WITHDRAWN, 41));
        assertThat(LabelledNumbers.of(labels, id -> Optional.empty())).isEmpty();
        assertThat(held(said("a", Claim.HARASSMENT, 0), said("a", Claim.WITHDRAWN, 1), said("b", Claim.HARASSMENT, 0)))
                .isEqualTo(held(said("b", Claim.HARASSMENT, 0)));
    }

    @Test
    void legitimateTradeIsAClassOfItsOwn() {
        Held held = held(said("a", Claim.LEGIT_TRADE, 0), said("b", Claim.LEGIT_TRADE, 0));
        assertThat(held.claim()).isEqualTo(Claim.LEGIT_TRADE);
        assertThat(held.isHarassment()).isFalse();
    }

    @Test
    void anOfficerDecidesAgainstManyReporters() {
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            labels.add(said("r" + i, Claim.HARASSMENT, 0));
        }
        labels.add(label(NUMBER, Claim.BENIGN, new By(Source.OFFICER, ""), 1));
        assertThat(LabelledNumbers.of(labels, id -> Optional.empty())
                        .get(NUMBER)
                        .claim())
                .isEqualTo(Claim.BENIGN);
    }

    @Test
    void whoWasWrongAgainAndAgainIsNotBelieved() {
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            PhoneNumber other = PhoneNumber.parse("1701234000" + i);
            labels.add(label(other, Claim.HARASSMENT, new By(Source.REPORTER, "liar"), 0));
            labels.add(label(other, Claim.BENIGN, new By(Source.OFFICER, "o"), 1));
        }
        labels.add(said("liar", Claim.HARASSMENT, 5));
        assertThat(LabelledNumbers.of(labels, id -> Optional.empty())).doesNotContainKey(NUMBER);
        labels.add(said("somebody", Claim.HARASSMENT, 5));
        assertThat(LabelledNumbers.of(labels, id -> Optional.empty())
                        .get(NUMBER)
                        .weight())
                .isEqualTo(0.5);
    }

    @Test
    void aMobThatAgreesWithItselfGainsLittle() {
        List<Label> labels = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            for (int who = 0; who < 5; who++) {
                PhoneNumber victim =
                        new PhoneNumber(PhoneNumber.parse("17012340000").key() + number);
                labels.add(label(victim, Claim.HARASSMENT, new By(Source.REPORTER, "mob-" + who), 0));
            }
        }
        Reporters reporters =
                Reporters.of(Votes.of(labels, id -> Optional.empty()).values());
        assertThat(reporters.reliability("mob-1")).isCloseTo(7 / 8.0, within(1e-9));
    }

    @Test
    void manyWeakSignsTogetherCountNoMoreThanOne() {
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            labels.add(label(NUMBER, Claim.BENIGN, new By(Source.WEAK, "w" + i), 0));
        }
        assertThat(LabelledNumbers.of(labels, id -> Optional.empty())
                        .get(NUMBER)
                        .weight())
                .isCloseTo(1, within(1e-9));
    }

    private static Held held(Label... labels) {
        return LabelledNumbers.of(List.of(labels), id -> Optional.empty()).get(NUMBER);
    }

    private static Label said(String who, Claim claim, int day) {
        return label(NUMBER, claim, new By(Source.REPORTER, who), day);
    }

    private static Label label(PhoneNumber number, Claim claim, By by, int day) {
        return new Label(
                new About.OfNumber(number), claim, Optional.of(Category.LOANS), by, BEGIN.plus(Duration.ofDays(day)));
    }

    private static Optional<PhoneNumber> caller(String callId) {
        return callId.equals("gone") ? Optional.empty() : Optional.of(number(callId.length()));
    }

    private static PhoneNumber number(int which) {
        return PhoneNumber.parse("1701234567" + which);
    }

    private static List<Label> labels(Random random) {
        List<Label> labels = new ArrayList<>();
        int count = 1 + random.nextInt(60);
        for (int i = 0; i < count; i++) {
            About about = random.nextInt(4) == 0
                    ? new About.OfCall(random.nextInt(5) == 0 ? "gone" : "c".repeat(1 + random.nextInt(3)))
                    : new About.OfNumber(number(1 + random.nextInt(3)));
            Source source = Source.values()[random.nextInt(8) < 5 ? 0 : random.nextInt(4)];
            labels.add(new Label(
                    about,
                    Claim.values()[random.nextInt(4)],
                    Optional.empty(),
                    new By(source, "p" + random.nextInt(6)),
                    BEGIN.plus(Duration.ofHours(random.nextInt(24 * 100)))));
        }
        return labels;
    }
}
