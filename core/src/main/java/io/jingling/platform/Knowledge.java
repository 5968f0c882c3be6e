package io.jingling.platform;

import io.jingling.detection.CampaignBook;
import io.jingling.detection.Detection;
import io.jingling.detection.Model;
import java.util.Optional;

/** What is known of calls so far: what detection remembers, and what is written down of campaigns. */
record Knowledge(Detection detection, CampaignBook book) {
    static Knowledge none(Watch.Terms terms, Optional<Model> model) {
        CampaignBook book = new CampaignBook(terms.capacity().campaigns());
        return new Knowledge(Detection.live(terms.capacity(), terms.lateness(), model, book), book);
    }
}
