package io.jingling.server;

import io.jingling.complaints.Deadlines;
import io.jingling.platform.AppealStore;
import io.jingling.platform.Appeals;
import io.jingling.platform.CaseStore;
import io.jingling.platform.CaseWork;
import io.jingling.platform.DoorStore;
import io.jingling.platform.Exhibits;
import io.jingling.platform.Guarding;
import io.jingling.platform.Intake;
import io.jingling.platform.OwnBundles;
import io.jingling.platform.Platform;
import io.jingling.platform.Reported;
import io.jingling.platform.TextMessages;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Hands the HTTP edge what it asks for about reports. */
class ComplaintPorts {
    @Produces
    @Singleton
    Intake intake() {
        return Starting.opened().complaints().intake();
    }

    @Produces
    @Singleton
    CaseWork work() {
        return Starting.opened().complaints().work();
    }

    @Produces
    @Singleton
    Appeals appeals() {
        return Starting.opened().complaints().appeals();
    }

    @Produces
    @Singleton
    Exhibits exhibits() {
        return Starting.opened().complaints().exhibits();
    }

    @Produces
    @Singleton
    OwnBundles ownBundles() {
        Composition all = Starting.opened();
        return new OwnBundles(all.complaints().cases(), all.evidence(), all.issuer());
    }

    @Produces
    @Singleton
    Reported reported() {
        return Starting.opened().complaints().reported();
    }

    @Produces
    @Singleton
    Deadlines deadlines() {
        return Starting.opened().complaints().deadlines();
    }

    @Produces
    @Singleton
    CaseStore cases() {
        return Starting.opened().complaints().cases();
    }

    @Produces
    @Singleton
    AppealStore appealStore() {
        return Starting.opened().storage().appeals();
    }

    @Produces
    @Singleton
    Guarding guarding(Platform platform, TextMessages messages) {
        return new Guarding(
                Starting.opened().storage().guards(),
                Starting.opened().evidence(),
                platform,
                messages,
                UUID::randomUUID);
    }

    @Produces
    @Singleton
    DoorStore doors() {
        return Starting.opened().storage().doors();
    }

    @Produces
    @Singleton
    TextMessages messages() {
        return Messages.of(Starting.order().settings().sms(), Starting.order().demo());
    }
}
