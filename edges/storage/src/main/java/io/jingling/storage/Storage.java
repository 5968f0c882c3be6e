package io.jingling.storage;

import io.jingling.complaints.Deadlines;
import io.jingling.evidence.NoteSigner;
import io.jingling.platform.AccessLog;
import io.jingling.platform.AppealStore;
import io.jingling.platform.CallRecordStore;
import io.jingling.platform.CaseStore;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.DecisionLog;
import io.jingling.platform.DoorStore;
import io.jingling.platform.EvidenceKeeper;
import io.jingling.platform.GuardStore;
import io.jingling.platform.KeptStore;
import io.jingling.platform.KeyStore;
import io.jingling.platform.LabelStore;
import io.jingling.platform.RangeStore;
import io.jingling.platform.ReleaseStore;
import io.jingling.platform.ReporterStore;
import io.jingling.platform.StandingStore;
import io.jingling.platform.StatisticsStore;
import io.jingling.platform.SubscriberStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the platform keeps: fourteen ports on one database, a journal for decisions, and the evidence
 * log.
 *
 * <p>One process at a time on a data directory. Close it, or the embedded database goes on running until the
 * next start.
 */
public final class Storage implements AutoCloseable {
    private final StorageSettings settings;
    // Closed in the opposite order.
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Database database;
    private final NumberVault vault;
    private final Partitions partitions;
    private final DecisionTables decisionTables;
    private final NewestDecisions newest = new NewestDecisions();
    private final DecisionRing ring;
    private final Journal journal;
    private final DecisionScribe scribe;
    private final DecisionLoader loader;
    private final EvidenceArchive evidence;

    private Storage(StorageSettings settings, Publishers publishers, InstantSource clock) throws IOException {
        this.settings = settings;
        try {
            DataDirectory directory = keep(DataDirectory.claim(settings.dataDirectory()));
            database = keep(Database.open(settings, directory));
            vault = KeyProbe.vault(database, directory.folder("keys"));
            partitions = new Partitions(database);
            decisionTables = new DecisionTables(database, vault, partitions);
            ring = new DecisionRing(settings.ringSize());
            prepare(clock.instant());
            JournalFiles files = new DiskFiles(directory.folder("journal"));
            JournalTerms terms = decisionTables.begin(Journal.lastTerm(files));
            journal = Journal.open(files, vault, settings.journalBytesMax(), terms);
            evidence = keep(evidence(directory, publishers));
            loader = keep(new DecisionLoader(
                    database,
                    decisionTables,
                    journal,
                    new DecisionTestimony(evidence),
                    settings.decisionsPerSecondMax()));
            scribe = keep(new DecisionScribe(ring, journal, newest, clock));
        } catch (IOException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /**
     * Starts the database where it is embedded, brings its tables up to date, takes up the journal.
     *
     * @throws StorageUnusable with what was got and what is wanted
     */
    public static Storage open(StorageSettings settings) {
        return open(settings, (keys, origin) -> List.of());
    }

    /** The same where others sign the evidence log's published checkpoints, beside its Ed25519 key. */
    public static Storage open(StorageSettings settings, Publishers publishers) {
        try {
            return new Storage(settings, publishers, InstantSource.system());
        } catch (IOException failure) {
            throw new StorageUnusable(
                    "journal in " + settings.dataDirectory() + ": got one that cannot be read, want it readable",
                    failure);
        }
    }

    /** Brings signers of other kinds. */
    public interface Publishers {
        /**
         * @param keys where the keys are; entered by its owner only
         * @param origin the log's name, and so their keys'
         */
        List<NoteSigner> of(Path keys, String origin);
    }

    private EvidenceArchive evidence(DataDirectory directory, Publishers publishers) {
        Path keys = directory.folder("keys");
        Path log = directory.folder("evidence");
        String origin = settings.evidenceOrigin().isEmpty() ? EvidenceKey.origin(keys) : settings.evidenceOrigin();
        NoteSigner signer = EvidenceKey.readOrMake(keys, log, origin);
        return EvidenceArchive.open(log, signer, publishers.of(keys, origin), database, vault);
    }

    public SubscriberStore subscribers() {
        return new SubscriberTable(database, vault);
    }

    public StandingStore standings() {
        return new StandingTable(database, vault);
    }

    public CallRecordStore callRecords() {
        return new CallRecordTable(database, vault);
    }

    public LabelStore labels() {
        return new LabelTable(database, vault);
    }

    /** @param deadlines say what is due next of a case, by which cases are listed */
    public CaseStore cases(Deadlines deadlines) {
        return new CaseTable(database, vault, deadlines);
    }

    public ReporterStore reporters() {
        return new ReporterTable(database, vault);
    }

    public AppealStore appeals() {
        return new AppealTable(database, vault);
    }

    public StatisticsStore statistics() {
        return new StatisticsTable(database, vault);
    }

    public RangeStore ranges() {
        return new RangeTable(database);
    }

    public KeyStore keys() {
        return new KeyTable(database);
    }

    public DoorStore doors() {
        return new DoorTable(database, vault);
    }

    public GuardStore guards() {
        return new GuardTable(database, vault);
    }

    public ReleaseStore releases() {
        return new ReleaseTable(database, vault);
    }

    public AccessLog accesses() {
        return new AccessTable(database, vault);
    }

    /** What is kept for a time. */
    public KeptStore kept() {
        return new KeptTables(database, partitions, evidence.openings());
    }

    public EvidenceKeeper evidence() {
        return evidence;
    }

    public DecisionLog decisionLog() {
        return ring;
    }

    /** From is inclusive, to exclusive. Decisions are there within a second, whether the database is up or not. */
    public DecisionHistory decisionHistory() {
        return new DecisionQueries(database, vault, decisionTables, newest);
    }

    /**
     * Makes the next days' tables; to be called some times a day.
     *
     * @throws io.jingling.platform.StoreFailure where the database is away; the next call makes up for it
     */
    public void prepare(Instant now) {
        partitions.prepare(now.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    public Health health() {
        return new Health(
                database.isUp() && loader.isRunning() && scribe.isRunning(),
                journal.segments().bytes(),
                ring.lost(),
                loader.written(),
                scribe.failures(),
                loader.failures(),
                journal.reader().damaged() + decisionTables.unreadable());
    }

    /**
     * How it is doing; all counts since the start.
     *
     * @param isUp whether the database answered when it was last asked, and the threads that write to it run
     * @param journalBytes disk taken by decisions that are not in the database yet, and by the newest 16 MB
     * @param decisionsLost decisions that neither ring nor journal could take
     * @param decisionsWritten decisions put in the database
     * @param journalFailures failed writes to the journal
     * @param databaseFailures failed writes from the journal to the database
     * @param blocksDamaged places in the journal that could not be read; up to 1,024 decisions each
     */
    public record Health(
            boolean isUp,
            long journalBytes,
            long decisionsLost,
            long decisionsWritten,
            long journalFailures,
            long databaseFailures,
            long blocksDamaged) {}

    /** Makes durable what is in memory, and stops the embedded database. */
    @Override
    public void close() {
        Optional<Exception> first = Optional.empty();
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception failure) {
                first = first.isEmpty() ? Optional.of(failure) : first;
            }
        }
        if (first.isPresent()) {
            throw new StorageUnusable("storage: got a failure on closing, want none", first.get());
        }
    }

    /** What went wrong in the end, for a log of one line. */
    static String root(Throwable failure) {
        Throwable root = failure;
        // Bounded: a chain of causes ends.
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    Database database() {
        return database;
    }

    private <T extends AutoCloseable> T keep(T part) {
        opened.push(part);
        return part;
    }
}
