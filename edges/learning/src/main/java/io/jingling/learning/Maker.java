package io.jingling.learning;

/**
 * Who made a call, as far as that is known.
 *
 * @param group a campaign, or a person or worker: what is learned from one member must not be judged by another
 * @param type {@code benign_…} or {@code harass_…}
 */
public record Maker(String group, String type) {
    private static final String HARASSMENT = "harass";

    public boolean isHarassment() {
        return type.startsWith(HARASSMENT);
    }
}
