package io.jingling.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.Guard.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final PhoneNumber DAUGHTER = PhoneNumber.parse("13700138001");
    private static final PhoneNumber MOTHER = PhoneNumber.parse("13700138002");

    private static List<Guard> wards(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> guard(DAUGHTER, PhoneNumber.parse("1370013" + (8100 + i))))
                .toList();
    }

    private static List<Guard> guardians(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> guard(PhoneNumber.parse("1370013" + (8200 + i)), MOTHER))
                .toList();
    }

    private static Guard guard(PhoneNumber guardian, PhoneNumber ward) {
        return new Guard(new UUID(0, 1), guardian, ward, Instant.EPOCH);
    }

    @Test
    void oneMoreIsTakenUpToTheMostOfBoth() {
        assertThat(Guard.refusal(DAUGHTER, MOTHER, wards(4), guardians(2))).isEmpty();
        assertThat(Guard.refusal(DAUGHTER, MOTHER, wards(5), guardians(2))).contains(Refusal.TOO_MANY_WARDS);
        assertThat(Guard.refusal(DAUGHTER, MOTHER, wards(4), guardians(3))).contains(Refusal.TOO_MANY_GUARDIANS);
    }

    @Test
    void nobodyGuardsOneselfOrTheSameTwice() {
        assertThat(Guard.refusal(MOTHER, MOTHER, List.of(), List.of())).contains(Refusal.ONESELF);
        List<Guard> before = List.of(guard(DAUGHTER, MOTHER));
        assertThat(Guard.refusal(DAUGHTER, MOTHER, before, before)).contains(Refusal.THERE_ALREADY);
        assertThatThrownBy(() -> guard(MOTHER, MOTHER)).hasMessageContaining("want two whole numbers that differ");
    }

    @Test
    void onlyTheTwoMayEndIt() {
        Guard guard = guard(DAUGHTER, MOTHER);
        assertThat(guard.isOf(DAUGHTER)).isTrue();
        assertThat(guard.isOf(MOTHER)).isTrue();
        assertThat(guard.isOf(PhoneNumber.parse("13700138003"))).isFalse();
    }
}
