package io.jingling.platform;

import io.jingling.evidence.Cosigning;
import io.jingling.evidence.Cosigning.Outcome;
import io.jingling.evidence.Cosigning.WitnessCall;
import io.jingling.evidence.EvidenceLog;
import io.jingling.evidence.Note;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.NoteSignature;
import io.jingling.evidence.NoteVerifier;
import io.jingling.evidence.SignedCheckpoint;
import io.jingling.evidence.Stamping;
import io.jingling.evidence.Stamping.Stamped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has the evidence log's checkpoints cosigned and stamped by others, beside all appending.
 *
 * <p>All witnesses are asked about the same checkpoint for as long as a turn takes, so that their cosignatures come together. Each
 * has a thread of its own that calls; the answer may take long, and no lock is held meanwhile.
 */
public final class Vouching implements Vouchers {
    private static final String CHECKPOINT = ".checkpoint";

    private final EvidenceLog log;
    private final Store store;
    private final List<Asked> witnesses;
    private final Duration turn;
    /** What each is known to have cosigned. */
    private final Map<NoteKey, Long> sizes = new HashMap<>();

    private Optional<SignedCheckpoint> asked = Optional.empty();
    private Instant askedSince = Instant.MIN;
    /** The best of the turns before. */
    private Optional<SignedCheckpoint> before;

    /**
     * A witness that is asked.
     *
     * @param key of its cosignatures; others are not taken from it
     */
    public record Asked(NoteVerifier key, WitnessCall call) {}

    /** What came of a turn. */
    public sealed interface Turn {
        /** All there is was vouched for before. */
        record NothingNew() implements Turn {}

        /** There is more from now on. */
        record Done() implements Turn {}

        /** Somebody refused, or answered something else; a witness does so who was shown another log. */
        record Refused(String reason) implements Turn {}
    }

    /** @param turn how long the same checkpoint is shown to all witnesses */
    public Vouching(EvidenceLog log, Store store, List<Asked> witnesses, Duration turn) {
        this.log = log;
        this.store = store;
        this.witnesses = List.copyOf(witnesses);
        this.turn = turn;
        this.before = store.cosigned();
    }

    /** Asks a witness once, where there is something new. Fails by the edge's unchecked exception where it does not answer. */
    public Turn cosign(Asked witness, Instant now) {
        SignedCheckpoint wanted = wanted(now);
        long old = seenBy(witness);
        if (wanted.head().size() <= old) {
            return new Turn.NothingNew();
        }
        return switch (Cosigning.ask(wanted, old, log, witness.call())) {
            case Outcome.Refused(String reason) -> new Turn.Refused(reason);
            case Outcome.Cosigned(SignedCheckpoint answered) -> taken(witness, wanted, answered);
        };
    }

    private synchronized long seenBy(Asked witness) {
        return sizes.getOrDefault(witness.key().key(), 0L);
    }

    /** The checkpoint of this turn. */
    private SignedCheckpoint wanted(Instant now) {
        SignedCheckpoint newest = log.checkpoint();
        synchronized (this) {
            if (asked.isEmpty() || !now.isBefore(askedSince.plus(turn))) {
                before = cosigned();
                asked = Optional.of(newest);
                askedSince = now;
            }
            return asked.get();
        }
    }

    private Turn taken(Asked witness, SignedCheckpoint wanted, SignedCheckpoint answered) {
        if (answered.note().vouchers(List.of(witness.key())) instanceof Note.Trust.Untrusted(String reason)) {
            return new Turn.Refused(reason);
        }
        List<NoteSignature> own = answered.note().signatures().stream()
                .filter(signature -> signature.isOf(witness.key().key()))
                .toList();
        synchronized (this) {
            sizes.put(witness.key().key(), wanted.head().size());
            if (asked.isPresent() && asked.get().head().equals(wanted.head())) {
                asked = Optional.of(asked.get().with(own));
                cosigned().ifPresent(store::saveCosigned);
            }
        }
        return new Turn.Done();
    }

    @Override
    public synchronized Optional<SignedCheckpoint> cosigned() {
        int had = before.map(this::cosignatures).orElse(1);
        return asked.filter(now -> cosignatures(now) >= had).or(() -> before);
    }

    private int cosignatures(SignedCheckpoint checkpoint) {
        return (int) checkpoint.note().signatures().stream()
                .filter(signature -> witnesses.stream()
                        .anyMatch(one -> signature.isOf(one.key().key())))
                .count();
    }

    /** How many entries no witness has cosigned yet; none where no witness is asked. */
    public long uncosigned() {
        long size = log.checkpoint().head().size();
        return witnesses.isEmpty()
                ? 0
                : size - cosigned().map(one -> one.head().size()).orElse(0L);
    }

    /**
     * Has the newest checkpoint stamped, with its cosignatures where it has some. Fails by {@link StoreFailure} where that cannot be kept.
     */
    public Turn stamp(Stamping authorities) {
        long stamped = stampedSize();
        SignedCheckpoint wanted =
                cosigned().filter(one -> one.head().size() > stamped).orElseGet(log::checkpoint);
        if (wanted.head().size() <= stamped) {
            return new Turn.NothingNew();
        }
        List<Stamped> stamps = authorities.over(wanted.note().bytes());
        if (stamps.isEmpty()) {
            return new Turn.Refused("got no timestamp of size " + wanted.head().size() + ", want one of an authority");
        }
        store.saveStamps(wanted, stamps);
        return new Turn.Done();
    }

    private long stampedSize() {
        return store.stamps().stream()
                .filter(name -> name.endsWith(CHECKPOINT))
                .mapToLong(name -> Long.parseLong(name.substring(0, name.length() - CHECKPOINT.length())))
                .max()
                .orElse(0);
    }

    @Override
    public List<String> stamps() {
        return store.stamps();
    }

    @Override
    public Optional<byte[]> stamp(String name) {
        return store.stamp(name);
    }
}
