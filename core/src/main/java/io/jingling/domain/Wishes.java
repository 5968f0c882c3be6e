package io.jingling.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a subscriber asked for. What is not said here is left to the default wishes.
 *
 * @param on false: the service is off, every call rings
 * @param categories own action per category; absent ones are left to the default
 * @param presets own action per preset; absent ones are left to the default
 * @param prefixes own prefixes, at most {@value #PREFIXES_MAX}; the longest that fits decides
 * @param white numbers that always ring, at most {@value #LIST_MAX}
 * @param black numbers that never ring, at most {@value #LIST_MAX}
 * @param quietHours time windows, at most {@value #QUIET_HOURS_MAX}
 * @param courierUntil until then every call rings, because a courier is waited for; EPOCH where none
 */
public record Wishes(
        boolean on,
        Map<Category, Action> categories,
        Map<Preset, Action> presets,
        List<OwnPrefix> prefixes,
        List<ListEntry> white,
        List<ListEntry> black,
        List<QuietHours> quietHours,
        Instant courierUntil) {
    public static final int PREFIXES_MAX = 10;
    public static final int LIST_MAX = 1_000;
    public static final int QUIET_HOURS_MAX = 7;

    /** Nothing of one's own: the default wishes decide all. */
    public static final Wishes DEFAULT =
            new Wishes(true, Map.of(), Map.of(), List.of(), List.of(), List.of(), List.of(), Instant.EPOCH);

    public Wishes {
        categories = Map.copyOf(categories);
        presets = Map.copyOf(presets);
        prefixes = atMost("prefixes", prefixes, PREFIXES_MAX);
        white = atMost("white list", white, LIST_MAX);
        black = atMost("black list", black, LIST_MAX);
        quietHours = atMost("quiet hours", quietHours, QUIET_HOURS_MAX);
        distinct("prefixes", prefixes.stream().map(OwnPrefix::digits).toList());
        distinct("white list", white.stream().map(ListEntry::number).toList());
        distinct("black list", black.stream().map(ListEntry::number).toList());
    }

    public Wishes switchedOn(boolean nowOn) {
        return new Wishes(nowOn, categories, presets, prefixes, white, black, quietHours, courierUntil);
    }

    public Wishes withCategory(Category category, Action action) {
        Map<Category, Action> changed = new EnumMap<>(Category.class);
        changed.putAll(categories);
        changed.put(category, action);
        return new Wishes(on, changed, presets, prefixes, white, black, quietHours, courierUntil);
    }

    public Wishes withPreset(Preset preset, Action action) {
        Map<Preset, Action> changed = new EnumMap<>(Preset.class);
        changed.putAll(presets);
        changed.put(preset, action);
        return new Wishes(on, categories, changed, prefixes, white, black, quietHours, courierUntil);
    }

    public Wishes withPrefixes(List<OwnPrefix> changed) {
        return new Wishes(on, categories, presets, changed, white, black, quietHours, courierUntil);
    }

    public Wishes withWhite(List<ListEntry> changed) {
        return new Wishes(on, categories, presets, prefixes, changed, black, quietHours, courierUntil);
    }

    public Wishes withBlack(List<ListEntry> changed) {
        return new Wishes(on, categories, presets, prefixes, white, changed, quietHours, courierUntil);
    }

    public Wishes withQuietHours(List<QuietHours> changed) {
        return new Wishes(on, categories, presets, prefixes, white, black, changed, courierUntil);
    }

    public Wishes withCourierUntil(Instant until) {
        return new Wishes(on, categories, presets, prefixes, white, black, quietHours, until);
    }

    private static <T> List<T> atMost(String field, List<T> entries, int limit) {
        if (entries.size() > limit) {
            throw new IllegalArgumentException(field + ": got " + entries.size() + " entries, want at most " + limit);
        }
        return List.copyOf(entries);
    }

    private static void distinct(String field, List<?> entries) {
        Set<Object> seen = new HashSet<>();
        for (Object entry : entries) {
            if (!seen.add(entry)) {
                throw new IllegalArgumentException(field + ": got " + entry + " twice, want each once");
            }
        }
    }
}
