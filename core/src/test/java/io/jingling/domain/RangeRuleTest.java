package io.jingling.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RangeRuleTest {
    private static final Instant EXPIRES = Instant.parse("2026-12-31T00:00:00+08:00");

    @Test
    void theBroaderTheRangeTheLessARuleWeighs() {
        assertThat(IntStream.rangeClosed(1, 8).map(free -> rule(free, 100).weight()))
                .containsExactly(95, 90, 75, 60, 45, 30, 15, 0);
        assertThat(rule(3, 80).weight()).isEqualTo(55);
        assertThat(rule(4, 20).weight()).isZero();
    }

    @Test
    void itSaysNothingFromItsExpiryOn() {
        assertThat(rule(4, 100).isInForce(EXPIRES.minusMillis(1))).isTrue();
        assertThat(rule(4, 100).isInForce(EXPIRES)).isFalse();
    }

    @Test
    void aScoreBeyondTheScaleAndAClassThatOnlyPeopleDecideOnAreRefused() {
        assertThatThrownBy(() -> rule(4, 101)).hasMessage("score: got 101, want 0 to 100");
        assertThatThrownBy(() -> new RangeRule(range(4), Category.FORM_CLASS_03, 90, EXPIRES))
                .hasMessage("category: got \"03\", want one that is decided on: 01, 02, 04 to 21 or F1");
    }

    private static RangeRule rule(int free, int score) {
        return new RangeRule(range(free), Category.LOANS, score, EXPIRES);
    }

    private static NumberRange range(int free) {
        return NumberRange.parse("16500231234".substring(0, 11 - free) + "*".repeat(free));
    }
}
