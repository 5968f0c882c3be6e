package io.jingling.simulator;

/**
 * The truth about who made a call.
 *
 * @param actor its name, such as {@code courier-17}
 * @param campaign the campaign's, or empty
 * @param type {@code benign_…} or {@code harass_…}
 */
public record Maker(String actor, String campaign, String type) {
    static Maker benign(String kind, int number) {
        return new Maker(kind + "-" + number, "", "benign_" + kind.replace('-', '_'));
    }

    static Maker harasser(String kind, String campaign) {
        return new Maker(campaign, campaign, "harass_" + kind.replace('-', '_'));
    }

    public boolean isBenign() {
        return campaign.isEmpty();
    }
}
