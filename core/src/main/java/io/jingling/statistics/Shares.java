package io.jingling.statistics;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Shares in tenths of a percent that sum to 100.0 whatever the counts are: the largest remainders are rounded up. */
public final class Shares {
    public static final int WHOLE = 1_000;

    private Shares() {}

    /** For each count its share in tenths of a percent; all 0 where all counts are. Of equal remainders the first goes up. */
    public static int[] tenths(List<Long> counts) {
        BigInteger total = counts.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        int[] shares = new int[counts.size()];
        if (total.signum() == 0) {
            return shares;
        }
        BigInteger[] remainders = new BigInteger[shares.length];
        int given = 0;
        for (int i = 0; i < shares.length; i++) {
            BigInteger[] parts = BigInteger.valueOf(counts.get(i))
                    .multiply(BigInteger.valueOf(WHOLE))
                    .divideAndRemainder(total);
            shares[i] = parts[0].intValueExact();
            remainders[i] = parts[1];
            given += shares[i];
        }
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(WHOLE - given)
                .forEach(i -> shares[i]++);
        return shares;
    }

    /** 321 is 32.1. */
    public static String percent(int tenths) {
        return String.format(
                Locale.ROOT, "%s%d.%d", tenths < 0 ? "-" : "", Math.abs(tenths) / 10, Math.abs(tenths) % 10);
    }
}
