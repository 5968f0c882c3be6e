package io.jingling.detection;

import io.jingling.domain.CallRecord;

/** Says how likely a call belongs to a campaign. */
public interface LinkScore {
    /**
     * @param signals of {@link Signal#COUNT}, in the order of {@link Signal}
     * @param campaign which one it is compared with
     * @return log-odds
     */
    float logOdds(CallRecord call, float[] signals, int campaign);
}
