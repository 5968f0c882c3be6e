package io.jingling.server;

import io.jingling.custody.Terms;
import io.jingling.platform.AccessBook;
import io.jingling.platform.Bundles;
import io.jingling.platform.Deletions;
import io.jingling.platform.EvidenceKeeper;
import io.jingling.platform.Issuer;
import io.jingling.platform.LabelStore;
import io.jingling.platform.LabelsInEvidence;
import io.jingling.platform.ModelStore;
import io.jingling.platform.ModelsInEvidence;
import io.jingling.platform.Platform;
import io.jingling.platform.Publishing;
import io.jingling.platform.Ranges;
import io.jingling.platform.RangesInEvidence;
import io.jingling.platform.Releases;
import io.jingling.platform.Reported;
import io.jingling.platform.Statistics;
import io.jingling.platform.SubscribersInEvidence;
import io.jingling.records.ModelShelf;
import io.jingling.screening.RangeRules;
import io.jingling.screening.ReportedCallers;
import io.jingling.server.settings.Settings;
import io.jingling.sip.SipClock;
import io.jingling.sip.SipEdge;
import io.jingling.storage.Storage;
import io.jingling.storage.StorageSettings;
import io.jingling.storage.StorageSettings.DatabaseChoice;
import io.jingling.storage.StorageSettings.Embedded;
import io.jingling.storage.StorageSettings.External;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** Core and edges, connected: the store, the platform with its lists in memory, SIP. */
final class Composition implements AutoCloseable {
    private static final Duration WARM_UP_MAX = Duration.ofMillis(500);
    /** Refused calls within three minutes that are remembered for the second-call pass; 32 bytes each. */
    private static final int REFUSED_CALLS = 1 << 18;

    private static final Platform.Capacity CAPACITY = new Platform.Capacity(1 << 16, 1 << 12, REFUSED_CALLS);

    private final Storage storage;
    private final CountedDecisions decisions;
    private final Watching watching;
    private final Modelling modelling;
    private final Platform platform;
    private final Ranges ranges;
    private final Releases releases;
    private final Deletions deletions;
    private final Issuer issuer;
    private final Complaining complaints;
    private final Statistics statistics;
    private final SipEdge sip;
    private final Vouched vouched;

    private Composition(
            Storage storage,
            CountedDecisions decisions,
            Watching watching,
            Modelling modelling,
            Platform platform,
            Ranges ranges,
            Settings.Custody custody,
            Issuer issuer,
            Complaining complaints,
            Statistics statistics,
            SipEdge sip,
            Vouched vouched) {
        this.vouched = vouched;
        this.complaints = complaints;
        this.statistics = statistics;
        this.modelling = modelling;
        this.storage = storage;
        this.decisions = decisions;
        this.watching = watching;
        this.platform = platform;
        this.ranges = ranges;
        this.releases = releases(storage, complaints, watching, custody.terms());
        this.issuer = issuer;
        this.deletions = new Deletions(storage.kept(), storage.evidence(), custody.retention());
        this.sip = sip;
    }

