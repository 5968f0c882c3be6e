package io.jingling.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.PhoneNumber;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HoldOutTest {
    private static final long AT = Instant.parse("2026-11-23T01:00:00Z").toEpochMilli();
    private static final int CALLS = 200_000;
    private static final PhoneNumber ROBOT = PhoneNumber.parse("17012345678");

    @Test
    void aboutAsManyCallsAreHeldOutAsWasAskedFor() {
        for (int perMille : new int[] {0, 1, 10, 20}) {
            HoldOut holdOut = new HoldOut(42, perMille);
            int held = 0;
            for (int i = 0; i < CALLS; i++) {
                held += holdOut.holds(ROBOT, callee(i), AT) ? 1 : 0;
            }
            double expected = CALLS * perMille / 1000.0;
            assertThat((double) held).isBetween(expected - 5 * Math.sqrt(expected), expected + 5 * Math.sqrt(expected));
        }
    }

    @Test
    void theSameCallersCallsOfADayFareAlikeForOnePersonAndAnotherKeyPicksOthers() {
        HoldOut one = new HoldOut(42, 20);
        HoldOut other = new HoldOut(43, 20);
        int both = 0;
        int held = 0;
        for (int i = 0; i < CALLS; i++) {
            boolean isHeld = one.holds(ROBOT, callee(i), AT);
            assertThat(one.holds(ROBOT, callee(i), AT + 3_600_000)).isEqualTo(isHeld);
            held += isHeld ? 1 : 0;
            both += isHeld && other.holds(ROBOT, callee(i), AT) ? 1 : 0;
        }
        assertThat(both).isLessThan(held / 10);
    }

    @Test
    void moreThanTwoPercentIsRefused() {
        assertThat(HoldOut.ofPercent(1, 1).perMille()).isEqualTo(10);
        assertThatThrownBy(() -> HoldOut.ofPercent(1, 2.5)).hasMessage("hold-out: got 25 in 1000, want 0 to 20");
    }

    private static PhoneNumber callee(int which) {
        return new PhoneNumber(PhoneNumber.parse("13800000000").key() + which);
    }
}
