package io.jingling.complaints;

import io.jingling.complaints.Vote.Contact;
import io.jingling.complaints.Weighed.Doubt;
import io.jingling.domain.Category;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Weighs the votes on one number at one time. */
final class Weighing {
    /** So much they count at most together who were not right twice. */
    static final int NEWCOMERS_MAX = 4;
    /** The same in a burst. */
    static final int IN_A_BURST_MAX = 1;
    /** So many newcomers within {@link #BURST} are one. */
    static final int BURST_MIN = 8;

    static final Duration BURST = Duration.ofHours(1);
    /** Of more the latest are looked at. */
    static final int PROVEN_MAX = 128;

    private static final double LEFT_OF_DOUBT = 0.75;

    private final Reporters reporters;
    private final Instant now;
    private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);

    /** What is known of people who report. */
    interface Reporters {
        Credit creditOf(ReporterId who);

        /** Whether two of them act together. */
        boolean areTied(Vote one, Vote another);
    }

    Weighing(Reporters reporters, Instant now) {
        this.reporters = reporters;
        this.now = now;
    }

    /** @param votes of one number, one a person */
    Weighed of(List<Vote> votes) {
        List<Vote> counted = votes.stream().filter(this::counts).toList();
        List<Vote> proven = counted.stream()
                .filter(vote -> reporters.creditOf(vote.by()).isProven())
                .sorted(LATEST)
                .limit(PROVEN_MAX)
                .toList();
        List<Vote> newcomers = counted.stream()
                .filter(vote -> !reporters.creditOf(vote.by()).isProven())
                .toList();
        List<List<Vote>> groups = groups(proven);
        int most = mostOf(newcomers);
        double weight = rounded(groups.stream().mapToDouble(this::heaviest).sum()
                + Math.min(most, newcomers.stream().mapToDouble(this::weight).sum()));
        int independent = groups.size() + Math.min(most, newcomers.size());
        int score = (int) Math.round(100 * (1 - Math.pow(LEFT_OF_DOUBT, weight)));
        return new Weighed(votes.size(), independent, weight, score, category(counted), false, doubts);
    }

    /** In whatever order it was summed. */
    private static double rounded(double weight) {
        return Math.round(weight * 1e6) / 1e6;
    }

    private static final Comparator<Vote> LATEST = Comparator.comparing(Vote::at)
            .reversed()
            .thenComparing(vote -> vote.by().id());

    private boolean counts(Vote vote) {
        if (vote.contact() == Contact.ACQUAINTED) {
            doubts.add(Doubt.ACQUAINTED);
            return false;
        }
        return weight(vote) > 0;
    }

    private double weight(Vote vote) {
        return reporters.creditOf(vote.by()).weight() * freshness(vote);
    }

    private double freshness(Vote vote) {
        if (!now.isBefore(vote.at().plus(Trust.FORGOTTEN))) {
            return 0;
        }
        return now.isBefore(vote.at().plus(Trust.ONE_VOTE)) ? 1 : 0.5;
    }

    private double heaviest(List<Vote> group) {
        return group.stream().mapToDouble(this::weight).max().orElse(0);
    }

    private int mostOf(List<Vote> newcomers) {
        if (isBurst(newcomers)) {
            doubts.add(Doubt.BURST);
            return IN_A_BURST_MAX;
        }
        if (newcomers.size() > NEWCOMERS_MAX) {
            doubts.add(Doubt.NEWCOMERS);
        }
        return NEWCOMERS_MAX;
    }

    /** Whether so many come within an hour, most of whom the number is not known to have called. */
    private static boolean isBurst(List<Vote> newcomers) {
        List<Vote> inTime =
                newcomers.stream().sorted(Comparator.comparing(Vote::at)).toList();
        int first = 0;
        int called = 0;
        for (int last = 0; last < inTime.size(); last++) {
            called += isCalled(inTime.get(last));
            while (inTime.get(first).at().plus(BURST).isBefore(inTime.get(last).at())) {
                called -= isCalled(inTime.get(first));
                first++;
            }
            int count = last - first + 1;
            if (count >= BURST_MIN && 2 * called < count) {
                return true;
            }
        }
        return false;
    }

    private static int isCalled(Vote vote) {
        return vote.contact() == Contact.CALLED ? 1 : 0;
    }

    /** People who act together, directly or through others. */
    private List<List<Vote>> groups(List<Vote> votes) {
        List<List<Vote>> groups = new ArrayList<>();
        for (Vote vote : votes) {
            List<Vote> joined = new ArrayList<>(List.of(vote));
            List<List<Vote>> tied = groups.stream()
                    .filter(group -> group.stream().anyMatch(one -> reporters.areTied(one, vote)))
                    .toList();
            tied.forEach(joined::addAll);
            groups.removeAll(tied);
            groups.add(joined);
        }
        if (groups.size() < votes.size()) {
            doubts.add(Doubt.TIED);
        }
        return groups;
    }

    /** What counts most; of those that count the same the first of the form. */
    private Optional<Category> category(List<Vote> votes) {
        Map<Category, Double> sums = new EnumMap<>(Category.class);
        votes.forEach(vote -> vote.category().ifPresent(category -> sums.merge(category, weight(vote), Double::sum)));
        return sums.entrySet().stream()
                .reduce((one, another) -> another.getValue() > one.getValue() ? another : one)
                .map(Map.Entry::getKey);
    }
}
