package io.jingling.detection;

import io.jingling.domain.CallRecord;
import io.jingling.domain.Label;
import io.jingling.domain.Label.About;
import io.jingling.domain.Label.By;
import io.jingling.domain.Label.Claim;
import io.jingling.domain.Label.Source;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Infers that a caller is welcome: it was talked to for more than a minute, or was called back within a week. Each says
 * little, and is labelled {@link Source#WEAK}. One thread at a time; calls come in about the order of time.
 */
public final class WeakLabels {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration CALLED_BACK = Duration.ofDays(7);

    private final Map<Pair, Instant> lately;
    private final Function<PhoneNumber, String> idOf;

    private record Pair(PhoneNumber caller, PhoneNumber callee) {}

    /**
     * @param pairsMax of how many pairs of caller and callee a call is remembered; the oldest goes
     * @param idOf an opaque id of the person called
     */
    public WeakLabels(int pairsMax, Function<PhoneNumber, String> idOf) {
        this.idOf = idOf;
        this.lately = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Pair, Instant> eldest) {
                return size() > pairsMax;
            }
        };
    }

    /** What a call says; it is remembered. */
    public List<Label> of(CallRecord call) {
        List<Label> said = new ArrayList<>();
        if (call.answered() && call.duration().compareTo(LONG) > 0) {
            said.addAll(welcome(call.caller(), call.callee(), call.start()));
        }
        Pair answered = new Pair(call.callee(), call.caller());
        Optional<Instant> before = Optional.ofNullable(lately.get(answered));
        if (before.filter(at -> call.start().isBefore(at.plus(CALLED_BACK))).isPresent()) {
            said.addAll(welcome(call.callee(), call.caller(), call.start()));
        }
        Pair pair = new Pair(call.caller(), call.callee());
        lately.remove(pair);
        lately.put(pair, call.start());
        return said;
    }

    private List<Label> welcome(PhoneNumber caller, PhoneNumber by, Instant at) {
        return caller.isKnown() && by.isKnown()
                ? List.of(new Label(
                        new About.OfNumber(caller),
                        Claim.BENIGN,
                        Optional.empty(),
                        new By(Source.WEAK, idOf.apply(by)),
                        at))
                : List.of();
    }
}
