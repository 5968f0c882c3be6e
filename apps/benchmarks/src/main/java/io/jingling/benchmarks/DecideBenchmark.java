package io.jingling.benchmarks;

import io.jingling.domain.CallAttempt;
import io.jingling.screening.Policy;
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

/**
 * Deciding a call, one thread, numbers in random order so that the caches do not help.
 *
 * <p>Each size is {@code callers with a standing / subscribers}. {@code heldBytes} is printed at set-up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DecideBenchmark {
    private static final int CALLS = 1 << 22;

    @Param({"1000000/1000000", "10000000/10000000", "100000000/10000000", "100000000/540000000"})
    private String size;

    private Country country;
    private CallAttempt[] calls;
    private int next;

    @Setup
    public void fill() {
        String[] parts = size.split("/");
        country = new Country(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        calls = country.calls(CALLS);
        System.out.printf(
                "%n# heldBytes %s standings=%,d wishes=%,d%n", size, country.standings.bytes(), country.wishes.bytes());
    }

    /** The decision as 64 bits, as the SIP edge and the log take it. */
    @Benchmark
    public long verdict() {
        return country.screening.verdict(calls[next++ & CALLS - 1], Policy.STANDARD);
    }

    /** The decision as a record, acted on. */
    @Benchmark
    public boolean decide() {
        return country.screening
                .decide(calls[next++ & CALLS - 1], Policy.STANDARD, 1)
                .action()
                .rings();
    }
}
