package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final NumberVault VAULT = Vaults.fixed();
    private static final long NOW = 1_795_000_000_000L;
    private static final int ALL = Integer.MAX_VALUE;
    private static final JournalTerms FIRST = new JournalTerms(1, Map.of());
    private static final long PLENTY = 1L << 30;

    private final MemoryFiles files = new MemoryFiles();

    @Test
    void whatIsDurableIsReadOnceAndInOrder() throws IOException {
        Journal journal = open(files);
        List<Long> given = new ArrayList<>();
        List<Long> read = new ArrayList<>();
        Random random = new Random(7);
        for (int batch = 0; batch < 60; batch++) {
            given.addAll(put(journal, given.size(), 1 + random.nextInt(2_000)));
            read.addAll(read(journal, 1 + random.nextInt(100_000)));
        }
        read.addAll(read(journal, ALL));
        assertThat(read).isEqualTo(given);
        assertThat(read(journal, ALL)).isEmpty();
    }

    @Test
    void aRestartGoesOnWhereTheDatabaseStopped() throws IOException {
        Journal first = open(files);
        List<Long> given = put(first, 0, 5_000);
        List<byte[]> frames = first.reader().next(100_000);
        assertThat(Journal.lastTerm(files)).isEqualTo(1);
        Journal second = Journal.open(files, VAULT, PLENTY, new JournalTerms(2, Map.of(1L, last(frames))));
        List<Long> later = put(second, 5_000, 10);
        assertThat(read(second, ALL))
                .isEqualTo(Stream.concat(
                                given.stream().skip((long) frames.size() * DecisionBlock.DECISIONS_MAX), later.stream())
                        .toList());
    }

    @Test
    void noTwoTermsHaveABlockOfTheSameNumber() throws IOException {
        put(open(files), 0, 1);
        assertThat(Journal.lastTerm(new MemoryFiles())).isZero();
        Journal second = Journal.open(files, VAULT, PLENTY, new JournalTerms(2, Map.of()));
        put(second, 1, 1);
        assertThat(second.reader().next(ALL))
                .extracting(frame -> opened(frame).number())
                .containsExactly((1L << 32) + 1, (2L << 32) + 1);
    }

    @Test
    void segmentsAreDeletedOnceTheyAreDoneWith() throws IOException {
        Journal journal = Journal.open(files, VAULT, 1 << 20, FIRST);
        put(journal, 0, 10_000);
        put(journal, 10_000, 10_000);
        assertThat(files.names()).hasSizeGreaterThanOrEqualTo(2);
        journal.reader().release();
        assertThat(journal.segments().bytes()).isGreaterThan(1_000_000);
        assertThat(journal.segments().isFull()).isTrue();
        read(journal, ALL);
        journal.writer().end();
        journal.reader().release();
        assertThat(files.names()).isEmpty();
        assertThat(journal.segments().bytes()).isZero();
    }

    @Test
    void anOldSegmentIsEndedSoThatItCanGo() throws IOException {
        Journal journal = open(files);
        put(journal, 0, 1);
        journal.writer().endOld(NOW + 60_000);
        read(journal, ALL);
        journal.reader().release();
        assertThat(files.names()).hasSize(1);
        journal.writer().endOld(NOW + 700_000);
        journal.reader().release();
        assertThat(files.names()).isEmpty();
    }

    @Test
    void aBlockHoldsAtMost1024DecisionsWithinTenSeconds() throws IOException {
        Random random = new Random(3);
        long[] rows = rows(0, 3_000);
        for (int i = 0; i < 3_000; i++) {
            rows[i * DecisionRows.WIDTH + DecisionRows.AT] = NOW + random.nextInt(100_000);
        }
        rows[DecisionRows.AT] = Long.MIN_VALUE;
        rows[DecisionRows.WIDTH + DecisionRows.AT] = Long.MAX_VALUE;
        List<DecisionBlock> blocks = open(files).writer().take(rows, 3_000, NOW);
        assertThat(blocks).allSatisfy(block -> {
            long first =
                    IntStream.range(0, block.count()).mapToLong(block::at).min().orElseThrow();
            assertThat(Math.subtractExact(block.lastAt(), first)).isBetween(0L, DecisionBlock.SPAN_MILLIS);
            assertThat(block.count()).isBetween(1, DecisionBlock.DECISIONS_MAX);
        });
        assertThat(blocks.stream().mapToInt(DecisionBlock::count).sum()).isEqualTo(3_000);
        assertThat(blocks).hasSizeLessThan(20);
    }

    @Test
    void slightDisorderDoesNotSplitBlocks() throws IOException {
        long[] rows = rows(0, 1_000);
        for (int i = 0; i < 1_000; i++) {
            rows[i * DecisionRows.WIDTH + DecisionRows.AT] = NOW + i % 7;
        }
        assertThat(open(files).writer().take(rows, 1_000, NOW)).hasSize(1);
    }

    /** The n-th step with files fails, for every n until none does; the process goes on. */
    @Test
    void nothingIsLostOrDoubledWhereAnyStepFails() throws IOException {
        boolean failed = true;
        for (long step = 1; failed; step++) {
            MemoryFiles failing = new MemoryFiles();
            Journal journal = Journal.open(failing, VAULT, 1 << 20, FIRST);
            failing.failAt(step);
            List<Long> given = new ArrayList<>();
            List<Long> read = new ArrayList<>();
            for (int batch = 0; batch < 12; batch++) {
                given.addAll(stubbornly(() -> put(journal, given.size(), 700), () -> flushed(journal, given)));
                read.addAll(stubbornly(() -> read(journal, ALL), () -> read(journal, ALL)));
                stubbornly(() -> released(journal), () -> released(journal));
            }
            failed = failing.hasFailed();
            assertThat(read).as("step %d fails", step).isEqualTo(given);
        }
    }

    /** The same, but the process ends there, and what was not synced is cut at random. */
    @Test
    void whatWasDurableOutlivesACrashAtAnyStep() throws IOException {
        boolean failed = true;
        for (long step = 1; failed; step++) {
            MemoryFiles failing = new MemoryFiles();
            Journal journal = open(failing);
            failing.failAt(step);
            List<Long> durable = new ArrayList<>();
            int given = 0;
            try {
                for (int batch = 0; batch < 6; batch++, given += 50) {
                    durable.addAll(put(journal, given, 50));
                }
            } catch (IOException asTold) {
                given += 50;
            }
            failed = failing.hasFailed();
            failing.crash(new Random(step));
            Journal again = open(failing);
            List<Long> read = read(again, ALL);
            assertThat(read).as("crash at step %d", step).startsWith(durable.toArray(Long[]::new));
            assertThat(read).as("crash at step %d", step).isEqualTo(ids(0, read.size()));
            assertThat(read.size()).isLessThanOrEqualTo(given);
            put(again, read.size(), 3);
            assertThat(read(again, ALL)).isEqualTo(ids(read.size(), read.size() + 3));
        }
    }

    @Test
    void aTornTailIsCutAtAnyByte() throws IOException {
        for (int batch = 0; batch < 3; batch++) {
            put(open(files), batch * 5, 5);
        }
        String newest = files.names().getLast();
        byte[] whole = files.bytes(newest);
        for (int length = 0; length < whole.length; length++) {
            files.replace(newest, Arrays.copyOf(whole, length));
            Journal journal = open(files);
            assertThat(read(journal, ALL)).as("cut at %d", length).isEqualTo(ids(0, 10));
            assertThat(journal.reader().damaged()).isZero();
        }
    }

    @Test
    void aFlippedByteCostsItsBlockAndNoOther() throws IOException {
        Journal first = open(files);
        for (int batch = 0; batch < 4; batch++) {
            put(first, batch * 5, 5);
        }
        String name = files.names().getFirst();
        byte[] whole = files.bytes(name);
        int block = whole.length / 4;
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << at % 8);
            files.replace(name, flipped);
            Journal journal = open(files);
            int broken = at / block;
            List<Long> expected = LongStream.range(0, 20)
                    .filter(id -> id / 5 != broken)
                    .boxed()
                    .toList();
            assertThat(read(journal, ALL)).as("byte %d flipped", at).isEqualTo(expected);
            assertThat(journal.reader().damaged()).isEqualTo(broken == 3 ? 0 : 1);
        }
    }

    @Test
    void aBlockPutTogetherFromTwoDoesNotOpen() throws IOException {
        Journal journal = open(files);
        put(journal, 0, 5);
        put(journal, 5, 5);
        List<byte[]> frames = journal.reader().next(ALL);
        byte[] mixed = frames.get(0).clone();
        System.arraycopy(frames.get(1), 0, mixed, 0, DecisionBlock.HEADER);
        assertThat(catchThrowable(() -> DecisionBlock.open(VAULT, mixed))).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aRealFolderDoesTheSame(@TempDir Path folder) throws IOException {
        DiskFiles disk = new DiskFiles(folder);
        put(open(disk), 0, 2_000);
        Journal journal = open(disk);
        put(journal, 2_000, 10);
        assertThat(read(journal, ALL)).isEqualTo(ids(0, 2_010));
        journal.writer().end();
        journal.reader().release();
        assertThat(folder).isEmptyDirectory();
    }

    private interface Step {
        List<Long> run() throws IOException;
    }

    private static List<Long> stubbornly(Step step, Step again) throws IOException {
        try {
            return step.run();
        } catch (IOException asTold) {
            return again.run();
        }
    }

    private static List<Long> flushed(Journal journal, List<Long> given) throws IOException {
        journal.writer().flush(NOW);
        return ids(given.size(), given.size() + 700);
    }

    private static List<Long> released(Journal journal) throws IOException {
        journal.reader().release();
        return List.of();
    }

    private static Journal open(JournalFiles files) throws IOException {
        return Journal.open(files, VAULT, PLENTY, new JournalTerms(Journal.lastTerm(files) + 1, Map.of()));
    }

    private static List<Long> put(Journal journal, int from, int count) throws IOException {
        journal.writer().take(rows(from, count), count, NOW);
        journal.writer().flush(NOW);
        return ids(from, from + count);
    }

    private static List<Long> read(Journal journal, int bytesMax) throws IOException {
        List<Long> ids = new ArrayList<>();
        for (byte[] frame : journal.reader().next(bytesMax)) {
            DecisionBlock block = opened(frame);
            for (int place = 0; place < block.count(); place++) {
                ids.add(block.rows()[place * DecisionRows.WIDTH + DecisionRows.CALL_ID]);
            }
        }
        return ids;
    }

    private static long last(List<byte[]> frames) {
        return opened(frames.getLast()).number();
    }

    private static DecisionBlock opened(byte[] frame) {
        try {
            return DecisionBlock.open(VAULT, frame);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException(changed);
        }
    }

    private static long[] rows(int from, int count) {
        long[] rows = new long[count * DecisionRows.WIDTH];
        for (int i = 0; i < count; i++) {
            rows[i * DecisionRows.WIDTH + DecisionRows.AT] = NOW;
            rows[i * DecisionRows.WIDTH + DecisionRows.CALL_ID] = from + i;
        }
        return rows;
    }

    private static List<Long> ids(int from, int to) {
        return LongStream.range(from, to).boxed().toList();
    }
}
