package io.jingling.complaints;

import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The open cases, as far as it takes to find the one that a report belongs to: of the same caller within a week, or of the
 * same campaign within three days, about the same or where one does not say, and where both have a text, alike.
 *
 * <p>Reports of a batch are placed in a {@link Draft}, which becomes true once they are durable. One thread at a time.
 */
public final class Docket {
    public static final Duration OF_ONE_CALLER = Duration.ofDays(7);
    public static final Duration OF_ONE_CAMPAIGN = Duration.ofDays(3);
    /** Pairs of letters in common; texts of one script have more than half. */
    static final double ALIKE = 0.25;
    /** Of the same caller a text may differ: people tell the same call in other words. */
    static final double ALIKE_OF_ONE_CALLER = 0.02;

    /** How many cases are remembered; where there are more the oldest is, and gets no further reports. */
    public static final int CASES_MAX = 1 << 20;

    private final Map<CaseNumber, Open> cases = new LinkedHashMap<>();
    private final Map<PhoneNumber, Set<CaseNumber>> byCaller = new HashMap<>();
    private final Map<String, Set<CaseNumber>> byCampaign = new HashMap<>();

    private record Open(
            CaseNumber number,
            PhoneNumber caller,
            Optional<String> campaign,
            Optional<Category> category,
            Instant last,
            TextSketch text) {
        private static Open of(CaseNumber number, Report report, Optional<String> campaign) {
            return new Open(
                    number,
                    report.about().number(),
                    campaign,
                    report.topic().category(),
                    report.when().at(),
                    TextSketch.of(report.said().description()));
        }

        private Open and(Open further) {
            return new Open(
                    number,
                    caller,
                    campaign.or(further::campaign),
                    category.or(further::category),
                    last.isAfter(further.last) ? last : further.last,
                    text.isNothing() ? further.text : text);
        }

        private boolean takes(Open further) {
            boolean isOfCaller = caller.isKnown() && caller.equals(further.caller);
            Duration near = isOfCaller ? OF_ONE_CALLER : OF_ONE_CAMPAIGN;
            double alike = isOfCaller ? ALIKE_OF_ONE_CALLER : ALIKE;
            boolean isNear = Duration.between(last, further.last).abs().compareTo(near) <= 0;
            boolean isSameTopic = category.isEmpty() || further.category.isEmpty() || category.equals(further.category);
            boolean hasTexts = !text.isNothing() && !further.text.isNothing();
            return isNear && isSameTopic && (!hasTexts || text.likeness(further.text) >= alike);
        }
    }

    /** Reports that are about to be kept. */
    public final class Draft {
        private final Map<CaseNumber, Open> fresh = new LinkedHashMap<>();

        private Draft() {}

        /**
         * The case that a report joins; empty where it opens one of its own.
         *
         * @param campaign which one its caller belongs to, where that is known
         * @param mayJoin whether a case that fits takes it
         */
        public Optional<CaseNumber> placeOf(Report report, Optional<String> campaign, Predicate<CaseNumber> mayJoin) {
            Open further = Open.of(NONE, report, campaign);
            return candidates(further)
                    .filter(one -> one.takes(further))
                    .map(Open::number)
                    .filter(mayJoin)
                    .findFirst();
        }

        /** Those of the caller before those of the campaign, later ones first. */
        private Stream<Open> candidates(Open further) {
            List<Open> newest = List.copyOf(fresh.values()).reversed();
            Stream<Open> ofCaller = further.caller.isKnown()
                    ? Stream.concat(
                            newest.stream().filter(one -> one.caller.equals(further.caller)),
                            kept(byCaller.getOrDefault(further.caller, Set.of())))
                    : Stream.empty();
            Stream<Open> ofCampaign = further.campaign.stream()
                    .flatMap(campaign -> Stream.concat(
                            newest.stream().filter(one -> one.campaign.equals(further.campaign)),
                            kept(byCampaign.getOrDefault(campaign, Set.of()))));
            return Stream.concat(ofCaller, ofCampaign);
        }

        private Stream<Open> kept(Set<CaseNumber> numbers) {
            return List.copyOf(numbers).reversed().stream()
                    .filter(number -> !fresh.containsKey(number))
                    .map(cases::get);
        }

        /** The report is of that case, new or not. */
        public void put(CaseNumber number, Report report, Optional<String> campaign) {
            Open further = Open.of(number, report, campaign);
            Optional<Open> before =
                    Optional.ofNullable(fresh.get(number)).or(() -> Optional.ofNullable(cases.get(number)));
            fresh.put(number, before.map(one -> one.and(further)).orElse(further));
        }

        /** All of it is durable. */
        public void keep() {
            fresh.values().forEach(Docket.this::keep);
            fresh.clear();
        }
    }

    private static final CaseNumber NONE = new CaseNumber("0".repeat(19));

    public Draft draft() {
        return new Draft();
    }

    /** It gets no further reports. */
    public void close(CaseNumber number) {
        Optional.ofNullable(cases.remove(number)).ifPresent(this::forget);
    }

    public int size() {
        return cases.size();
    }

    private void keep(Open open) {
        Optional.ofNullable(cases.put(open.number, open)).ifPresent(this::forget);
        if (open.caller.isKnown()) {
            byCaller.computeIfAbsent(open.caller, caller -> new LinkedHashSet<>())
                    .add(open.number);
        }
        open.campaign.ifPresent(campaign -> byCampaign
                .computeIfAbsent(campaign, one -> new LinkedHashSet<>())
                .add(open.number));
        if (cases.size() > CASES_MAX) {
            close(cases.keySet().iterator().next());
        }
    }

    private void forget(Open open) {
        without(byCaller, open.caller, open.number);
        open.campaign.ifPresent(campaign -> without(byCampaign, campaign, open.number));
    }

    private static <K> void without(Map<K, Set<CaseNumber>> index, K key, CaseNumber number) {
        index.computeIfPresent(key, (same, numbers) -> {
            numbers.remove(number);
            return numbers.isEmpty() ? null : numbers;
        });
    }
}
