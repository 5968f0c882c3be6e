package io.jingling.http;

import io.jingling.detection.CampaignView;
import io.jingling.detection.CampaignView.State;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A campaign as the API tells it; every number masked. */
@Schema(name = "Campaign", description = "One script, many numbers.")
record CampaignAnswer(
        @Schema(description = "The same for the same calls, also after a restart.", examples = "6f1c04d2a97b")
        String id,

        @Schema(description = "Its first call.", examples = "2026-11-28T01:14:00Z")
        String founded,

        @Schema(description = "Its last call.", examples = "2026-11-28T10:20:00Z")
        String lastSeen,

        @Schema(description = "active: it called within a day; quiet; or merged.", examples = "active")
        String state,

        @Schema(description = "The campaign that it turned out to be; empty unless merged.")
        String mergedInto,

        @Schema(description = "How many numbers it has used.", examples = "40")
        int numbers,

        @Schema(description = "How many calls they made.", examples = "1203")
        long calls,

        @Schema(
                description = "The mean probability of harassment of its calls, by their callers' behaviour.",
                examples = "0.93")
        double suspicion,

        @Schema(description = "What it is, in a sentence.") String summary,

        @Schema(description = "What its numbers have in common, the most frequent first.")
        List<TieAnswer> ties,

        @Schema(description = "The last thousand numbers to call, the latest last; empty in a list.")
        List<MemberAnswer> members,

        @Schema(description = "The last five hundred events; empty in a list.")
        List<EventAnswer> timeline,

        @Schema(description = "Hours with calls, at most 336; empty in a list.")
        List<HourAnswer> hours) {
    @Schema(name = "CampaignTie", description = "A signal that linked numbers.")
    record TieAnswer(
            @Schema(examples = "line") String signal,
            @Schema(examples = "同一线路") String chinese,
            @Schema(examples = "the line") String english,

            @Schema(description = "How many calls it spoke for.", examples = "1100")
            long calls) {}

    @Schema(name = "CampaignMember", description = "A number that belongs to it, or did.")
    record MemberAnswer(
            @Schema(description = "Masked.", examples = "170****0001")
            String number,

            @Schema(examples = "2026-11-28T01:14:00Z") String joined,

            @Schema(description = "Empty while it belongs to it.")
            String left,

            @Schema(examples = "2026-11-28T01:44:00Z") String lastCall,

            @Schema(description = "Since it joined.", examples = "31")
            long calls) {}

    @Schema(name = "CampaignEvent", description = "Something that changed it.")
    record EventAnswer(
            @Schema(examples = "2026-11-28T01:14:00Z") String at,

            @Schema(description = "founded, joined, left or merged.", examples = "joined")
            String kind,

            @Schema(description = "Whose call it was; masked.", examples = "170****0001")
            String number,

            @Schema(description = "The campaign that was merged into it, else empty.")
            String other) {}

    @Schema(name = "CampaignHour", description = "How many calls it made within an hour, from how many numbers.")
    record HourAnswer(
            @Schema(examples = "2026-11-28T01:00:00Z") String begins,
            @Schema(examples = "120") int calls,
            @Schema(examples = "4") int numbers) {}

    static CampaignAnswer of(CampaignView campaign) {
        return new CampaignAnswer(
                campaign.id(),
                campaign.founded().toString(),
                campaign.lastSeen().toString(),
                word(campaign.state()),
                campaign.state() instanceof State.Merged merged ? merged.into() : "",
                campaign.numbers(),
                campaign.calls(),
                campaign.suspicion(),
                campaign.chinese(),
                campaign.ties().stream().map(CampaignAnswer::tie).toList(),
                campaign.members().stream().map(CampaignAnswer::member).toList(),
                campaign.timeline().stream().map(CampaignAnswer::event).toList(),
                campaign.hours().stream().map(CampaignAnswer::hour).toList());
    }

    private static String word(State state) {
        return switch (state) {
            case State.Active active -> "active";
            case State.Quiet quiet -> "quiet";
            case State.Merged merged -> "merged";
        };
    }

    private static TieAnswer tie(CampaignView.Tie tie) {
        return new TieAnswer(
                tie.family().name().toLowerCase(Locale.ROOT),
                tie.family().chinese(),
                tie.family().english(),
                tie.calls());
    }

    private static MemberAnswer member(CampaignView.Member member) {
        return new MemberAnswer(
                member.number().toString(),
                member.joined().toString(),
                member.hasLeft() ? member.left().toString() : "",
                member.lastCall().toString(),
                member.calls());
    }

    private static EventAnswer event(CampaignView.Event event) {
        return new EventAnswer(
                event.at().toString(),
                event.kind().name().toLowerCase(Locale.ROOT),
                event.number().toString(),
                event.other());
    }

    private static HourAnswer hour(CampaignView.Hour hour) {
        return new HourAnswer(hour.begins().toString(), hour.calls(), hour.numbers());
    }
}
