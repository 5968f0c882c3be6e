package io.jingling.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogInAttemptsTest {
    private Instant now = Instant.parse("2026-11-23T00:00:00Z");
    private final LogInAttempts attempts = new LogInAttempts(() -> now);

    @Test
    void anAddressWaitsAfterTooManyWrongKeys() {
        fail("192.0.2.1", LogInAttempts.WRONG_MAX);
        assertThat(attempts.mayTry("192.0.2.1")).isFalse();
    }

    @Test
    void oneMoreTryIsLeftBeforeThat() {
        fail("192.0.2.1", LogInAttempts.WRONG_MAX - 1);
        assertThat(attempts.mayTry("192.0.2.1")).isTrue();
    }

    @Test
    void anotherAddressDoesNotWait() {
        fail("192.0.2.1", LogInAttempts.WRONG_MAX);
        assertThat(attempts.mayTry("192.0.2.2")).isTrue();
    }

    @Test
    void theWaitEnds() {
        fail("192.0.2.1", LogInAttempts.WRONG_MAX);
        now = now.plus(LogInAttempts.WINDOW).plus(Duration.ofMillis(1));
        assertThat(attempts.mayTry("192.0.2.1")).isTrue();
    }

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            attempts.wrong(address);
        }
    }
}
