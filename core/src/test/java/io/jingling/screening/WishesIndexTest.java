package io.jingling.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.ListEntry;
import io.jingling.domain.OwnPrefix;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishesIndexTest {
    private static final PhoneNumber FRIEND = PhoneNumber.parse("13900139000");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsForEveryoneWhatWasPutLast(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        WishesIndex index = new WishesIndex(0, Policy.defaultWishes());
        Map<PhoneNumber, Wishes> model = new HashMap<>();
        for (int i = 0; i < 30_000; i++) {
            PhoneNumber subscriber = subscriber(random);
            Wishes wishes = wishes(random);
            index.put(subscriber, wishes);
            model.put(subscriber, wishes);
        }
        assertThat(index.size()).isEqualTo(model.size());
        model.forEach((subscriber, wishes) -> {
            SubscriberWishes found = index.find(subscriber);
            assertThat(found.profile()).as("seed %d, %s", seed, subscriber).isEqualTo(WishProfile.of(wishes));
            assertThat(found.isWhite(FRIEND)).isEqualTo(!wishes.white().isEmpty());
            assertThat(found.isBlack(FRIEND)).isEqualTo(!wishes.black().isEmpty());
        });
        assertThat(index.find(PhoneNumber.parse("19999999999")).profile()).isEqualTo(WishProfile.of(Wishes.DEFAULT));
    }

    @Test
    void elevenDigitsThatAreNoMobileHaveTheirPlaceToo() {
        WishesIndex index = new WishesIndex(0, Policy.defaultWishes());
        for (String number : new String[] {"95013123456", "99999999999", "20000000000", "12999999999"}) {
            PhoneNumber subscriber = PhoneNumber.parse(number);
            Wishes wishes = Wishes.DEFAULT.switchedOn(false);
            index.put(subscriber, wishes);
            assertThat(index.find(subscriber).profile()).as(number).isEqualTo(WishProfile.of(wishes));
        }
    }

    @Test
    void aMillionScatteredSubscribersCostAsMuchAsAHashTable() {
        SplittableRandom random = new SplittableRandom(4);
        WishesIndex index = new WishesIndex(1_000_000, Policy.defaultWishes());
        for (int i = 0; i < 1_000_000; i++) {
            index.put(PhoneNumber.parse("1" + random.nextLong(3_000_000_000L, 10_000_000_000L)), Wishes.DEFAULT);
        }
        assertThat(index.bytes()).isLessThan(64_000_000);
    }

    @Test
    void aMillionSubscribersInTheirBlocksCostLittleMoreThanAByteEach() {
        WishesIndex index = new WishesIndex(1_000, Policy.defaultWishes());
        for (long i = 0; i < 1_000_000; i++) {
            index.put(PhoneNumber.parse("139" + (10_000_000 + i)), Wishes.DEFAULT);
        }
        assertThat(index.size()).isEqualTo(1_000_000);
        assertThat(index.bytes()).isLessThan(3_500_000);
    }

    @Test
    void listsThatComeAndGoTakeNoRoomForEver() {
        WishesIndex index = new WishesIndex(16, Policy.defaultWishes());
        PhoneNumber subscriber = PhoneNumber.parse("13800138000");
        index.put(subscriber, Wishes.DEFAULT);
        long before = index.bytes();
        for (int i = 0; i < 1_000; i++) {
            index.put(subscriber, Wishes.DEFAULT.withBlack(List.of(new ListEntry(FRIEND, ""))));
            assertThat(index.find(subscriber).isBlack(FRIEND)).isTrue();
            index.put(subscriber, Wishes.DEFAULT);
            assertThat(index.find(subscriber).isBlack(FRIEND)).isFalse();
        }
        assertThat(index.bytes()).isEqualTo(before);
        assertThat(index.size()).isOne();
    }

    @Test
    void nobodyIsForgottenWhileThePageBecomesDense() throws InterruptedException {
        Wishes off = Wishes.DEFAULT.switchedOn(false);
        // Over a chunk and more, which is made whole meanwhile.
        int pages = 1_300;
        WishesIndex index = new WishesIndex(MobilePages.DENSE_MIN * pages, Policy.defaultWishes());
        AtomicLong page = new AtomicLong();
        AtomicLong forgotten = new AtomicLong();
        Thread reader = new Thread(() -> {
            for (long now = page.get(); now < pages; now = page.get()) {
                PhoneNumber first = PhoneNumber.parse("139" + (10_000_000 + now * MobilePages.PAGE));
                // Only once it was there for sure: the writer turns the page when its first is in.
                forgotten.addAndGet(index.find(first).profile().on() ? 1 : 0);
            }
        });
        index.put(PhoneNumber.parse("13910000000"), off);
        reader.start();
        for (long now = 0; now < pages; now++) {
            for (long i = 1; i <= MobilePages.DENSE_MIN; i++) {
                index.put(PhoneNumber.parse("139" + (10_000_000 + now * MobilePages.PAGE + i)), off);
            }
            index.put(PhoneNumber.parse("139" + (10_000_000 + (now + 1) * MobilePages.PAGE)), off);
            page.set(now + 1);
        }
        reader.join();
        assertThat(forgotten).hasValue(0);
    }

    /** A dense block, a sparse one, fixed lines. */
    private static PhoneNumber subscriber(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> PhoneNumber.parse("0108888" + random.nextInt(1_000, 10_000));
            case 1 -> PhoneNumber.parse("1" + random.nextLong(3_000_000_000L, 10_000_000_000L));
            default -> PhoneNumber.parse("1381234" + random.nextInt(1_000, 5_000));
        };
    }

    private static Wishes wishes(SplittableRandom random) {
        List<ListEntry> friend = List.of(new ListEntry(FRIEND, ""));
        Wishes wishes = Wishes.DEFAULT.withCategory(Category.at(random.nextInt(22)), Action.at(random.nextInt(5)));
        return switch (random.nextInt(6)) {
            case 0 -> wishes.withWhite(friend);
            case 1 -> wishes.withBlack(friend);
            // More profiles than can be shared.
            case 2 -> wishes.withPrefixes(List.of(new OwnPrefix("" + random.nextInt(100, 999), Action.REJECT)));
            default -> wishes;
        };
    }
}
