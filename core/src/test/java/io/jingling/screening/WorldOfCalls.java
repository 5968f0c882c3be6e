package io.jingling.screening;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.ListEntry;
import io.jingling.domain.OwnPrefix;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Preset;
import io.jingling.domain.QuietHours;
import io.jingling.domain.Rule;
import io.jingling.domain.RuleSet;
import io.jingling.domain.Standing;
import io.jingling.domain.Wishes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes wishes, standings, policies and calls from a seed; few numbers, so that they meet often. */
final class WorldOfCalls {
    static final long MONDAY_MILLIS = Instant.parse("2026-11-23T00:00:00+08:00").toEpochMilli();

    private static final String[] CALLERS = {
        "13800138000",
        "13800138001",
        "13900139000",
        "17012345678",
        "01088886666",
        "057188886666",
        "95588",
        "9501312345",
        "95123456",
        "95212345",
        "95712345",
        "4008001234",
        "10086",
        "12345",
        "110",
        "120",
        "96110",
        "0571110",
        "0014155550100",
        "0085221234567",
        "700123456789012",
        "10106666",
        "61234"
    };
    private static final String[] CALLEES = {"13700137000", "13700137001", "01066668888", "18911112222", "110", "12345"
    };
    private static final String[] PREFIXES = {"138", "1380013", "13800138000", "0571", "950", "400", "95123", "001"};

    private final SplittableRandom random;

    WorldOfCalls(long seed) {
        random = new SplittableRandom(seed);
    }

    PhoneNumber caller() {
        int pick = random.nextInt(CALLERS.length + 2);
        return pick == CALLERS.length
                ? PhoneNumber.HIDDEN
                : pick > CALLERS.length ? PhoneNumber.INVALID : PhoneNumber.parse(CALLERS[pick]);
    }

    PhoneNumber callee() {
        int pick = random.nextInt(CALLEES.length * 8 + 1);
        return pick == CALLEES.length * 8
                ? PhoneNumber.INVALID
                : PhoneNumber.parse(CALLEES[pick % 8 < 6 ? pick % 3 : pick / 8]);
    }

    long atMillis() {
        return MONDAY_MILLIS + random.nextLong(7L * 86_400_000);
    }

    CallAttempt call(long atMillis) {
        return new CallAttempt(caller(), callee(), atMillis, random.nextInt(3) == 0, random.nextLong());
    }

    Standing standing() {
        Instant expires = Instant.ofEpochMilli(MONDAY_MILLIS).plusSeconds(3600L * random.nextInt(0, 400));
        if (random.nextInt(8) == 0) {
            return new Standing.Protected(expires);
        }
        Evidence.Kind[] kinds = Evidence.Kind.values();
        Evidence evidence = new Evidence(kinds[random.nextInt(kinds.length)], random.nextInt(70_000));
        return new Standing.Suspected(category(), random.nextInt(101), evidence, expires);
    }

    Wishes wishes() {
        if (random.nextInt(6) == 0) {
            return Wishes.DEFAULT;
        }
        Map<Category, Action> categories = new EnumMap<>(Category.class);
        Map<Preset, Action> presets = new EnumMap<>(Preset.class);
        for (int i = random.nextInt(8); i > 0; i--) {
            categories.put(category(), action());
            presets.put(Preset.values()[random.nextInt(Preset.values().length)], action());
        }
        Instant courier = random.nextInt(6) == 0 ? Instant.ofEpochMilli(atMillis()) : Instant.EPOCH;
        return new Wishes(
                random.nextInt(10) != 0, categories, presets, prefixes(), entries(), entries(), quietHours(), courier);
    }

    Policy policy() {
        int shadow = 0;
        int off = 0;
        for (Rule rule : Rule.values()) {
            int pick = rule.maySleep() ? random.nextInt(12) : 2;
            shadow |= pick == 0 ? 1 << rule.ordinal() : 0;
            off |= pick == 1 ? 1 << rule.ordinal() : 0;
        }
        return new Policy(
                3,
                60 + random.nextInt(41),
                1 + random.nextInt(90),
                11 + random.nextInt(90),
                new RuleSet(shadow),
                new RuleSet(off),
                3600);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private Category category() {
        return Category.values()[random.nextInt(Category.values().length)];
    }

    private Action action() {
        return Action.values()[random.nextInt(Action.values().length)];
    }

    private List<OwnPrefix> prefixes() {
        List<OwnPrefix> prefixes = new ArrayList<>();
        for (String digits : PREFIXES) {
            if (random.nextInt(5) == 0) {
                prefixes.add(new OwnPrefix(digits, action()));
            }
        }
        return prefixes;
    }

    private List<ListEntry> entries() {
        List<ListEntry> entries = new ArrayList<>();
        for (String caller : CALLERS) {
            if (random.nextInt(8) == 0) {
                entries.add(new ListEntry(PhoneNumber.parse(caller), "note"));
            }
        }
        return entries;
    }

    private List<QuietHours> quietHours() {
        List<QuietHours> windows = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7)));
            windows.add(new QuietHours(days, minute(), minute(), action()));
        }
        return windows;
    }

    private LocalTime minute() {
        return LocalTime.of(random.nextInt(24), random.nextInt(60));
    }
}
