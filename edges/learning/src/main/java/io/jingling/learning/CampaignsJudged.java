package io.jingling.learning;

import io.jingling.domain.CallRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one way to judge did to campaigns, by their kind and by how they change numbers. */
final class CampaignsJudged {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long DAY_MILLIS = 24 * HOUR_MILLIS;
    private static final double MINUTE_MILLIS = 60_000;
    private static final double THOUSAND = 1000;
    /** How the simulator names campaigns: kind, rotation, number. */
    private static final Pattern ROTATION =
            Pattern.compile("(none|every-\\d+|daily|health|pool|neighbour-\\d+|spoof)-\\d+$");

    private final Map<Maker, Campaign> campaigns = new TreeMap<>((one, other) -> {
        int byType = one.type().compareTo(other.type());
        return byType != 0 ? byType : one.group().compareTo(other.group());
    });

    /** What happened to one campaign. */
    private static final class Campaign {
        long first;
        long firstRejected = -1;
        long calls;
        long through;
        long callsOfHour;
        long throughOfHour;
        long callsOfDay;
        long throughOfDay;
        final Set<Long> numbers = new HashSet<>();

        double share() {
            return through / (double) calls;
        }
    }

    void add(CallRecord call, Maker maker, boolean isRejected) {
        long now = call.start().toEpochMilli();
        Campaign campaign = campaigns.computeIfAbsent(maker, made -> {
            Campaign begun = new Campaign();
            begun.first = now;
            return begun;
        });
        int through = isRejected ? 0 : 1;
        campaign.calls++;
        campaign.through += through;
        campaign.numbers.add(call.caller().key());
        if (now - campaign.first < HOUR_MILLIS) {
            campaign.callsOfHour++;
            campaign.throughOfHour += through;
        }
        if (now - campaign.first < DAY_MILLIS) {
            campaign.callsOfDay++;
            campaign.throughOfDay += through;
        }
        if (isRejected && campaign.firstRejected < 0) {
            campaign.firstRejected = now;
        }
    }

    /** Takes over what happened to other campaigns. */
    void absorb(CampaignsJudged other) {
        campaigns.putAll(other.campaigns);
    }

    /** How a campaign changes its numbers, as its name says; empty where it does not. */
    static String rotation(Maker maker) {
        Matcher found = ROTATION.matcher(maker.group());
        return found.find() ? found.group(1) : "";
    }

    /** The share of calls that rang, of each campaign, by its maker. */
    Map<Maker, Double> shares() {
        Map<Maker, Double> all =
                new TreeMap<>((one, other) -> (one.type() + one.group()).compareTo(other.type() + other.group()));
        campaigns.forEach((maker, campaign) -> all.put(maker, campaign.share()));
        return all;
    }

    /** The mean over campaigns of a type of the share of calls that rang; 1 where there is none. */
    double through(String type) {
        return campaigns.entrySet().stream()
                .filter(one -> one.getKey().type().equals(type))
                .mapToDouble(one -> one.getValue().share())
                .average()
                .orElse(1);
    }

    /**
     * A line for each type and rotation.
     *
     * @param throughNumbers how many calls of each number rang before its first was rejected, sorted, by type and rotation
     */
    List<Evaluation.Rotated> rotated(Map<String, int[]> throughNumbers) {
        Map<String, List<Map.Entry<Maker, Campaign>>> groups = new TreeMap<>();
        campaigns.entrySet().forEach(one -> groups.computeIfAbsent(key(one.getKey()), key -> new ArrayList<>())
                .add(one));
        return groups.entrySet().stream()
                .map(one -> rotated(one.getValue(), throughNumbers.getOrDefault(one.getKey(), new int[0])))
                .toList();
    }

    static String key(Maker maker) {
        return maker.type() + " " + rotation(maker);
    }

    private static Evaluation.Rotated rotated(List<Map.Entry<Maker, Campaign>> some, int[] throughNumbers) {
        Maker any = some.getFirst().getKey();
        List<Campaign> all = some.stream().map(Map.Entry::getValue).toList();
        long through = all.stream().mapToLong(one -> one.through).sum();
        long numbers = all.stream().mapToLong(one -> one.numbers.size()).sum();
        int[] minutes = all.stream()
                .filter(one -> one.firstRejected >= 0)
                .mapToInt(one -> (int) ((one.firstRejected - one.first) / MINUTE_MILLIS))
                .sorted()
                .toArray();
        return new Evaluation.Rotated(
                any.type(),
                rotation(any),
                all.size(),
                all.stream().mapToLong(one -> one.calls).sum(),
                numbers,
                all.stream().mapToDouble(Campaign::share).average().orElse(1),
                all.stream()
                        .mapToDouble(one -> one.throughOfHour / (double) one.callsOfHour)
                        .average()
                        .orElse(1),
                all.stream()
                        .mapToDouble(one -> one.throughOfDay / (double) one.callsOfDay)
                        .average()
                        .orElse(1),
                Evaluation.quantile(throughNumbers, 0.5),
                Evaluation.quantile(minutes, 0.5),
                all.size() - minutes.length,
                THOUSAND * numbers / Math.max(1, through));
    }
}
