package io.jingling.learning;

import io.jingling.detection.Change;
import io.jingling.detection.Detection;
import io.jingling.detection.Linking;
import io.jingling.detection.Sighting;
import io.jingling.domain.Action;
import io.jingling.domain.CallRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** How well numbers were put together into campaigns, and how often a benign call was taken for a campaign's. */
public final class LinkEvaluation {
    private static final Change.Kind LEFT = Change.Kind.LEFT;

    private final Linking.Limits limits;
    private final Map<Number, Long> campaigns = new LinkedHashMap<>();
    private final Map<Long, Long> mergedInto = new HashMap<>();
    private final Set<Long> named = new HashSet<>();
    private int towns;
    private long benignCalls;
    private long wronglyWeak;
    private long wronglyStrong;

    /** A number in the hands of one maker. */
    private record Number(long caller, Maker maker) {}

    /** @param limits of the model that links */
    public LinkEvaluation(Linking.Limits limits) {
        this.limits = limits;
    }

    /** Is told of another town's calls, where the same campaign id is another campaign. */
    public Town town(Function<CallRecord, Maker> truth) {
        return new Town((long) ++towns << Integer.SIZE, truth);
    }

    /** Takes over what was seen in other towns. */
    public void absorb(LinkEvaluation other) {
        long shift = (long) towns << Integer.SIZE;
        other.campaigns.forEach((number, campaign) -> campaigns.put(number, campaign == 0 ? 0 : shift + campaign));
        other.mergedInto.forEach((from, into) -> mergedInto.put(shift + from, shift + into));
        other.named.forEach(campaign -> named.add(shift + campaign));
        towns += other.towns;
        benignCalls += other.benignCalls;
        wronglyWeak += other.wronglyWeak;
        wronglyStrong += other.wronglyStrong;
    }

    /** Listens to one town. */
    public final class Town implements Detection.Listener {
        private final long first;
        private final Function<CallRecord, Maker> truth;

        private Town(long first, Function<CallRecord, Maker> truth) {
            this.first = first;
            this.truth = truth;
        }

        @Override
        public void rings(Sighting seen) {
            rings(seen, Action.PASS);
        }

        /** A call begins to ring, and this was made of it. */
        public void rings(Sighting seen, Action action) {
            Maker maker = truth.apply(seen.call());
            boolean isLinked = seen.campaign() != 0;
            if (!maker.isHarassment()) {
                boolean isStrong = seen.link() >= limits.strong() || action.compareTo(Action.LABEL) > 0;
                benignCalls++;
                wronglyWeak += isLinked ? 1 : 0;
                wronglyStrong += isLinked && isStrong ? 1 : 0;
            }
            Number number = new Number(seen.call().caller().key(), maker);
            if (isLinked) {
                campaigns.put(number, first + seen.campaign());
                named.add(first + seen.campaign());
            } else if (maker.isHarassment()) {
                campaigns.putIfAbsent(number, 0L);
            }
        }

        @Override
        public void changed(CallRecord call, Change change) {
            Number number = new Number(call.caller().key(), truth.apply(call));
            if (change.kind() == Change.Kind.MERGED) {
                mergedInto.put(first + change.other(), first + change.campaign());
            }
            campaigns.put(number, change.kind() == LEFT ? 0 : first + change.campaign());
        }

        @Override
        public void late(CallRecord call) {
            benignCalls += truth.apply(call).isHarassment() ? 0 : 1;
        }
    }

    /**
     * What came of it. A number belongs to the campaign that it was last seen in, by whatever that turned out to be; a
     * number that was seen in none, or in a group that was never called a campaign, belongs with no other.
     *
     * @param numbers harassing ones
     * @param pairPrecision of all pairs of harassing numbers in one campaign, those whose numbers have the same maker
     * @param pairRecall of all pairs of harassing numbers of the same maker, those in one campaign
     * @param groups of harassing numbers, and of benign ones in campaigns with others, where they do not belong
     * @param benignNumbers in campaigns with others
     * @param benignCalls all
     * @param wronglyWeak share of benign calls that were taken for a campaign's
     * @param wronglyStrong of benign calls, the same where the link was strong or the call was not only labelled
     */
    public record Links(
            int numbers,
            double pairPrecision,
            double pairRecall,
            BCubed groups,
            int benignNumbers,
            long benignCalls,
            double wronglyWeak,
            double wronglyStrong) {}

    /** @throws IllegalArgumentException where no harasser called */
    public Links links() {
        Set<Long> known = new HashSet<>();
        named.forEach(campaign -> known.add(now(campaign)));
        Map<Number, Object> groups = new LinkedHashMap<>();
        campaigns.forEach((number, campaign) ->
                groups.put(number, known.contains(now(campaign)) ? (Object) now(campaign) : number));
        Map<Object, Integer> members = new HashMap<>();
        groups.forEach((number, group) -> members.merge(group, 1, Integer::sum));
        List<Object> found = new ArrayList<>();
        List<Object> truth = new ArrayList<>();
        Map<Object, Integer> ofFound = new HashMap<>();
        Map<Object, Integer> ofTruth = new HashMap<>();
        Map<Object, Integer> ofBoth = new HashMap<>();
        groups.forEach((number, group) -> {
            String maker = number.maker().group();
            if (number.maker().isHarassment()) {
                found.add(group);
                truth.add(maker);
                ofFound.merge(group, 1, Integer::sum);
                ofTruth.merge(maker, 1, Integer::sum);
                ofBoth.merge(List.of(group, maker), 1, Integer::sum);
            } else if (members.get(group) > 1) {
                found.add(group);
                truth.add(number);
            }
        });
        int harassing = ofTruth.values().stream().mapToInt(Integer::intValue).sum();
        double right = pairs(ofBoth);
        return new Links(
                harassing,
                ratio(right, pairs(ofFound)),
                ratio(right, pairs(ofTruth)),
                BCubed.of(found, truth),
                found.size() - harassing,
                benignCalls,
                ratio(wronglyWeak, benignCalls),
                ratio(wronglyStrong, benignCalls));
    }

    /** What a campaign turned out to be. */
    private long now(long campaign) {
        long found = campaign;
        // Bounded: what was merged into another is never merged into again, so that there is no circle.
        for (int i = 0; i < mergedInto.size() && mergedInto.containsKey(found); i++) {
            found = mergedInto.get(found);
        }
        return found;
    }

    private static double pairs(Map<?, Integer> groups) {
        return groups.values().stream()
                .mapToDouble(size -> size * (size - 1.0) / 2)
                .sum();
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
