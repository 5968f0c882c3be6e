package io.jingling.platform;

import io.jingling.domain.PhoneNumber;
import java.util.Optional;

/** Knows which campaign a number belongs to. */
public interface CampaignOf {
    /** Knows of none. */
    CampaignOf NONE = number -> Optional.empty();

    /** The campaign's id; empty where none is known. */
    Optional<String> of(PhoneNumber number);
}
