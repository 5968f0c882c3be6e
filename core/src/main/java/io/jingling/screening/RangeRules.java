package io.jingling.screening;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.Evidence;
import io.jingling.domain.NumberRange;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.RangeRule;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The range rules in force, as suspicions: of those whose range holds the caller the one with the most known digits says what it
 * weighs, also where that is nothing. One that has expired says nothing, and leaves it to the next.
 *
 * <p>Replaced whole by one thread, read by all; a change is seen by the next call. Asking makes no object.
 */
public final class RangeRules implements Suspicions {
    private static final int DIGITS_MAX = 17;
    private static final Layer[] NONE = {};

    // Of each length of a number, the layers of its ranges, the most known digits first. Never changed once it is here.
    private volatile Layer[][] layers = layers(List.of());

    /** Where a range comes twice the last holds. */
    public void replace(Collection<RangeRule> rules) {
        layers = layers(rules);
    }

    @Override
    public long of(CallAttempt call) {
        PhoneNumber caller = call.caller();
        long seconds = Math.floorDiv(call.atMillis(), 1000L);
        Layer[] ofLength = layers[caller.length()];
        // Bounded by NumberRange.FREE_DIGITS_MAX.
        for (int i = 0; i < ofLength.length; i++) {
            Layer layer = ofLength[i];
            int place = Arrays.binarySearch(layer.known, caller.prefix(layer.knownDigits));
            if (place >= 0 && seconds < layer.expires[place]) {
                return layer.suspicions[place];
            }
        }
        return 0;
    }

    private static Layer[][] layers(Collection<RangeRule> rules) {
        SortedMap<Shape, SortedMap<Long, RangeRule>> byShape = new TreeMap<>();
        for (RangeRule rule : rules) {
            NumberRange range = rule.range();
            byShape.computeIfAbsent(new Shape(range.length(), range.knownDigits()), shape -> new TreeMap<>())
                    .put(range.first().prefix(range.knownDigits()), rule);
        }
        Layer[][] layers = new Layer[DIGITS_MAX + 1][];
        for (int length = 0; length < layers.length; length++) {
            int wanted = length;
            layers[length] = byShape.entrySet().stream()
                    .filter(one -> one.getKey().length == wanted)
                    .map(one -> new Layer(one.getKey().knownDigits, one.getValue()))
                    .toList()
                    .toArray(NONE);
        }
        return layers;
    }

    /** Of one length, the most known digits first. */
    private record Shape(int length, int knownDigits) implements Comparable<Shape> {
        private static final Comparator<Shape> IN_ORDER =
                Comparator.comparingInt(Shape::length).thenComparingInt(shape -> -shape.knownDigits);

        @Override
        public int compareTo(Shape other) {
            return IN_ORDER.compare(this, other);
        }
    }

    /** The rules on ranges of one length with as many known digits, in the order of these. */
    private static final class Layer {
        private final int knownDigits;
        private final long[] known;
        private final long[] suspicions;
        private final long[] expires;

        private Layer(int knownDigits, SortedMap<Long, RangeRule> rules) {
            this.knownDigits = knownDigits;
            this.known = rules.keySet().stream().mapToLong(Long::longValue).toArray();
            this.suspicions =
                    rules.values().stream().mapToLong(Layer::suspicion).toArray();
            this.expires = rules.values().stream()
                    .mapToLong(rule -> seconds(rule.expires()))
                    .toArray();
        }

        private static long suspicion(RangeRule rule) {
            int weight = rule.weight();
            return weight == 0
                    ? 0
                    : Standings.suspicion(
                            rule.category(),
                            weight,
                            Evidence.Kind.RANGE,
                            rule.range().freeDigits());
        }

        /** A part of a second is rounded down. */
        private static long seconds(Instant expires) {
            return expires.getEpochSecond();
        }
    }
}
