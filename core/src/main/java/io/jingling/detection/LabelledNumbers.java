package io.jingling.detection;

import io.jingling.detection.Votes.Vote;
import io.jingling.domain.Category;
import io.jingling.domain.Label;
import io.jingling.domain.Label.Claim;
import io.jingling.domain.Label.Source;
import io.jingling.domain.PhoneNumber;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is to be learned of each number that people spoke of: a pure function of their labels. */
public final class LabelledNumbers {
    static final double OFFICER = 10;
    static final double IMPORTED = 1;
    static final double WEAK = 0.1;
    static final double WEAK_MAX = 1;
    /** So many weak labels of a number count, and no more. */
    public static final int WEAK_COUNT_MAX = 10;
    /** Less is no difference but a rounding. */
    private static final double LEAST = 1e-6;

    private LabelledNumbers() {}

    /**
     * What is held of a number.
     *
     * @param claim what most speaks for; where that is as much, the milder
     * @param category what most of those say who say harassment
     * @param weight how much more speaks for it than against, above 0
     */
    public record Held(Claim claim, Optional<Category> category, double weight) {
        public boolean isHarassment() {
            return claim == Claim.HARASSMENT;
        }
    }

    /**
     * @param callers who made a call, by its id; a label of a call that is not known counts for nothing
     * @return without numbers of which as much speaks for as against
     */
    public static Map<PhoneNumber, Held> of(Collection<Label> labels, Function<String, Optional<PhoneNumber>> callers) {
        Map<PhoneNumber, List<Vote>> votes = Votes.of(labels, callers);
        Reporters reporters = Reporters.of(votes.values());
        Map<PhoneNumber, Held> held = new HashMap<>();
        votes.forEach((number, ofNumber) -> held(ofNumber, reporters).ifPresent(one -> held.put(number, one)));
        return held;
    }

    private static Optional<Held> held(List<Vote> votes, Reporters reporters) {
        Map<Claim, Double> sums = new EnumMap<>(Claim.class);
        Map<Category, Double> categories = new EnumMap<>(Category.class);
        double weak = 0;
        for (Vote vote : votes) {
            double weight =
                    switch (vote.by().source()) {
                        case REPORTER -> reporters.weight(vote.by().who());
                        case IMPORTED -> IMPORTED;
                        case WEAK -> Math.min(WEAK, WEAK_MAX - weak);
                        case OFFICER -> 0;
                    };
            weak += vote.by().source() == Source.WEAK ? weight : 0;
            add(vote, weight, sums, categories);
        }
        // Officers may change their minds: the last one decides.
        Reporters.lastOfOfficers(votes).ifPresent(vote -> add(vote, OFFICER, sums, categories));
        return held(sums, categories);
    }

    private static void add(Vote vote, double weight, Map<Claim, Double> sums, Map<Category, Double> categories) {
        sums.merge(vote.claim(), weight, Double::sum);
        if (vote.claim() == Claim.HARASSMENT) {
            vote.category().ifPresent(category -> categories.merge(category, weight, Double::sum));
        }
    }

    private static Optional<Held> held(Map<Claim, Double> sums, Map<Category, Double> categories) {
        Claim most = Claim.BENIGN;
        double all = 0;
        for (Claim claim : List.of(Claim.BENIGN, Claim.LEGIT_TRADE, Claim.HARASSMENT)) {
            double sum = sums.getOrDefault(claim, 0.0);
            all += sum;
            most = sum > sums.getOrDefault(most, 0.0) ? claim : most;
        }
        double weight = 2 * sums.getOrDefault(most, 0.0) - all;
        Optional<Category> category =
                categories.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        return weight > LEAST
                ? Optional.of(new Held(most, most == Claim.HARASSMENT ? category : Optional.empty(), weight))
                : Optional.empty();
    }
}
