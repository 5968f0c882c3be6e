package io.jingling.learner;

import io.jingling.detection.Capacity;
import io.jingling.detection.Detection;
import io.jingling.detection.Judge;
import io.jingling.detection.Model;
import io.jingling.detection.Sighting;
import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.CallRecord;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Judges calls as a server does: each as it begins to ring, by what the records of ended calls have said by then. So calls
 * that are under way are not known, nor a call's tenant.
 */
final class LiveReplay {
    /** As a server waits by itself. */
    private static final Duration LATENESS = Duration.ofMillis(500);

    private final PriorityQueue<CallRecord> underWay =
            new PriorityQueue<>(Comparator.comparing(CallRecord::end).thenComparing(CallRecord::callId));
    private final Detection detection;
    private final Judge judge;

    LiveReplay(Model by) {
        this.detection = Detection.live(Capacity.TOWN, LATENESS, Optional.of(by), new Nobody());
        this.judge = new Judge(by);
    }

    /** What is done about a call; calls come in the order of their starts. */
    Action rings(CallRecord call) {
        while (!underWay.isEmpty() && !underWay.peek().end().isAfter(call.start())) {
            detection.observe(underWay.remove());
        }
        detection.passed(call.start());
        underWay.add(call);
        return call.caller().isKnown() ? judge.judge(detection.peek(attempt(call))) : Action.PASS;
    }

    private static CallAttempt attempt(CallRecord call) {
        return new CallAttempt(
                call.caller(),
                call.callee(),
                call.start().toEpochMilli(),
                false,
                0,
                CallAttempt.nameOf(call.origin().trunk()),
                CallAttempt.nameOf(call.origin().userAgent()));
    }

    /** Calls were judged before they are told. */
    private static final class Nobody implements Detection.Listener {
        @Override
        public void rings(Sighting sighting) {
            // Judged already.
        }

        @Override
        public void late(CallRecord call) {
            // None is: they are told in the order of their ends.
        }
    }
}
