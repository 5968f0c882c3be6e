package io.jingling.http.console;

import io.jingling.domain.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * How often an action was decided.
 *
 * @param action the action's word, which is also its style
 * @param name the same for people
 * @param count how often
 * @param percent {@code 12.5%}; a dash where there were no calls at all
 * @param from where its part of the bar begins, of 1,000
 * @param width how wide its part is, of 1,000
 */
record Share(String action, String name, String count, String percent, long from, long width) {
    private static final int BAR = 1_000;

    /** One for each action, in their order. */
    static List<Share> of(ToLongFunction<Action> counts, Words words) {
        long all = 0;
        for (Action action : Action.values()) {
            all += counts.applyAsLong(action);
        }
        List<Share> shares = new ArrayList<>();
        long before = 0;
        for (Action action : Action.values()) {
            long count = counts.applyAsLong(action);
            long from = part(before, all);
            before += count;
            shares.add(new Share(
                    action.word(),
                    words.of(action),
                    Figures.number(count),
                    all == 0 ? "–" : String.format(Locale.ROOT, "%.1f%%", 100.0 * count / all),
                    from,
                    part(before, all) - from));
        }
        return List.copyOf(shares);
    }

    private static long part(long count, long all) {
        return all == 0 ? 0 : Math.round((double) count * BAR / all);
    }
}
