package io.jingling.house.sample;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Breaks no ban, or says why at the spot. */
public final class Excused {
    private Excused() {}

    static List<Object> allowed(long seed, Instant given) {
        return List.of(
                "a".getBytes(StandardCharsets.UTF_8),
                "a".toLowerCase(Locale.ROOT),
                String.format(Locale.ROOT, "%d", 1),
                new Random(seed),
                given.plusSeconds(1));
    }

    static long excused() {
        // tidy: shows that a reason at the spot is taken.
        long above = System.nanoTime();
        return above + System.nanoTime(); // tidy: shows that one beside it is taken too.
    }
}
