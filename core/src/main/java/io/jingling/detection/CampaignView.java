package io.jingling.detection;

import io.jingling.domain.PhoneNumber;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A campaign as people look at it: one script, many numbers. Numbers print masked.
 *
 * @param id the same for the same calls, also after a restart; made of no number
 * @param founded the beginning of its first call
 * @param lastSeen the beginning of its last call
 * @param state as of when it was asked for
 * @param present how many numbers belong to it now
 * @param numbers how many it has used
 * @param calls how many they made since they joined
 * @param suspicion the mean probability of harassment of its calls, by their callers' own behaviour
 * @param ties what its numbers have in common, the most frequent first
 * @param members the last {@value CampaignPage#MEMBERS_MAX} to call, the latest last; none in a list
 * @param timeline the last {@value CampaignPage#EVENTS_MAX} events, in their order; none in a list
 * @param hours of the last {@value CampaignPage#HOURS_MAX} hours those with calls, in their order; none in a list
 */
public record CampaignView(
        String id,
        Instant founded,
        Instant lastSeen,
        State state,
        int present,
        int numbers,
        long calls,
        double suspicion,
        List<Tie> ties,
        List<Member> members,
        List<Event> timeline,
        List<Hour> hours) {
    private static final DateTimeFormatter CHINESE =
            DateTimeFormatter.ofPattern("M月d日HH:mm", Locale.ROOT).withZone(ZoneOffset.ofHours(8));
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("d MMMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.ofHours(8));
    private static final int TIES_TOLD = 3;

    /** Whether it goes on. */
    public sealed interface State {
        /** It called within the last day. */
        record Active() implements State {}

        record Quiet() implements State {}

        /**
         * It turned out to be another, which goes on.
         *
         * @param into that one's id
         */
        record Merged(String into) implements State {}
    }

    /** A signal that linked numbers to it, and how many calls it spoke for. */
    public record Tie(Signal.Family family, long calls) {}

    /**
     * A number that belongs to it, or did.
     *
     * @param left {@link Instant#MAX} while it belongs to it
     * @param calls since it joined
     */
    public record Member(PhoneNumber number, Instant joined, Instant left, Instant lastCall, long calls) {
        public boolean hasLeft() {
            return left.isBefore(Instant.MAX);
        }
    }

    /**
     * Something that changed it.
     *
     * @param number whose call it was
     * @param other the id of the campaign that was merged into it, else empty
     */
    public record Event(Instant at, Change.Kind kind, PhoneNumber number, String other) {}

    /** How many calls it made within an hour, from how many numbers. */
    public record Hour(Instant begins, int calls, int numbers) {}

    public CampaignView {
        ties = List.copyOf(ties);
        members = List.copyOf(members);
        timeline = List.copyOf(timeline);
        hours = List.copyOf(hours);
    }

    /** What it is, in one Chinese sentence without any number of anybody. */
    public String chinese() {
        String common = ties.stream()
                .limit(TIES_TOLD)
                .map(tie -> tie.family().chinese())
                .collect(Collectors.joining("、"));
        return "该团伙自" + CHINESE.format(founded) + "起使用" + numbers + "个号码,共呼叫" + calls + "次"
                + (common.isEmpty() ? "" : ",关联特征为" + common) + ";最近一次呼叫在" + CHINESE.format(lastSeen) + ","
                + switch (state) {
                    case State.Active active -> "仍在活动。";
                    case State.Quiet quiet -> "目前已沉寂。";
                    case State.Merged merged -> "已并入另一团伙。";
                };
    }

    /** The same in English. */
    public String english() {
        String common = ties.stream()
                .limit(TIES_TOLD)
                .map(tie -> tie.family().english())
                .collect(Collectors.joining(", "));
        return "Since " + ENGLISH.format(founded) + " it has used " + numbers + " numbers and made " + calls + " calls"
                + (common.isEmpty() ? "" : "; they have in common: " + common) + "; its last call was on "
                + ENGLISH.format(lastSeen) + ", "
                + switch (state) {
                    case State.Active active -> "it goes on.";
                    case State.Quiet quiet -> "it is quiet now.";
                    case State.Merged merged -> "it was merged into another.";
                };
    }
}
