package io.jingling.learning;

import io.jingling.domain.CallRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one way to judge did to the calls of a town: whom it rejected, and how many calls of harassers got through. */
public final class Evaluation {
    private static final int FIRST_CALLS = 3;
    private static final int NEXT_CALLS = 10;
    private static final double MILLION = 1e6;

    private final Map<String, OfType> types = new TreeMap<>();
    private final Map<Number, Seen> numbers = new HashMap<>();
    private final CampaignsJudged campaigns = new CampaignsJudged();

    /** A number in the hands of one maker. */
    private record Number(long caller, Maker maker) {}

    /** What happened to a number so far. */
    private static final class Seen {
        int calls;
        int through;
        boolean wasRejected;
    }

    /** Calls of one type of maker; the arrays are of a number's calls 1 to 3, 4 to 10, and later. */
    private static final class OfType {
        long calls;
        long rejected;
        final long[] callsByAge = new long[3];
        final long[] rejectedByAge = new long[3];
        long callersAbsorbed;
        long callersRejectedAbsorbed;
        final Set<Long> callers = new HashSet<>();
        final Set<Long> callersRejected = new HashSet<>();

        void absorb(OfType other) {
            calls += other.calls;
            rejected += other.rejected;
            for (int age = 0; age < callsByAge.length; age++) {
                callsByAge[age] += other.callsByAge[age];
                rejectedByAge[age] += other.rejectedByAge[age];
            }
            callersAbsorbed += other.callers();
            callersRejectedAbsorbed += other.callersRejected();
        }

        long callers() {
            return callersAbsorbed + callers.size();
        }

        long callersRejected() {
            return callersRejectedAbsorbed + callersRejected.size();
        }
    }

    /** Takes over what was seen in another town, with makers of its own. */
    public void absorb(Evaluation other) {
        other.types.forEach((name, type) ->
                types.computeIfAbsent(name, added -> new OfType()).absorb(type));
        numbers.putAll(other.numbers);
        campaigns.absorb(other.campaigns);
    }

    /** A call, and whether it was rejected. */
    public void add(CallRecord call, Maker maker, boolean isRejected) {
        long caller = call.caller().key();
        Seen seen = numbers.computeIfAbsent(new Number(caller, maker), number -> new Seen());
        int age = seen.calls < FIRST_CALLS ? 0 : seen.calls < NEXT_CALLS ? 1 : 2;
        seen.calls++;
        seen.wasRejected |= isRejected;
        seen.through += seen.wasRejected ? 0 : 1;
        OfType type = types.computeIfAbsent(maker.type(), name -> new OfType());
        type.calls++;
        type.callsByAge[age]++;
        type.callers.add(caller);
        if (isRejected) {
            type.rejected++;
            type.rejectedByAge[age]++;
            type.callersRejected.add(caller);
        }
        if (maker.isHarassment()) {
            campaigns.add(call, maker, isRejected);
        }
    }

    /**
     * What happened to the calls of one type of maker.
     *
     * @param rejectedShare of all its calls
     * @param ofFirst of its numbers' calls 1 to 3
     * @param ofNext of calls 4 to 10
     * @param ofLater of all later ones
     * @param callers numbers
     * @param callersRejected numbers of which a call was rejected
     * @param medianThrough calls of a number that rang before its first rejected one; all of them where none was
     * @param throughP90 the same for nine in ten numbers
     * @param campaignThrough the mean over campaigns of the share of calls that rang
     */
    public record Type(
            String name,
            long calls,
            double rejectedShare,
            double ofFirst,
            double ofNext,
            double ofLater,
            long callers,
            long callersRejected,
            int medianThrough,
            int throughP90,
            double campaignThrough) {}

    /**
     * What happened to benign calls.
     *
     * @param upper bound of the share rejected, with 95 % confidence (Clopper and Pearson)
     * @param worst the type with the largest share rejected, and that share
     * @param callersAMillion numbers of which a call was rejected, for each million that called
     */
    public record Benign(
            long calls,
            long rejected,
            double share,
            double upper,
            String worst,
            double worstShare,
            double callersAMillion) {}

    /**
     * What happened to the campaigns of one type that change numbers in one way.
     *
     * @param numbers they showed
     * @param through the mean over campaigns of the share of calls that rang
     * @param throughOfHour the same of the calls of a campaign's first hour
     * @param throughOfDay the same of its first day
     * @param medianThrough calls of a number that rang before its first rejected one; all of them where none was
     * @param minutesToFirst from a campaign's first call to its first rejected one, the median of those that have one
     * @param neverRejected campaigns of which no call was rejected
     * @param numbersAThousand numbers shown for each thousand calls that rang
     */
    public record Rotated(
            String type,
            String rotation,
            int campaigns,
            long calls,
            long numbers,
            double through,
            double throughOfHour,
            double throughOfDay,
            int medianThrough,
            int minutesToFirst,
            int neverRejected,
            double numbersAThousand) {}

    /** A line for each type of harasser and each way to change numbers. */
    public List<Rotated> rotated() {
        Map<String, int[]> through = new HashMap<>();
        numbers.entrySet().stream()
                .filter(one -> one.getKey().maker().isHarassment())
                .collect(Collectors.groupingBy(
                        one -> CampaignsJudged.key(one.getKey().maker())))
                .forEach((key, some) -> through.put(
                        key,
                        some.stream()
                                .mapToInt(one -> one.getValue().through)
                                .sorted()
                                .toArray()));
        return campaigns.rotated(through);
    }

    /** The share of calls that rang, of each campaign. */
    public Map<Maker, Double> campaignShares() {
        return campaigns.shares();
    }

    public Benign benign() {
        long calls = 0;
        long rejected = 0;
        long callers = 0;
        long hit = 0;
        String worst = "";
        double worstShare = 0;
        for (Map.Entry<String, OfType> one : types.entrySet()) {
            if (isHarassment(one.getKey())) {
                continue;
            }
            OfType type = one.getValue();
            calls += type.calls;
            rejected += type.rejected;
            callers += type.callers();
            hit += type.callersRejected();
            double share = share(type.rejected, type.calls);
            if (share > worstShare) {
                worst = one.getKey();
                worstShare = share;
            }
        }
        double upper = calls == 0 ? 1 : BenignBound.upper((int) rejected, (int) calls);
        return new Benign(
                calls, rejected, share(rejected, calls), upper, worst, worstShare, MILLION * share(hit, callers));
    }

    public List<Type> types() {
        return types.entrySet().stream()
                .map(one -> type(one.getKey(), one.getValue()))
                .toList();
    }

    private Type type(String name, OfType type) {
        int[] through = numbers.entrySet().stream()
                .filter(one -> one.getKey().maker().type().equals(name))
                .mapToInt(one -> one.getValue().through)
                .sorted()
                .toArray();
        return new Type(
                name,
                type.calls,
                share(type.rejected, type.calls),
                share(type.rejectedByAge[0], type.callsByAge[0]),
                share(type.rejectedByAge[1], type.callsByAge[1]),
                share(type.rejectedByAge[2], type.callsByAge[2]),
                type.callers(),
                type.callersRejected(),
                quantile(through, 0.5),
                quantile(through, 0.9),
                campaigns.through(name));
    }

    static int quantile(int[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }

    private static boolean isHarassment(String type) {
        return new Maker("", type).isHarassment();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }
}
