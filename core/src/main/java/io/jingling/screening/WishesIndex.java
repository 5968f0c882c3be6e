package io.jingling.screening;

import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * All subscribers' wishes, a byte each where they share a profile, found in one read.
 *
 * <p>Written by one thread, read by all; a change is seen by the next call.
 */
public final class WishesIndex {
    /*
     * The numbering plan is the hash: a mainland mobile 1ABxxxxxxxx is byte xxxx of page 1ABxxxx, and
     * pages exist only where somebody has wishes (10,000 numbers, as the carriers' blocks are dealt
     * out). The byte is 0 for nobody, OWN for "look in the table", else a shared profile. All other
     * numbers are in the table. 540 M mobiles are at most 7 GB, and usually under 3.
     */
    private static final int PAGE = 10_000;
    private static final long FIRST_MOBILE = 13_000_000_000L;
    private static final int PAGES = 700_000;
    private static final int OWN = 255;
    private static final byte[] NO_PAGE = new byte[PAGE];

    private final SubscriberWishes unsaid = new SubscriberWishes(WishProfile.of(Wishes.DEFAULT), Wishes.DEFAULT);
    private final byte[][] pages = new byte[PAGES][];
    private final SubscriberWishes[] shared = new SubscriberWishes[OWN];
    private final Map<WishProfile, Integer> sharedOf = new HashMap<>();
    private final NumberTable own;
    private SubscriberWishes[] ownWishes = new SubscriberWishes[64];
    private int ownCount;
    private int size;

    private final WishProfile defaults;

    /**
     * @param expectedOwn room for so many with lists or rare wishes
     * @param defaults the categories' actions where a subscriber set none
     */
    public WishesIndex(int expectedOwn, Wishes defaults) {
        own = new NumberTable(expectedOwn);
        Arrays.fill(pages, NO_PAGE);
        this.defaults = WishProfile.of(defaults);
    }

    /** Takes one subscriber's wishes, in place of earlier ones. */
    public synchronized void put(PhoneNumber subscriber, Wishes wishes) {
        if (!subscriber.isKnown()) {
            throw new IllegalArgumentException("subscriber: got a " + subscriber + " number, want a whole number");
        }
        boolean isNew = find(subscriber) == unsaid;
        WishProfile profile = WishProfile.of(wishes);
        boolean lists = !wishes.white().isEmpty() || !wishes.black().isEmpty();
        int code = lists ? OWN : sharedCode(profile);
        int page = pageOf(subscriber);
        if (code == OWN || page < 0) {
            putOwn(subscriber, new SubscriberWishes(profile, wishes));
            code = OWN;
        }
        if (page >= 0) {
            setByte(subscriber, page, code);
        }
        size += isNew ? 1 : 0;
    }

    public synchronized int size() {
        return size;
    }

    /** Bytes of memory held by the pages and the table, without the lists' own. */
    public synchronized long bytes() {
        long held = 0;
        for (byte[] page : pages) {
            held += page == NO_PAGE ? 4 : 4 + 16 + PAGE;
        }
        return held + own.bytes() + 4L * ownWishes.length;
    }

    /** The subscriber's own wishes; empty ones where nothing was said. */
    SubscriberWishes find(PhoneNumber subscriber) {
        int page = pageOf(subscriber);
        if (page >= 0) {
            int code = pages[page][(int) (subscriber.value() % PAGE)] & 0xFF;
            if (code == 0) {
                return unsaid;
            }
            if (code != OWN) {
                return shared[code];
            }
        }
        long at = own.get(subscriber.key());
        return at == 0 ? unsaid : ownWishes[(int) at];
    }

    WishProfile defaults() {
        return defaults;
    }

    private static int pageOf(PhoneNumber number) {
        long beyond = number.value() - FIRST_MOBILE;
        return number.length() == 11 && beyond >= 0 && beyond < (long) PAGES * PAGE ? (int) (beyond / PAGE) : -1;
    }

    private int sharedCode(WishProfile profile) {
        Integer known = sharedOf.get(profile);
        if (known != null) {
            return known;
        }
        int code = sharedOf.size() + 1;
        if (code >= OWN) {
            return OWN;
        }
        sharedOf.put(profile, code);
        shared[code] = new SubscriberWishes(profile, Wishes.DEFAULT);
        return code;
    }

    private void putOwn(PhoneNumber subscriber, SubscriberWishes wishes) {
        long at = own.get(subscriber.key());
        if (at != 0) {
            ownWishes[(int) at] = wishes;
            return;
        }
        int next = ++ownCount;
        if (next == ownWishes.length) {
            ownWishes = Arrays.copyOf(ownWishes, 2 * next);
        }
        ownWishes[next] = wishes;
        own.put(subscriber.key(), next);
    }

    private void setByte(PhoneNumber subscriber, int page, int code) {
        if (pages[page] == NO_PAGE) {
            pages[page] = new byte[PAGE];
        }
        // What the code points at must be seen by whoever sees the code.
        VarHandle.releaseFence();
        pages[page][(int) (subscriber.value() % PAGE)] = (byte) code;
    }
}
