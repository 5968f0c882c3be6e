package io.jingling.learner;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The mean of a figure, and its standard deviation where it was measured more than once, for a table. */
final class MeanAndSpread {
    private MeanAndSpread() {}

    static <T> String of(List<T> measured, ToDoubleFunction<T> figure) {
        double mean = measured.stream().mapToDouble(figure).average().orElse(0);
        double squares = measured.stream()
                .mapToDouble(figure)
                .map(x -> (x - mean) * (x - mean))
                .sum();
        return measured.size() < 2
                ? String.format(Locale.ROOT, "%.4f", mean)
                : String.format(Locale.ROOT, "%.4f ± %.4f", mean, Math.sqrt(squares / (measured.size() - 1)));
    }
}
