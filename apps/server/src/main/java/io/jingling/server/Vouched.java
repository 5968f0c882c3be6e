package io.jingling.server;

import io.jingling.evidence.Ed25519;
import io.jingling.evidence.EvidenceLog;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteSigner;
import io.jingling.evidence.Stamping;
import io.jingling.platform.Vouchers;
import io.jingling.platform.Vouching;
import io.jingling.seals.LocalAuthority;
import io.jingling.seals.Sm2Key;
import io.jingling.seals.Stampers;
import io.jingling.seals.WitnessClient;
import io.jingling.server.settings.Settings.Evidence;
import io.jingling.storage.VouchFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Has the evidence log vouched for by others, beside all else: a thread for each witness, and one for timestamps, so that none
 * waits for another, and no append for any.
 */
final class Vouched implements AutoCloseable {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(15);
    private static final long FIRST_MILLIS = 1_000;

    private final Vouching vouching;
    private final Optional<LocalAuthority> own;
    private final Stampers stampers;
    private final List<NoteKey> witnesses;
    private final List<WitnessClient> clients;
    private final ScheduledExecutorService threads;
    private final VouchingTurns.Tally cosigned = new VouchingTurns.Tally();
    private final VouchingTurns.Tally stamped = new VouchingTurns.Tally();

    private Vouched(
            Vouching vouching,
            Optional<LocalAuthority> own,
            Stampers stampers,
            List<NoteKey> witnesses,
            List<WitnessClient> clients,
            ScheduledExecutorService threads) {
        this.vouching = vouching;
        this.own = own;
        this.stampers = stampers;
        this.witnesses = witnesses;
        this.clients = clients;
        this.threads = threads;
    }

    /** Who signs published checkpoints beside Ed25519. */
    static List<NoteSigner> publishers(Evidence settings, Path keys, String origin) {
        return settings.sm2() ? List.of(Sm2Key.readOrMake(keys, "evidence-sm2", origin)) : List.of();
    }

    /** Goes on by itself until it is closed. */
    static Vouched start(Path data, Evidence settings, EvidenceLog log) {
        InstantSource clock = InstantSource.system();
        Optional<LocalAuthority> own = settings.authorities().isEmpty()
                ? Optional.of(LocalAuthority.readOrMake(data.resolve("keys"), clock))
                : Optional.empty();
        Stampers stampers = own.map(Stampers::local).orElseGet(() -> Stampers.at(settings.authorities()));
        List<WitnessClient> clients = new ArrayList<>();
        List<Vouching.Asked> witnesses = new ArrayList<>();
        for (Evidence.Witness witness : settings.witnesses()) {
            clients.add(new WitnessClient(witness.url(), ANSWER_MAX));
            witnesses.add(new Vouching.Asked(Ed25519.verifier(witness.key()), clients.getLast()));
        }
        Vouching vouching =
                new Vouching(log, VouchFolder.in(data.resolve("vouched")), witnesses, settings.witnessEvery());
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(
                witnesses.size() + 1,
                Thread.ofPlatform().daemon().name("evidence-vouched-", 0).factory());
        List<NoteKey> keys =
                settings.witnesses().stream().map(Evidence.Witness::key).toList();
        Vouched started = new Vouched(vouching, own, stampers, keys, List.copyOf(clients), threads);
        for (Vouching.Asked witness : witnesses) {
            String name = "witness " + witness.key().key().name();
            started.every(
                    settings.witnessEvery(), started.cosigned, name, () -> vouching.cosign(witness, clock.instant()));
        }
        started.every(settings.stampEvery(), started.stamped, "timestamps", () -> vouching.stamp(stampers));
        return started;
    }

    private void every(Duration pause, VouchingTurns.Tally tally, String who, Supplier<Vouching.Turn> work) {
        VouchingTurns turns = new VouchingTurns(tally, who, work);
        threads.scheduleWithFixedDelay(turns, FIRST_MILLIS, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    Vouchers vouchers() {
        return vouching;
    }

    /** For bundles; the same authorities as for checkpoints. */
    Stamping stamping() {
        return stampers;
    }

    /** Our own authority, where no other is set. */
    Optional<LocalAuthority> own() {
        return own;
    }

    /** By which keys witnesses cosign. */
    List<NoteKey> witnesses() {
        return witnesses;
    }

    VouchingTurns.Tally cosigned() {
        return cosigned;
    }

    VouchingTurns.Tally stamped() {
        return stamped;
    }

    /** How many requests for timestamps had no answer that is one, those for bundles included. */
    long stampFailures() {
        return stampers.failures();
    }

    /** Entries that no witness has cosigned yet. */
    long uncosigned() {
        return vouching.uncosigned();
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        threads.shutdownNow();
        clients.forEach(WitnessClient::close);
        stampers.close();
    }
}