    /** Opens all; SIP is bound and warm, and answers after {@link #start}. What was opened is closed on failure. */
    static Composition open(Path data, Settings settings) {
        Storage storage = Storage.open(
                storageSettings(data, settings),
                (keys, origin) -> Vouched.publishers(settings.evidence(), keys, origin));
        try {
            CountedDecisions decisions = new CountedDecisions(storage.decisionLog());
            EvidenceKeeper evidence = storage.evidence();
            ModelShelf shelf = ModelShelf.in(data.resolve("models"));
            ModelStore models = new ModelsInEvidence(shelf, evidence);
            ReportedCallers reportedInForce = new ReportedCallers(1 << 16);
            Reported reported = new Reported(reportedInForce);
            Watching watching = Watching.open(settings.detection(), storage.callRecords(), shelf, reported);
            Modelling modelling = new Modelling(settings.detection(), models, watching, storage.callRecords());
            RangeRules rangesInForce = new RangeRules();
            Platform platform = new Platform(
                    new SubscribersInEvidence(storage.subscribers(), evidence),
                    storage.standings(),
                    decisions,
                    CAPACITY,
                    settings.policy(),
                    watching.suspicions().or(rangesInForce).or(reportedInForce));
            platform.load();
            Ranges ranges = new Ranges(
                    new RangesInEvidence(storage.ranges(), evidence),
                    rangesInForce,
                    platform,
                    storage.callRecords(),
                    modelling.background());
            ranges.load();
            Complaining complaints = Complaining.open(storage, platform, watching, reported, settings.complaints());
            OperatorKey.ensure(data, storage.keys());
            SipEdge sip =
                    SipEdge.open(SipWiring.settings(settings.sip()), SipWiring.screener(platform), SipClock.SYSTEM);
            sip.warmUp(SipWiring.rehearsal(platform), WARM_UP_MAX);
            Vouched vouched = Vouched.start(data, settings.evidence(), evidence.log());
            Issuer issuer = BundleIssuer.open(data.resolve("keys"), vouched);
            return new Composition(
                    storage,
                    decisions,
                    watching,
                    modelling,
                    platform,
                    ranges,
                    settings.custody(),
                    issuer,
                    complaints,
                    StatisticsPorts.open(storage, settings.statistics()),
                    sip,
                    vouched);
        } catch (RuntimeException failure) {
            storage.close();
            throw failure;
        } catch (IOException failure) {
            storage.close();
            throw new UncheckedIOException(
                    data.resolve("models") + ": got a failure (" + failure.getMessage() + "), want a folder for models",
                    failure);
        }
    }

    private static Releases releases(Storage storage, Complaining complaints, Watching watching, Terms terms) {
        return new Releases(
                storage.releases(),
                new AccessBook(storage.evidence(), storage.accesses()),
                new Releases.Sources(
                        storage.decisionHistory(), complaints.cases(), watching.watch(), storage.evidence()),
                terms,
                UUID::randomUUID);
    }

    void start() {
        sip.start();
    }

    Storage storage() {
        return storage;
    }

    EvidenceKeeper evidence() {
        return storage.evidence();
    }

    /** What others say of the evidence log. */
    Vouched vouched() {
        return vouched;
    }

    /** What people say, in evidence before it is kept. */
    LabelStore labels() {
        return new LabelsInEvidence(storage.labels(), storage.evidence());
    }

    CountedDecisions decisions() {
        return decisions;
    }

    Platform platform() {
        return platform;
    }

    Ranges ranges() {
        return ranges;
    }

    Releases releases() {
        return releases;
    }

    /** Who sees full numbers is written down here. */
    AccessBook accesses() {
        return new AccessBook(storage.evidence(), storage.accesses());
    }

    Issuer issuer() {
        return issuer;
    }

    Bundles bundles() {
        return new Bundles(
                new Bundles.Sources(storage.decisionHistory(), storage.callRecords(), watching.watch(), releases),
                accesses(),
                issuer);
    }

    Deletions deletions() {
        return deletions;
    }

    Complaining complaints() {
        return complaints;
    }

    Statistics statistics() {
        return statistics;
    }

    Watching watching() {
        return watching;
    }

    Publishing publishing() {
        return modelling.publishing();
    }

    SipEdge sip() {
        return sip;
    }

    /** No more calls; then what was decided becomes durable. */
    @Override
    public void close() {
        sip.close();
        vouched.close();
        modelling.close();
        watching.close();
        storage.close();
    }

    private static StorageSettings storageSettings(Path data, Settings settings) {
        Settings.Database database = settings.database();
        DatabaseChoice choice = database.isOurOwn()
                ? Embedded.IN_DATA_DIRECTORY
                : new External(database.url(), database.user(), database.passwordFile());
        Settings.Decisions decisions = settings.decisions();
        return StorageSettings.in(data)
                .with(choice)
                .withEvidenceOrigin(settings.evidence().origin())
                .withJournal(StorageSettings.RING_SIZE, decisions.journalBytesMax(), decisions.writtenPerSecondMax());
    }
}
