package io.jingling.detection;

import io.jingling.domain.Category;
import io.jingling.domain.Label;
import io.jingling.domain.Label.About;
import io.jingling.domain.Label.By;
import io.jingling.domain.Label.Claim;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is left of labels when each person has one vote a number in 30 days, and what was withdrawn is gone.
 *
 * <p>A person's first label of a number opens a vote; what the same one says of it within 30 days changes that vote; what
 * is said later is another. The order of the labels does not matter, only their times.
 */
final class Votes {
    static final Duration ONE_VOTE = Duration.ofDays(30);

    private static final Comparator<Vote> IN_TIME = Comparator.comparing(Vote::at)
            .thenComparing(Vote::claim)
            .thenComparing(vote -> vote.category().map(Category::ordinal).orElse(-1));

    private Votes() {}

    /** A label of a number. */
    record Vote(PhoneNumber number, By by, Claim claim, Optional<Category> category, Instant at) {
        private Vote saidAgain(Vote later) {
            return new Vote(number, by, later.claim, later.category, at);
        }
    }

    private record Voter(PhoneNumber number, By by) {}

    /**
     * @param callers who made a call, by its id; a label of a call that is not known counts for nothing
     * @return by number, the votes of each in order of time
     */
    static Map<PhoneNumber, List<Vote>> of(Collection<Label> labels, Function<String, Optional<PhoneNumber>> callers) {
        Map<Voter, List<Vote>> said = new HashMap<>();
        for (Label label : labels) {
            number(label.about(), callers)
                    .map(number -> new Vote(number, label.by(), label.claim(), label.category(), label.at()))
                    .ifPresent(vote -> said.computeIfAbsent(
                                    new Voter(vote.number(), vote.by()), voter -> new ArrayList<>())
                            .add(vote));
        }
        Map<PhoneNumber, List<Vote>> votes = new HashMap<>();
        said.forEach((voter, all) -> votes.computeIfAbsent(voter.number(), number -> new ArrayList<>())
                .addAll(ofOne(all)));
        votes.values().removeIf(List::isEmpty);
        votes.values()
                .forEach(list -> list.sort(IN_TIME.thenComparing(
                        Vote::by, Comparator.comparing(By::source).thenComparing(By::who))));
        return votes;
    }

    private static Optional<PhoneNumber> number(About about, Function<String, Optional<PhoneNumber>> callers) {
        return switch (about) {
            case About.OfNumber(PhoneNumber number) -> Optional.of(number);
            case About.OfCall(String callId) -> callers.apply(callId).filter(PhoneNumber::isKnown);
        };
    }

    private static List<Vote> ofOne(List<Vote> said) {
        List<Vote> votes = new ArrayList<>();
        for (Vote vote : said.stream().sorted(IN_TIME).toList()) {
            if (vote.claim() == Claim.WITHDRAWN) {
                votes.clear();
            } else if (!votes.isEmpty()
                    && vote.at().isBefore(votes.getLast().at().plus(ONE_VOTE))) {
                votes.add(votes.removeLast().saidAgain(vote));
            } else {
                votes.add(vote);
            }
        }
        return votes;
    }
}
