package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jingling.domain.CallAttempt;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecisionScribeTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final long MEGABYTE = 1 << 20;
    private static final JournalTerms TERMS = new JournalTerms(1, Map.of());

    private final DecisionRing ring = new DecisionRing(1_024);
    private final NewestDecisions newest = new NewestDecisions();
    private final MemoryFiles files = new MemoryFiles();
    private long appended;
    private long read;

    /** What was appended is either lost, which is counted, or read from the journal. */
    @Test
    void aFullJournalLosesOnlyWhatTheRingCannotHold() throws IOException {
        Journal journal = Journal.open(files, Vaults.fixed(), MEGABYTE, TERMS);
        try (DecisionScribe scribe = new DecisionScribe(ring, journal, newest, InstantSource.system())) {
            await().atMost(LONG).until(() -> {
                append(500);
                return ring.lost() > 0;
            });
            assertThat(journal.segments().bytes()).isBetween(MEGABYTE, MEGABYTE + 100_000);
            long lost = ring.lost();
            await().atMost(LONG).until(() -> {
                read += decisions(journal.reader().next(Integer.MAX_VALUE));
                journal.reader().release();
                return read == appended - lost;
            });
            append(100);
            await().atMost(LONG).until(() -> {
                read += decisions(journal.reader().next(Integer.MAX_VALUE));
                return read == appended - lost;
            });
            assertThat(ring.lost()).isEqualTo(lost);
            assertThat(scribe.failures()).isZero();
        }
    }

    @Test
    void aFailingJournalIsCountedAndTriedAgain() throws IOException {
        Journal journal = Journal.open(files, Vaults.fixed(), MEGABYTE, TERMS);
        files.failAt(1);
        try (DecisionScribe scribe = new DecisionScribe(ring, journal, newest, InstantSource.system())) {
            append(10);
            await().atMost(LONG).until(() -> journal.segments().bytes() > 0);
            assertThat(scribe.failures()).isOne();
            assertThat(ring.lost()).isZero();
            assertThat(newest.latest(100)).hasSize(10);
        }
    }

    @Test
    void closingMakesDurableWhatIsInTheRing() throws IOException {
        Journal journal = Journal.open(files, Vaults.fixed(), MEGABYTE, TERMS);
        DecisionScribe scribe = new DecisionScribe(ring, journal, newest, InstantSource.system());
        append(1_000);
        scribe.close();
        files.crash(new Random(1));
        Journal again = Journal.open(files, Vaults.fixed(), MEGABYTE, TERMS);
        assertThat(again.reader().next(Integer.MAX_VALUE)).isNotEmpty();
        assertThat(ring.drain(new long[DecisionRows.WIDTH])).isZero();
    }

    private static long decisions(List<byte[]> frames) {
        return frames.stream()
                .mapToLong(frame -> (frame.length - DecisionBlock.FRAME_MIN) / (DecisionRows.WIDTH * Long.BYTES))
                .sum();
    }

    private void append(int count) {
        appended += count;
        for (int i = 0; i < count; i++) {
            ring.append(CallAttempt.of(Numbers.mobile(1), Numbers.mobile(2), 1_795_000_000_000L), 0, 1, 1);
        }
    }
}
