package io.jingling.http;

import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.ReporterId;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.ApiKey;
import io.jingling.platform.Intake;
import io.jingling.platform.SubscriberStore;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;

/** Who reports: the owner of the key, or whom the operator names. */
@Singleton
class Reporter {
    private final SubscriberStore subscribers;
    private final Intake intake;

    Reporter(SubscriberStore subscribers, Intake intake) {
        this.subscribers = subscribers;
        this.intake = intake;
    }

    /** @param named the number in the document, or null; a subscriber's own key needs none and opens nobody else's */
    PhoneNumber number(SecurityIdentity identity, String field, String named) {
        if (!identity.hasRole(Role.SUBSCRIBER)) {
            return known(field, Numbers.read(field, named));
        }
        ApiKey key = identity.getAttribute(Bearer.KEY);
        PhoneNumber own = subscribers.numberOf(key.subscriberId()).orElseThrow(Refused::notYours);
        if (named != null && !Numbers.read(field, named).equals(own)) {
            throw Refused.notYours();
        }
        return own;
    }

    private static PhoneNumber known(String field, PhoneNumber number) {
        if (!number.isKnown()) {
            throw new BadInput(field, number.toString(), "a whole number");
        }
        return number;
    }

    ReporterId id(PhoneNumber number) {
        return intake.idOf(number);
    }

    static CaseNumber caseNumber(String written) {
        return BadInput.in("caseNumber", () -> CaseNumber.parse(written));
    }
}
