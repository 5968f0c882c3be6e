package io.jingling.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BCubedTest {
    /** Groups 1 = {a a b}, 2 = {b b c}: precision (2/3 + 2/3 + 1/3 + 2/3 + 2/3 + 1/3) / 6, recall (1 + 1 + 1/3 + 2/3 + 2/3 + 1) / 6. */
    @Test
    void anExampleComesOutAsComputedByHand() {
        BCubed groups = BCubed.of(List.of(1, 1, 1, 2, 2, 2), List.of("a", "a", "b", "b", "b", "c"));
        assertThat(groups.precision()).isCloseTo(10 / 18.0, within(1e-12));
        assertThat(groups.recall()).isCloseTo(14 / 18.0, within(1e-12));
        assertThat(groups.f1()).isCloseTo(35 / 54.0, within(1e-12));
    }

    @Test
    void theSameGroupsUnderOtherNamesArePerfect() {
        assertThat(BCubed.of(List.of(7, 8, 7), List.of("x", "y", "x"))).isEqualTo(new BCubed(1, 1));
    }

    @Test
    void allApartIsPreciseAndAllTogetherIsComplete() {
        assertThat(BCubed.of(List.of(1, 2, 3, 4), List.of("x", "x", "x", "x"))).isEqualTo(new BCubed(1, 0.25));
        assertThat(BCubed.of(List.of(1, 1, 1, 1), List.of("x", "y", "z", "w"))).isEqualTo(new BCubed(0.25, 1));
    }

    @Test
    void listsOfDifferentLengthsAreRefused() {
        assertThatThrownBy(() -> BCubed.of(List.of(1), List.of())).hasMessageContaining("got 1 found and 0 true");
    }
}
