package io.jingling.http.console;

import io.jingling.detection.CampaignView;
import java.util.List;

/** The campaigns that are known, the latest first. */
record CampaignList(List<CampaignHead> campaigns) {
    static CampaignList of(List<CampaignView> views, Words words) {
        return new CampaignList(
                views.stream().map(view -> CampaignHead.of(view, words)).toList());
    }

    /** Changes whenever anything that is shown does. */
    public String stamp() {
        return Integer.toHexString(hashCode());
    }
}
