package io.jingling.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The machine's limit beside {@link DecideBenchmark}: random reads in as much memory, and nothing else. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MemoryBenchmark {
    private static final int PART = 1 << 27;

    /** Gigabytes read at random. */
    @Param({"11"})
    private int gigabytes;

    private long[][] memory;
    private long state = 88172645463325252L;
    private long chain = 1;

    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(1);
        memory = new long[gigabytes][PART];
        for (long[] part : memory) {
            for (int i = 0; i < PART; i++) {
                part[i] = random.nextLong();
            }
        }
    }

    /** Three reads that do not wait for one another. */
    @Benchmark
    public long threeIndependentReads() {
        return read(step()) + read(step()) + read(step());
    }

    /** One read whose place is known only from the read before. */
    @Benchmark
    public long dependentRead() {
        chain = read(chain ^ state++);
        return chain;
    }

    private long step() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return state;
    }

    private long read(long where) {
        int part = (int) Math.unsignedMultiplyHigh(where, gigabytes);
        return memory[part][(int) where & PART - 1];
    }
}
