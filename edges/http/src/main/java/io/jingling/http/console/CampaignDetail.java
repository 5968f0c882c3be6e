package io.jingling.http.console;

import io.jingling.detection.CampaignView;
import io.jingling.detection.Change;
import io.jingling.domain.Action;
import io.jingling.domain.Decision;
import io.jingling.domain.Evidence;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.DecisionHistory.PastDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A campaign with all that is shown of it.
 *
 * @param numbers its numbers in the order in which they appeared; the plot is drawn from them
 * @param hours calls by the hour without a gap
 * @param events the latest first
 * @param areNumbersCut true where there are more than are shown
 * @param areEventsCut the same
 */
record CampaignDetail(
        CampaignHead head,
        List<Number> numbers,
        List<Hour> hours,
        List<Event> events,
        boolean areNumbersCut,
        boolean areEventsCut) {
    static final int NUMBERS_MAX = 120;
    private static final int EVENTS_MAX = 60;
    /* What a suspicion's score says that a model would do; see the platform's Suspect. */
    private static final int REJECTS = 90;
    private static final int CHALLENGES = 80;
    private static final int LABELS = 70;
    private static final String LINKED = "linked";
    private static final Set<String> KNOWN_FOR_IT = Set.of(LINKED, Action.CHALLENGE.word(), Action.REJECT.word());
    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * One of its numbers.
     *
     * @param number masked
     * @param from milliseconds of its first call; with {@code to} the ends of its bar
     * @param level how far detection would have gone when it first called for the campaign: the word of an action, or
     *     {@code linked}, which is also its style; empty where not known
     * @param levelName the same for people
     * @param action what was decided then, by what the callee wished; empty where not known
     * @param actionName the same for people
     * @param score that it had then
     * @param hasLeft true where it belongs to the campaign no more
     */
    record Number(
            String number,
            long from,
            long to,
            String first,
            String last,
            long calls,
            String level,
            String levelName,
            String action,
            String actionName,
            int score,
            boolean hasLeft) {}

    /** How many calls within an hour, from how many numbers. */
    record Hour(String hour, int calls, int numbers) {}

    /**
     * Something that happened.
     *
     * @param kind its word, which is also its style
     * @param sentence what it was
     * @param other the campaign that came to it; empty where none
     */
    record Event(String day, String time, String kind, String sentence, String other) {}

    static CampaignDetail of(
            CampaignView view, Function<CampaignView.Member, Optional<PastDecision>> joining, Words words) {
        List<CampaignView.Member> latest = latest(view);
        return new CampaignDetail(
                CampaignHead.of(view, words),
                latest.stream()
                        .map(member -> number(member, joining.apply(member), words))
                        .toList(),
                hours(view),
                view.timeline().reversed().stream()
                        .limit(EVENTS_MAX)
                        .map(event -> event(event, words))
                        .toList(),
                view.numbers() > latest.size(),
                view.timeline().size() > EVENTS_MAX);
    }

    /** Changes whenever anything that is shown does. */
    public String stamp() {
        return Integer.toHexString(hashCode());
    }

    /** How many of the numbers were known for what they are at the call by which they joined. */
    public long screenedAtOnce() {
        return numbers.stream()
                .filter(number -> KNOWN_FOR_IT.contains(number.level()))
                .count();
    }

    public int shown() {
        return numbers.size();
    }

    /** Those that joined last, in the order in which they did. */
    static List<CampaignView.Member> latest(CampaignView view) {
        List<CampaignView.Member> members = view.members().stream()
                .sorted(Comparator.comparing(CampaignView.Member::joined))
                .toList();
        return members.subList(Math.max(0, members.size() - NUMBERS_MAX), members.size());
    }

    private static Number number(CampaignView.Member member, Optional<PastDecision> joining, Words words) {
        Optional<Integer> score = joining.map(past -> past.decision().score());
        Optional<String> level = joining.map(past -> level(past.decision()));
        return new Number(
                words.of(member.number()),
                member.joined().toEpochMilli(),
                member.lastCall().toEpochMilli(),
                Times.moment(member.joined()),
                Times.moment(member.lastCall()),
                member.calls(),
                level.orElse(""),
                level.map(word -> words.say("level." + word)).orElse(words.say("notKnown")),
                joining.map(past -> past.decision().action().word()).orElse(""),
                joining.map(past -> words.of(past.decision().action())).orElse("–"),
                score.orElse(0),
                member.hasLeft());
    }

    /** How far detection would have gone; a campaign that was known is told apart where it would only have labelled. */
    private static String level(Decision decision) {
        if (decision.score() >= REJECTS) {
            return Action.REJECT.word();
        }
        if (decision.score() >= CHALLENGES) {
            return Action.CHALLENGE.word();
        }
        if (decision.evidence()
                .filter(known -> known.kind() == Evidence.Kind.CAMPAIGN)
                .isPresent()) {
            return LINKED;
        }
        return decision.score() >= LABELS ? Action.LABEL.word() : Action.PASS.word();
    }

    private static List<Hour> hours(CampaignView view) {
        if (view.hours().isEmpty()) {
            return List.of();
        }
        Map<Instant, CampaignView.Hour> known = new HashMap<>();
        view.hours().forEach(hour -> known.put(hour.begins(), hour));
        List<Hour> hours = new ArrayList<>();
        Instant last = view.hours().getLast().begins();
        Instant first = view.hours().getFirst().begins();
        // Bounded: two weeks of hours are kept, though quiet ones between them are not.
        Instant from = first.isBefore(last.minus(Duration.ofDays(14))) ? last.minus(Duration.ofDays(14)) : first;
        for (Instant begins = from; !begins.isAfter(last); begins = begins.plus(HOUR)) {
            CampaignView.Hour hour = known.getOrDefault(begins, new CampaignView.Hour(begins, 0, 0));
            hours.add(new Hour(Times.moment(begins).substring(0, 11), hour.calls(), hour.numbers()));
        }
        return hours;
    }

    private static Event event(CampaignView.Event event, Words words) {
        String kind = event.kind().name().toLowerCase(Locale.ROOT);
        PhoneNumber number = event.number();
        String sentence = event.kind() == Change.Kind.MERGED
                ? words.say("change." + kind, event.other())
                : words.say("change." + kind, words.of(number));
        return new Event(Times.day(event.at()), Times.clock(event.at()), kind, sentence, event.other());
    }
}
