package io.jingling.screening;

import io.jingling.domain.PhoneNumber;

/**
 * Until when a subscriber's calls ring whatever the wishes say: after dialling an emergency line, or
 * while waiting for a courier.
 */
public final class Passes {
    /*
     * One long a subscriber: two times in minutes since 1970, rounded up, of 31 bits each.
     */
    private static final int CALL_BACK_SHIFT = 31;
    private static final long MINUTES = (1L << 31) - 1;

    /** More than dial for help in six hours in a country; beyond it, expired ones are cleared away. */
    static final int PASSES_MAX = 1 << 20;

    private static final long CLEARED_EVERY_SECONDS = 60;

    private final NumberTable table;
    private long nextClearing;

    /** Room for so many without growing. */
    public Passes(int expected) {
        table = new NumberTable(expected);
    }

    /** Lets call-backs ring from now until then; an earlier, longer pass stays. */
    public synchronized void letCallBacksRing(PhoneNumber subscriber, long atSeconds, long untilSeconds) {
        long packed = table.get(subscriber.key());
        if (packed == 0 && !hasRoom(atSeconds)) {
            return;
        }
        long until = Math.max(minutes(untilSeconds), packed >>> CALL_BACK_SHIFT);
        table.put(subscriber.key(), until << CALL_BACK_SHIFT | packed & MINUTES);
    }

    /** Lets couriers ring until then; a time in the past ends it. */
    public synchronized void letCouriersRing(PhoneNumber subscriber, long untilSeconds) {
        long packed = table.get(subscriber.key());
        table.put(subscriber.key(), packed & ~MINUTES | minutes(Math.max(0, untilSeconds)));
    }

    public int size() {
        return table.size();
    }

    boolean callBacksRing(PhoneNumber subscriber, long atSeconds) {
        return atSeconds < (table.get(subscriber.key()) >>> CALL_BACK_SHIFT) * 60;
    }

    boolean couriersRing(PhoneNumber subscriber, long atSeconds) {
        return atSeconds < (table.get(subscriber.key()) & MINUTES) * 60;
    }

    private boolean hasRoom(long atSeconds) {
        if (table.size() >= PASSES_MAX && atSeconds >= nextClearing) {
            nextClearing = atSeconds + CLEARED_EVERY_SECONDS;
            table.forEach((key, packed) -> {
                long last = Math.max(packed >>> CALL_BACK_SHIFT, packed & MINUTES) * 60;
                table.put(key, last <= atSeconds ? 0 : packed);
            });
        }
        return table.size() < PASSES_MAX;
    }

    private static long minutes(long seconds) {
        return Math.clamp((seconds + 59) / 60, 0L, MINUTES);
    }
}
