package io.jingling.learning;

import io.jingling.domain.CallRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one way to judge did to the calls of a town: whom it rejected, and how many calls of harassers got through. */
public final class Evaluation {
    private static final int FIRST_CALLS = 3;
    private static final int NEXT_CALLS = 10;
    private static final double MILLION = 1e6;

    private final Map<String, OfType> types = new TreeMap<>();
    private final Map<Number, Seen> numbers = new HashMap<>();
    private final Map<String, OfCampaign> campaigns = new TreeMap<>();

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
        final Set<Long> callers = new HashSet<>();
        final Set<Long> callersRejected = new HashSet<>();
    }

    private static final class OfCampaign {
        String type = "";
        long calls;
        long through;
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
            OfCampaign campaign = campaigns.computeIfAbsent(maker.group(), name -> new OfCampaign());
            campaign.type = maker.type();
            campaign.calls++;
            campaign.through += isRejected ? 0 : 1;
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
            callers += type.callers.size();
            hit += type.callersRejected.size();
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

    /** The share of each campaign's calls that rang. */
    public SortedMap<String, Double> throughOfCampaigns() {
        SortedMap<String, Double> shares = new TreeMap<>();
        campaigns.forEach((name, campaign) -> shares.put(name, share(campaign.through, campaign.calls)));
        return shares;
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
        double ofCampaigns = campaigns.values().stream()
                .filter(campaign -> campaign.type.equals(name))
                .mapToDouble(campaign -> share(campaign.through, campaign.calls))
                .average()
                .orElse(1);
        return new Type(
                name,
                type.calls,
                share(type.rejected, type.calls),
                share(type.rejectedByAge[0], type.callsByAge[0]),
                share(type.rejectedByAge[1], type.callsByAge[1]),
                share(type.rejectedByAge[2], type.callsByAge[2]),
                type.callers.size(),
                type.callersRejected.size(),
                quantile(through, 0.5),
                quantile(through, 0.9),
                ofCampaigns);
    }

    private static int quantile(int[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }

    private static boolean isHarassment(String type) {
        return new Maker("", type).isHarassment();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }
}
