package io.jingling.http.memory;

import io.jingling.complaints.CallTime;
import io.jingling.complaints.CallTime.Precision;
import io.jingling.complaints.Deadlines;
import io.jingling.complaints.Entrance;
import io.jingling.complaints.ReportedNumber;
import io.jingling.complaints.RoutingTable;
import io.jingling.complaints.Said;
import io.jingling.domain.PhoneNumber;
import io.jingling.http.RowFile;
import io.jingling.platform.AppealStore;
import io.jingling.platform.Appeals;
import io.jingling.platform.CampaignOf;
import io.jingling.platform.CaseStore;
import io.jingling.platform.CaseWork;
import io.jingling.platform.DoorStore;
import io.jingling.platform.Exhibits;
import io.jingling.platform.Guarding;
import io.jingling.platform.Intake;
import io.jingling.platform.Intake.Sent;
import io.jingling.platform.OwnBundles;
import io.jingling.platform.Platform;
import io.jingling.platform.ReportReader;
import io.jingling.platform.Reported;
import io.jingling.platform.TextMessages;
import io.jingling.screening.ReportedCallers;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Reports and cases over ports on plain maps. */
@Singleton
public class ComplaintPorts {
    private final CaseMap cases;
    private final MemoryEvidence evidence;
    private final Random random = new Random(17);

    ComplaintPorts(Memory memory, MemoryEvidence evidence) {
        this.cases = new CaseMap(memory);
        this.evidence = evidence;
    }

    @Produces
    @Singleton
    CaseStore cases() {
        return cases;
    }

    @Produces
    @Singleton
    AppealStore appealStore() {
        return cases.appealStore;
    }

    @Produces
    @Singleton
    ReportedCallers inForce() {
        return new ReportedCallers(16);
    }

    @Produces
    @Singleton
    Reported reported(ReportedCallers inForce) {
        return new Reported(inForce);
    }

    @Produces
    @Singleton
    Intake intake(Reported reported) {
        return new Intake(
                new Intake.Ports(cases, cases, evidence, RoutingTable.standard(), ReportReader.UNSURE, CampaignOf.NONE),
                reported,
                random);
    }

    @Produces
    @Singleton
    CaseWork work(Intake intake, Reported reported) {
        return new CaseWork(cases, evidence, intake, reported);
    }

    @Produces
    @Singleton
    Appeals appeals(Platform platform, Intake intake, Reported reported) {
        return new Appeals(cases.appealStore, cases, evidence, new Appeals.Held(platform, intake, reported), random);
    }

    @Produces
    @Singleton
    Exhibits exhibits() {
        return new Exhibits(cases, evidence, random);
    }

    @Produces
    @Singleton
    OwnBundles ownBundles() {
        return new OwnBundles(cases, evidence, new PlainIssuer());
    }

    @Produces
    @Singleton
    Deadlines deadlines() {
        return Deadlines.STANDARD;
    }

    @Produces
    @Singleton
    RowFile<Sent> reportsFile() {
        return new SimpleRows<>(
                "key,reporter,number,at",
                cells -> new Sent(
                        PhoneNumber.parse(cells[1]),
                        ReportedNumber.read(cells[2]),
                        new CallTime(Instant.parse(cells[3]), Precision.MINUTE),
                        Said.NOTHING,
                        Entrance.BATCH,
                        Optional.of(cells[0]),
                        false,
                        Instant.parse(cells[3])));
    }

    @Produces
    @Singleton
    Guarding guarding(Platform platform, TextMessages messages) {
        return new Guarding(new GuardMap(), evidence, platform, messages, UUID::randomUUID);
    }

    @Produces
    @Singleton
    DoorStore doors() {
        return new DoorMap();
    }

    /** As a demonstration: what would be sent is on the page. */
    @Produces
    @Singleton
    TextMessages messages() {
        return new TextMessages() {
            @Override
            public boolean canSend() {
                return true;
            }

            @Override
            public Delivery send(PhoneNumber to, String text) {
                return new Delivery.ShownHere(text);
            }
        };
    }
}
