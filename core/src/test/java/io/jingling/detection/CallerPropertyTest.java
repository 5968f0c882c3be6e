package io.jingling.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is kept of a caller in its words, against the same in lists and maps, to the last bit. */
class CallerPropertyTest {
    private static final int CALLERS = 40;
    private static final double[] RATE_MILLIS = {300_000, 3_600_000, Caller.DAY_MILLIS, Caller.FORTNIGHT_MILLIS};
    private static final Counter[] OF_DAY = {Counter.STRANGER, Counter.ENDED, Counter.ANSWERED};

    @Test
    void aCallerKnowsWhatListsAndMapsWould() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            Slab slab = new Slab(Caller.WORDS, CALLERS);
            Caller caller = new Caller(slab);
            Caller looking = Caller.looking(slab);
            Map<Long, Naive> naives = new HashMap<>();
            long millis = 1_772_000_000_000L;
            for (int i = 0; i < 4_000; i++) {
                millis += random.nextInt(4) == 0 ? 0 : random.nextInt(20_000_000);
                long key = 1 + random.nextInt(CALLERS);
                Naive naive = naives.computeIfAbsent(key, unknown -> new Naive());
                caller.claim(key, millis);
                naive.claim(millis);
                happens(random, millis, caller, naive);
                assertSame(caller, naive, millis, "seed " + seed + ", step " + i);
                assertSame(looking.claim(key, millis), naive, millis, "seed " + seed + ", look " + i);
            }
        }
    }

    @Test
    void aFullMemoryTakesAtMost512BytesACallerWithAllThatIsAroundIt() {
        // Just above three quarters of a power of two the index is emptiest.
        for (int callers : new int[] {100_000, 197_000, 250_000}) {
            Memory memory = new Memory(
                    new Capacity(callers, callers / 10, callers, Integer.highestOneBit(callers), 1 << 10, 1 << 4));
            float[] features = new float[Feature.COUNT];
            TimedCall call = TimedCall.toAsk();
            for (int i = 1; i <= callers + callers / 2; i++) {
                call.caller = i;
                call.callee = i + 1;
                call.trunk = 1 + i / 10;
                memory.read(call, i, features);
                memory.rings(call, i);
            }
            assertThat(memory.callers()).isEqualTo(callers);
            assertThat(memory.forgotten()).isEqualTo(callers / 2);
            assertThat(memory.bytes() / callers).as("%d callers", callers).isLessThanOrEqualTo(512);
        }
    }

    private static void happens(Random random, long millis, Caller caller, Naive naive) {
        if (random.nextBoolean()) {
            long callee = random.nextInt(400);
            caller.rings(callee, millis);
            naive.rings(callee, millis);
        } else {
            float ring = random.nextFloat() * 40;
            float talk = random.nextFloat() * 4_000;
            boolean wasAnswered = random.nextBoolean();
            boolean rangOut = random.nextBoolean();
            caller.ends(millis, ring, talk, wasAnswered, rangOut);
            naive.ends(millis, ring, talk, wasAnswered, rangOut);
        }
        for (Counter counter : Counter.values()) {
            if (random.nextInt(3) == 0) {
                caller.count(counter);
                naive.count(counter);
            }
        }
        int campaign = 1 + random.nextInt(2);
        if (random.nextInt(3) == 0) {
            caller.campaign(campaign);
            naive.campaign = campaign;
            caller.wasHeardIn(campaign);
            naive.times = naive.heard == campaign ? naive.times + 1 : 1;
            naive.heard = campaign;
        }
        float[] state = new float[Caller.SEQUENCE_WIDTH];
        MadeUpModels.fill(state, random);
        caller.keepSequence(state);
        naive.state = state;
    }

    private static void assertSame(Caller caller, Naive naive, long millis, String where) {
        for (int i = 0; i < Caller.RATES; i++) {
            assertThat(caller.rate(i)).as(where).isEqualTo(naive.rates[i]);
        }
        for (Counter counter : Counter.values()) {
            assertThat(caller.ofFortnight(counter)).as(where).isEqualTo(naive.ofFortnight[counter.ordinal()]);
        }
        for (Counter counter : OF_DAY) {
            assertThat(caller.ofDay(counter)).as(where).isEqualTo(naive.ofDay[counter.ordinal()]);
        }
        assertThat(caller.rings()).as(where).isEqualTo(naive.rings);
        assertThat(caller.open()).as(where).isEqualTo(naive.open);
        assertThat(caller.age(millis)).as(where).isEqualTo(seconds(millis - naive.first));
        assertThat(caller.sinceRing(millis)).as(where).isEqualTo(naive.sinceRing(millis));
        assertThat(caller.sinceEnd(millis)).as(where).isEqualTo(naive.sinceEnd(millis));
        assertThat(caller.distinctCallees()).as(where).isEqualTo(Curves.countedBy(naive.bits.size(), 256));
        assertThat(all(caller.gaps())).as(where).isEqualTo(naive.gaps.last());
        assertThat(all(caller.idles())).as(where).isEqualTo(naive.idles.last());
        assertThat(all(caller.talks())).as(where).isEqualTo(naive.talks.last());
        assertThat(all(caller.misses())).as(where).isEqualTo(naive.misses.last());
        assertThat(caller.campaign()).as(where).isEqualTo(naive.campaign);
        assertThat(caller.heardIn(1)).as(where).isEqualTo(naive.heard == 1 ? naive.times : 0);
        float[] state = new float[Caller.SEQUENCE_WIDTH];
        caller.sequence(state);
        assertThat(state).as(where).isEqualTo(naive.state);
    }

    private static List<Float> all(Lengths lengths) {
        List<Float> all = new ArrayList<>();
        for (int i = 0; i < lengths.count(); i++) {
            all.add(lengths.get(i));
        }
        return all;
    }

    private static float seconds(long millis) {
        return Math.max(0, millis) / 1000f;
    }

    /** All lengths there were. */
    private static final class Seen {
        private final List<Float> all = new ArrayList<>();

        void add(float seconds) {
            all.add(Math.round(Curves.log(seconds * 1000f) * 1024) / 1024f);
        }

        /** The last sixteen, where a round of sixteen places keeps them. */
        List<Float> last() {
            List<Float> places = new ArrayList<>(all.subList(0, Math.min(16, all.size())));
            for (int i = 16; i < all.size(); i++) {
                places.set(i % 16, all.get(i));
            }
            return places;
        }
    }

    private static final class Naive {
        private final float[] rates = new float[Caller.RATES];
        private final float[] ofDay = new float[Counter.COUNT];
        private final float[] ofFortnight = new float[Counter.COUNT];
        private final Set<Integer> bits = new HashSet<>();
        private final Seen gaps = new Seen();
        private final Seen idles = new Seen();
        private final Seen talks = new Seen();
        private final Seen misses = new Seen();
        private float[] state = new float[Caller.SEQUENCE_WIDTH];
        private long first;
        private long touched;
        private long lastRing;
        private long lastEnd;
        private int rings;
        private int open;
        private int campaign;
        private int heard;
        private int times;

        void claim(long millis) {
            first = first == 0 ? millis : first;
            long passed = touched == 0 ? 0 : millis - touched;
            for (int i = 0; i < rates.length; i++) {
                rates[i] *= Curves.left(passed / RATE_MILLIS[i]);
            }
            for (int i = 0; i < Counter.COUNT; i++) {
                ofDay[i] *= Curves.left(passed / Caller.DAY_MILLIS);
                ofFortnight[i] *= Curves.left(passed / Caller.FORTNIGHT_MILLIS);
            }
            touched = millis;
        }

        void rings(long callee, long millis) {
            if (rings > 0) {
                gaps.add(sinceRing(millis));
            }
            if (sinceEnd(millis) >= 0) {
                idles.add(sinceEnd(millis));
            }
            rings++;
            open++;
            lastRing = millis;
            for (int i = 0; i < rates.length; i++) {
                rates[i]++;
            }
            if (bits.size() >= 224) {
                bits.clear();
            }
            bits.add((int) Mix.of(callee) & 255);
        }

        void ends(long millis, float ring, float talk, boolean wasAnswered, boolean rangOut) {
            open = Math.max(0, open - 1);
            lastEnd = millis;
            if (wasAnswered) {
                talks.add(talk);
            } else if (rangOut) {
                misses.add(ring);
            }
        }

        void count(Counter counter) {
            ofDay[counter.ordinal()]++;
            ofFortnight[counter.ordinal()]++;
        }

        float sinceRing(long millis) {
            return rings == 0 ? -1 : seconds(millis - lastRing);
        }

        float sinceEnd(long millis) {
            return lastEnd == 0 || open > 0 ? -1 : seconds(millis - lastEnd);
        }
    }
}
