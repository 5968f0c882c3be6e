package io.jingling.screening;

import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * All subscribers' wishes: a byte each where the numbering plan is well filled, 24 bytes elsewhere,
 * found in one random read.
 *
 * <p>Written by one thread at a time, read by all; a change is seen by the next call.
 */
public final class WishesIndex {
    /*
     * A subscriber's code is 1..254 for one of the profiles that many share, or OWN for wishes of the
     * subscriber alone (lists, or the 255th profile). It lies in MobilePages where the page is dense,
     * else in the table, where own wishes are FIRST_OWN + their place in `ownWishes`.
     */
    private static final int OWN = 255;
    private static final int FIRST_OWN = 256;

    private final SubscriberWishes unsaid = new SubscriberWishes(WishProfile.of(Wishes.DEFAULT), Wishes.DEFAULT);
    private final MobilePages pages = new MobilePages();
    private final SubscriberWishes[] shared = new SubscriberWishes[OWN];
    private final Map<WishProfile, Integer> sharedOf = new HashMap<>();
    private final NumberTable table;
    private final WishProfile defaults;
    private SubscriberWishes[] ownWishes = new SubscriberWishes[64];
    private int ownCount;
    private int size;
    /** Loading puts the same wishes for many in a row. */
    private Wishes lastWishes = Wishes.DEFAULT;

    private WishProfile lastProfile = WishProfile.of(Wishes.DEFAULT);

    /**
     * @param expectedOwn room for so many with lists or rare wishes
     * @param defaults the categories' actions where a subscriber set none
     */
    public WishesIndex(int expectedOwn, Wishes defaults) {
        this.table = new NumberTable(expectedOwn);
        this.defaults = WishProfile.of(defaults);
    }

    /** Takes one subscriber's wishes, in place of earlier ones. */
    public synchronized void put(PhoneNumber subscriber, Wishes wishes) {
        if (!subscriber.isKnown()) {
            throw new IllegalArgumentException("subscriber: got a " + subscriber + " number, want a whole number");
        }
        if (find(subscriber) == unsaid) {
            size++;
            if (MobilePages.covers(subscriber) && pages.countNew(subscriber)) {
                makeDense(subscriber);
                makeWholeIfWorthIt(subscriber);
            }
        }
        WishProfile profile = profileOf(wishes);
        // Own prefixes are rarely shared: they must not take a place that boxes many tick could have.
        boolean lists = !wishes.white().isEmpty()
                || !wishes.black().isEmpty()
                || !wishes.prefixes().isEmpty();
        int code = lists ? OWN : sharedCode(profile);
        boolean dense = MobilePages.covers(subscriber) && pages.code(subscriber) != MobilePages.NOT_HERE;
        if (code == OWN) {
            putOwn(subscriber, new SubscriberWishes(profile, wishes));
        } else if (table.get(subscriber.key()) >= FIRST_OWN) {
            // Its place is kept, or lists that come and go would take a new one each time.
            putOwn(subscriber, shared[code]);
        } else if (!dense) {
            table.put(subscriber.key(), code);
        }
        if (dense) {
            // What the code points at must be seen by whoever sees the code.
            VarHandle.releaseFence();
            pages.set(subscriber, code);
        }
    }

    public synchronized int size() {
        return size;
    }

    /** Bytes of memory held by the pages and the table, without the lists' own. */
    public synchronized long bytes() {
        return pages.bytes() + table.bytes() + 4L * ownWishes.length;
    }

    /** Begins the memory read that {@link #find} needs. */
    long touch(PhoneNumber subscriber) {
        int code = MobilePages.covers(subscriber) ? pages.code(subscriber) : MobilePages.NOT_HERE;
        return code == MobilePages.NOT_HERE ? table.touch(subscriber.key()) : code;
    }

    /** The subscriber's own wishes; empty ones where nothing was said. */
    SubscriberWishes find(PhoneNumber subscriber) {
        if (MobilePages.covers(subscriber)) {
            int code = pages.code(subscriber);
            if (code == 0) {
                return unsaid;
            }
            if (code != OWN && code != MobilePages.NOT_HERE) {
                return shared[code];
            }
        }
        long at = table.get(subscriber.key());
        if (at == 0) {
            return unlessMovedMeanwhile(subscriber);
        }
        return at < FIRST_OWN ? shared[(int) at] : ownWishes[(int) at - FIRST_OWN];
    }

    /** A page may have become dense after it was asked and before the table was. */
    private SubscriberWishes unlessMovedMeanwhile(PhoneNumber subscriber) {
        VarHandle.acquireFence();
        int code = MobilePages.covers(subscriber) ? pages.code(subscriber) : 0;
        return code > 0 && code != OWN ? shared[code] : unsaid;
    }

    WishProfile defaults() {
        return defaults;
    }

    private WishProfile profileOf(Wishes wishes) {
        if (wishes != lastWishes) {
            lastProfile = WishProfile.of(wishes);
            lastWishes = wishes;
        }
        return lastProfile;
    }

    private int sharedCode(WishProfile profile) {
        Integer known = sharedOf.get(profile);
        if (known != null) {
            return known;
        }
        int code = sharedOf.size() + 1;
        if (code == OWN) {
            return OWN;
        }
        sharedOf.put(profile, code);
        shared[code] = new SubscriberWishes(profile, Wishes.DEFAULT);
        return code;
    }

    private void putOwn(PhoneNumber subscriber, SubscriberWishes wishes) {
        long at = table.get(subscriber.key());
        if (at >= FIRST_OWN) {
            ownWishes[(int) at - FIRST_OWN] = wishes;
            return;
        }
        if (ownCount == ownWishes.length) {
            ownWishes = Arrays.copyOf(ownWishes, 2 * ownCount);
        }
        ownWishes[ownCount] = wishes;
        table.put(subscriber.key(), FIRST_OWN + ownCount++);
    }

    /** Sparse pages too get their place, so that the chunk holds all that is known of its numbers. */
    private void makeWholeIfWorthIt(PhoneNumber anyOfTheChunk) {
        if (!pages.isWorthAllOf(anyOfTheChunk)) {
            return;
        }
        for (int page = 0; page < MobilePages.PAGES_A_CHUNK; page++) {
            PhoneNumber first = MobilePages.firstOf(anyOfTheChunk, page);
            if (pages.isSparse(first)) {
                makeDense(first);
            }
        }
        pages.makeWhole(anyOfTheChunk);
    }

    /** Moves a page's shared codes out of the table; own wishes stay there, marked in the page. */
    private void makeDense(PhoneNumber anyOfThePage) {
        byte[] page = new byte[MobilePages.PAGE];
        long[] moved = new long[MobilePages.DENSE_MIN];
        int count = 0;
        for (int i = 0; i < MobilePages.PAGE; i++) {
            long key = anyOfThePage.key() - anyOfThePage.value() % MobilePages.PAGE + i;
            long at = table.get(key);
            page[i] = (byte) (at < FIRST_OWN ? at : OWN);
            if (at != 0 && at < FIRST_OWN) {
                moved[count++] = key;
            }
        }
        pages.publish(anyOfThePage, page);
        for (int i = 0; i < count; i++) {
            table.put(moved[i], 0);
        }
    }
}
