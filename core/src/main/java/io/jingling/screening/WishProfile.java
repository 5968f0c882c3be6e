package io.jingling.screening;

import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.OwnPrefix;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Preset;
import io.jingling.domain.QuietHours;
import io.jingling.domain.Rule;
import io.jingling.domain.RuleSet;
import io.jingling.domain.Wishes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The part of a subscriber's wishes that many subscribers share, made quick to ask.
 *
 * <p>Equal wishes are equal profiles, so a million subscribers who ticked the same boxes share one.
 *
 * @param on false: the service is off
 * @param categories three bits a category: action + 1, or 0 where nothing is wished
 * @param fraud the same for {@link Category#FRAUD}, which does not fit the 63 bits before it
 * @param presets three bits a preset
 * @param prefixes longest first
 * @param quietHours as wished
 */
record WishProfile(
        boolean on, long categories, int fraud, int presets, List<OwnPrefix> prefixes, List<QuietHours> quietHours) {
    static final int NO_WISH = -1;

    private static final int CHINA_OFFSET_MINUTES = 8 * 60;
    private static final long MINUTES_A_WEEK = 7 * 1440;
    /** 1970-01-01 was a Thursday: its week had begun three days before. */
    private static final int MINUTES_SINCE_MONDAY = 3 * 1440;

    static WishProfile of(Wishes wishes) {
        long categories = 0;
        int fraud = 0;
        for (Map.Entry<Category, Action> wish : wishes.categories().entrySet()) {
            long bits = wish.getValue().ordinal() + 1;
            if (wish.getKey() == Category.FRAUD) {
                fraud = (int) bits;
            } else {
                categories |= bits << 3 * wish.getKey().ordinal();
            }
        }
        int presets = 0;
        for (Map.Entry<Preset, Action> wish : wishes.presets().entrySet()) {
            presets |= wish.getValue().ordinal() + 1 << 3 * wish.getKey().ordinal();
        }
        List<OwnPrefix> prefixes = new ArrayList<>(wishes.prefixes());
        prefixes.sort(
                Comparator.comparingInt((OwnPrefix prefix) -> -prefix.digits().length())
                        .thenComparing(OwnPrefix::digits));
        return new WishProfile(wishes.on(), categories, fraud, presets, List.copyOf(prefixes), wishes.quietHours());
    }

    /** The rules, as bits of a {@link RuleSet}, on which these wishes may have a say. */
    int mayHaveASay() {
        return (on ? 0 : RuleSet.of(Rule.SERVICE_OFF).bits())
                | (prefixes.isEmpty() ? 0 : RuleSet.of(Rule.OWN_PREFIX).bits())
                | (presets == 0 ? 0 : RuleSet.of(Rule.PRESET).bits());
    }

    /** The wished action's ordinal, or {@link #NO_WISH}. */
    int category(int ordinal) {
        long bits = ordinal == Category.FRAUD.ordinal() ? fraud : categories >>> 3 * ordinal & 7;
        return (int) bits - 1;
    }

    /** The wished action's ordinal, or {@link #NO_WISH}. */
    int preset(int ordinal) {
        return (presets >>> 3 * ordinal & 7) - 1;
    }

    /** The action of the longest own prefix that fits, or {@link #NO_WISH}. */
    int prefix(PhoneNumber caller) {
        // Bounded by Wishes.PREFIXES_MAX; an index loop, as an iterator would be garbage on every call.
        for (int i = 0; i < prefixes.size(); i++) {
            OwnPrefix prefix = prefixes.get(i);
            if (matches(prefix.digits(), caller)) {
                return prefix.action().ordinal();
            }
        }
        return NO_WISH;
    }

    /** The action of the first quiet hours in force, Chinese standard time, or {@link #NO_WISH}. */
    int quietHours(long atMillis) {
        long minutes = Math.floorDiv(atMillis, 60_000L) + CHINA_OFFSET_MINUTES + MINUTES_SINCE_MONDAY;
        int minuteOfWeek = (int) Math.floorMod(minutes, MINUTES_A_WEEK);
        for (int i = 0; i < quietHours.size(); i++) {
            if (quietHours.get(i).covers(minuteOfWeek)) {
                return quietHours.get(i).action().ordinal();
            }
        }
        return NO_WISH;
    }

    private static boolean matches(String digits, PhoneNumber caller) {
        long wanted = 0;
        for (int i = 0; i < digits.length(); i++) {
            wanted = wanted * 10 + digits.charAt(i) - '0';
        }
        return caller.prefix(digits.length()) == wanted;
    }
}
