package io.jingling.platform;

import io.jingling.detection.CampaignView;
import io.jingling.detection.Capacity;
import io.jingling.detection.Detection;
import io.jingling.detection.HoldOut;
import io.jingling.detection.Judge;
import io.jingling.detection.Model;
import io.jingling.detection.Sighting;
import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.CallRecord;
import io.jingling.domain.PhoneNumber;
import io.jingling.screening.Suspicions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Learns from calls that have happened, and says what is suspected of one that is about to ring.
 *
 * <p>One lock guards what is known. Who observes holds it for a few calls at a time; a call that is about to ring waits
 * a millisecond for it at most, and else nothing is said of it: it fails open.
 */
public final class Watch implements Suspicions, ModelSeat {
    /** So much clocks may be apart: what claims to have ended later is from the future, and not learned from. */
    public static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    private static final int AT_ONCE = 16;

    private final Terms terms;
    private final BriefLock lock;
    private final LongAdder asked = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder faults = new LongAdder();
    private final LongAdder future = new LongAdder();
    private volatile Instant time = Instant.EPOCH;
    // Read without the lock, so that without a model no call waits for it.
    private volatile boolean isJudging;
    /** Until the model that was gone back to judges, nobody is suspected. */
    private boolean isGoingBack;

    private final Feedback feedback = new Feedback();
    private Knowledge knowledge;
    private Optional<Judge> judge = Optional.empty();
    private Optional<Model> wanted;
    private Optional<Rebuild> rebuilding = Optional.empty();

    /**
     * How it watches.
     *
     * @param capacity how much is remembered
     * @param lateness how long after its end a record may arrive
     * @param atRing whether calls are judged as they ring
     * @param holdOut which calls the model may not refuse
     */
    public record Terms(Capacity capacity, Duration lateness, boolean atRing, HoldOut holdOut) {
        /** No call is held out. */
        public Terms(Capacity capacity, Duration lateness, boolean atRing) {
            this(capacity, lateness, atRing, HoldOut.NONE);
        }
    }

    /** When a model that was given judges. */
    public enum Following {
        /** With the next call. */
        AT_ONCE,
        /** After the next {@link Rebuild}, as it remembers something else of callers; until then the one before does. */
        AFTER_REBUILD
    }

    /**
     * @param calls what went by and what is remembered, since it was last rebuilt
     * @param asked how many calls were judged as they rang
     * @param unanswered of how many nothing was said in time
     * @param faults of how many nothing was said as judging failed
     * @param future how many records were from the future
     */
    public record Counts(Detection.Counts calls, long asked, long unanswered, long faults, long future) {}

    /** Knows nothing yet. Without a model it remembers and suspects nobody. */
    public Watch(Terms terms, Optional<Model> model) {
        this(terms, model, new BriefLock());
    }

    Watch(Terms terms, Optional<Model> model, BriefLock lock) {
        this.lock = lock;
        this.terms = terms;
        this.wanted = model;
        know(Knowledge.none(terms, model));
    }

    /**
     * Learns from calls that have happened; they are in force on return where the lateness has passed since their ends.
     *
     * @param now what ended more than {@link #AHEAD_MAX} later is counted, and not learned from
     */
    public void observe(List<CallRecord> all, Instant now) {
        Instant latest = now.plus(AHEAD_MAX);
        List<CallRecord> records =
                all.stream().filter(record -> !record.end().isAfter(latest)).toList();
        future.add(all.size() - records.size());
        for (int from = 0; from < records.size(); from += AT_ONCE) {
            List<CallRecord> some = records.subList(from, Math.min(records.size(), from + AT_ONCE));
            lock.locked(() -> {
                rebuilding.ifPresent(rebuild -> rebuild.alsoObserve(some));
                some.forEach(knowledge.detection()::observe);
                return true;
            });
        }
        passed(now);
    }

    /** So late it is now: to be called several times a second, also when no call arrives. */
    public void passed(Instant now) {
        time = now;
        // Bounded: what waits is.
        while (!lock.locked(() -> knowledge.detection().passed(now, AT_ONCE))) {
            continue;
        }
    }

    @Override
    public long of(CallAttempt call) {
        if (!isJudging || !call.caller().isKnown()) {
            return 0;
        }
        if (!lock.isTakenInTime()) {
            unanswered.increment();
            return 0;
        }
        try {
            asked.increment();
            return suspicion(judge.orElseThrow(), call);
        } catch (RuntimeException fault) {
            faults.increment();
            return 0;
        } finally {
            lock.release();
        }
    }

