package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PaceTest {
    @Test
    void workIsSpreadOverItsTime() {
        Pace pace = new Pace(Duration.ofMillis(200).toNanos());
        long start = System.nanoTime();
        pace.begin(4);
        for (int done = 0; done <= 3; done++) {
            pace.reached(done);
        }
        assertThat(System.nanoTime() - start)
                .isGreaterThan(Duration.ofMillis(140).toNanos());
    }

    @Test
    @Timeout(60)
    void whoIsToldToHurryWaitsNoMore() {
        Pace pace = new Pace(Duration.ofHours(1).toNanos());
        pace.hurry();
        pace.begin(2);
        pace.reached(1);
        pace.reached(2);
    }

    @Test
    @Timeout(60)
    void theFirstStepIsNotPutOff() {
        Pace pace = new Pace(Duration.ofHours(1).toNanos());
        pace.begin(1);
        pace.reached(0);
    }
}
