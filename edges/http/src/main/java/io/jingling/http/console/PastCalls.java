package io.jingling.http.console;

import io.jingling.platform.DecisionHistory;
import io.jingling.platform.DecisionHistory.PastDecision;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The calls that a search asks for.
 *
 * @param history answers, or fails with a {@link io.jingling.platform.StoreFailure}
 */
record PastCalls(DecisionHistory history) {
    static final int CALLS_MAX = 200;

    /** The newest first; one more than {@link #CALLS_MAX} where there are more. */
    List<PastDecision> of(Search search) {
        int limit = CALLS_MAX + 1;
        Stream<PastDecision> asCaller = search.side() == Search.Side.CALLEE
                ? Stream.empty()
                : history.ofCaller(search.number(), search.from(), search.to(), limit).stream();
        Stream<PastDecision> asCallee = search.side() == Search.Side.CALLER
                ? Stream.empty()
                : history.ofCallee(search.number(), search.from(), search.to(), limit).stream();
        return Stream.concat(asCaller, asCallee)
                .sorted(Comparator.comparing(PastDecision::at)
                        .thenComparing(PastDecision::id)
                        .reversed())
                .distinct()
                .limit(limit)
                .toList();
    }
}