    private long suspicion(Judge by, CallAttempt call) {
        Sighting seen = knowledge.detection().peek(call);
        Action action = by.judge(seen);
        boolean isHeldOut = terms.holdOut().holds(call.caller(), call.callee(), call.atMillis());
        feedback.judged(call.caller(), seen.features(), by.logOdds(), action, isHeldOut, call.atMillis());
        return Suspect.of(by, seen, action, isHeldOut);
    }

    @Override
    public Following follow(Model next) {
        return lock.locked(() -> {
            wanted = Optional.of(next);
            if (isFollowed(next)) {
                feedback.begin();
                goesOn(false);
                return Following.AT_ONCE;
            }
            return Following.AFTER_REBUILD;
        });
    }

    @Override
    public Following goBack(Model before) {
        return lock.locked(() -> {
            Following following = follow(before);
            goesOn(following == Following.AFTER_REBUILD);
            return following;
        });
    }

    private void goesOn(boolean isStillGoingBack) {
        isGoingBack = isStillGoingBack;
        isJudging = terms.atRing() && judge.isPresent() && !isGoingBack;
    }

    private boolean isFollowed(Model next) {
        boolean isFollowed = knowledge.detection().follow(next);
        if (isFollowed) {
            judge = Optional.of(new Judge(next));
        }
        return isFollowed;
    }

    /** Whether nobody is suspected, as a model that was gone back to must learn first. */
    public boolean isGoingBack() {
        return lock.locked(() -> isGoingBack);
    }

    /** What came of what the model said. */
    public Feedback feedback() {
        return feedback;
    }

    /** The model that judges. */
    public Optional<Model> model() {
        return lock.locked(() -> knowledge.detection().model());
    }

    /** Whether calls came too late to be learned from, or a model waits: then a {@link Rebuild} is worth its while. */
    public boolean wantsRebuild() {
        return lock.locked(
                () -> isModelWaiting() || knowledge.detection().counts().late() > 0);
    }

    @Override
    public boolean isModelWaiting() {
        return lock.locked(() -> !wanted.equals(knowledge.detection().model()));
    }

    /**
     * Begins to learn anew from the records that are kept, by the model given last; one at a time.
     *
     * @param back how long before the latest of them to begin
     */
    public Rebuild rebuild(CallRecordStore store, Duration back) {
        return lock.locked(() -> {
            Rebuild rebuild = new Rebuild(this, Knowledge.none(terms, wanted), store, back, terms);
            rebuilding = Optional.of(rebuild);
            return rebuild;
        });
    }

    /** Takes what a rebuild has learned, with what was observed meanwhile; false where that was too much. */
    boolean take(Rebuild rebuild) {
        boolean isTaken = lock.locked(() -> {
            boolean isWhole = rebuild.catchUp();
            if (isWhole && isModelWaiting()) {
                feedback.begin();
            }
            if (isWhole) {
                know(rebuild.learned());
                // Another may have been given meanwhile.
                wanted.ifPresent(this::isFollowed);
                goesOn(isGoingBack && isModelWaiting());
            }
            rebuilding = Optional.empty();
            return isWhole;
        });
        passed(time);
        return isTaken;
    }

    private void know(Knowledge learned) {
        knowledge = learned;
        judge = learned.detection().model().map(Judge::new);
        goesOn(isGoingBack);
    }

    /** The latest campaigns of at least so many numbers, at most {@code limit}; without members, timeline and hours. */
    public List<CampaignView> campaigns(Instant now, int numbersMin, int limit) {
        return lock.locked(() -> knowledge.book().latest(now, numbersMin, limit));
    }

    /** A campaign with all that is written down of it. */
    public Optional<CampaignView> campaign(String id, Instant now) {
        return lock.locked(() -> knowledge.book().find(id, now));
    }

    /** The id of the campaign that a number belongs to, or did. */
    public Optional<String> campaignOf(PhoneNumber number) {
        return lock.locked(() -> knowledge.book().idOf(number));
    }

    public Counts counts() {
        return new Counts(
                lock.locked(() -> knowledge.detection().counts()),
                asked.sum(),
                unanswered.sum(),
                faults.sum(),
                future.sum());
    }
}
