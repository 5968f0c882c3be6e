package io.jingling.http.console;

import io.jingling.detection.CampaignView;
import java.util.List;
import java.util.Locale;

/**
 * A campaign at a glance.
 *
 * @param state the state's word, which is also its style
 * @param stateName the same for people
 * @param summary one sentence
 * @param present numbers that belong to it now
 * @param numbers numbers it has used
 * @param since when it first called
 * @param last when it last called
 * @param suspicion {@code 87%}
 * @param ties what its numbers have in common, the strongest first
 * @param into the campaign that it turned out to be; empty where it is its own
 */
record CampaignHead(
        String id,
        String state,
        String stateName,
        String summary,
        String present,
        String numbers,
        String calls,
        String since,
        String last,
        String suspicion,
        List<Tie> ties,
        String into) {
    /**
     * What numbers have in common.
     *
     * @param calls for how many calls it spoke
     * @param share of all calls
     */
    record Tie(String name, long calls, String share) {}

    static CampaignHead of(CampaignView view, Words words) {
        return new CampaignHead(
                view.id(),
                state(view.state()),
                words.of(view.state()),
                words.of(view),
                Figures.number(view.present()),
                Figures.number(view.numbers()),
                Figures.number(view.calls()),
                Times.moment(view.founded()),
                Times.moment(view.lastSeen()),
                percent(view.suspicion()),
                view.ties().stream().map(tie -> tie(tie, view, words)).toList(),
                view.state() instanceof CampaignView.State.Merged merged ? merged.into() : "");
    }

    private static Tie tie(CampaignView.Tie tie, CampaignView view, Words words) {
        double share = view.calls() == 0 ? 0 : (double) tie.calls() / view.calls();
        return new Tie(words.of(tie.family()), tie.calls(), percent(share));
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * share);
    }

    private static String state(CampaignView.State state) {
        return switch (state) {
            case CampaignView.State.Active active -> "active";
            case CampaignView.State.Quiet quiet -> "quiet";
            case CampaignView.State.Merged merged -> "merged";
        };
    }
}
