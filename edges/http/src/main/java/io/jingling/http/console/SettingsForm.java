package io.jingling.http.console;

import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.Masking;
import io.jingling.domain.OwnPrefix;
import io.jingling.domain.Preset;
import io.jingling.domain.QuietHours;
import io.jingling.domain.Wishes;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the settings that one button saves. Everything typed is kept, so that a form with a mistake
 * comes back as it was, with a sentence at each field that has to be put right.
 */
final class SettingsForm {
    private static final int ROWS_READ_MAX = 50;

    private final Form form;
    private final Words words;
    private final Map<String, String> problems = new HashMap<>();
    private final Map<Category, Action> categories = new EnumMap<>(Category.class);
    private final Map<Preset, Action> presets = new EnumMap<>(Preset.class);
    private final List<OwnPrefix> prefixes = new ArrayList<>();
    private final List<QuietHours> quietHours = new ArrayList<>();

    private SettingsForm(Form form, Words words) {
        this.form = form;
        this.words = words;
    }

    static SettingsForm read(Form form, Words words) {
        SettingsForm read = new SettingsForm(form, words);
        for (Category category : Category.values()) {
            read.action("category-" + category.code()).ifPresent(action -> read.categories.put(category, action));
        }
        for (Preset preset : Preset.values()) {
            read.action("preset-" + preset.word()).ifPresent(action -> read.presets.put(preset, action));
        }
        read.readPrefixes();
        read.readQuietHours();
        return read;
    }

    Map<String, String> problems() {
        return problems;
    }

    /** The wishes with these settings; only where there are no problems. */
    Wishes in(Wishes wishes) {
        return new Wishes(
                wishes.on(),
                categories,
                presets,
                prefixes,
                wishes.white(),
                wishes.black(),
                quietHours,
                wishes.courierUntil());
    }

    /** The form as it was typed. */
    SettingsView again(String id, String seen, WishesViews views, Map<String, String> allProblems) {
        Map<String, String> chosenCategories = new HashMap<>();
        for (Category category : Category.values()) {
            chosenCategories.put(category.code(), form.text("category-" + category.code()));
        }
        Map<String, String> chosenPresets = new HashMap<>();
        for (Preset preset : Preset.values()) {
            chosenPresets.put(preset.word(), form.text("preset-" + preset.word()));
        }
        List<SettingsView.PrefixRow> typedPrefixes = rows("prefix").stream()
                .map(key -> new SettingsView.PrefixRow(
                        key,
                        form.text("prefix-digits-" + key),
                        form.text("prefix-action-" + key),
                        problem("prefix-" + key)))
                .toList();
        List<SettingsView.QuietRow> typedQuiet = rows("quiet").stream()
                .map(key -> new SettingsView.QuietRow(
                        key,
                        views.days(dayNumbers(key)),
                        form.text("quiet-from-" + key),
                        form.text("quiet-to-" + key),
                        form.text("quiet-action-" + key),
                        problem("quiet-" + key)))
                .toList();
        return views.settings(id, chosenCategories, chosenPresets, typedPrefixes, typedQuiet, seen, allProblems);
    }

    private String problem(String field) {
        return problems.getOrDefault(field, "");
    }

    private void readPrefixes() {
        Set<String> seen = new HashSet<>();
        for (String key : rows("prefix")) {
            String digits = form.text("prefix-digits-" + key);
            Optional<Action> action = action("prefix-action-" + key);
            if (digits.isEmpty()) {
                problems.put("prefix-" + key, words.say("prefixMissing"));
            } else if (!seen.add(digits)) {
                problems.put("prefix-" + key, words.say("prefixTwice", digits));
            } else {
                try {
                    prefixes.add(new OwnPrefix(digits, action.orElse(Action.REJECT)));
                } catch (IllegalArgumentException wrong) {
                    problems.put("prefix-" + key, words.say("prefixWrong", Masking.clip(digits)));
                }
            }
        }
        if (prefixes.size() > Wishes.PREFIXES_MAX) {
            problems.put("form", words.say("prefixesTooMany", prefixes.size(), Wishes.PREFIXES_MAX));
        }
    }

    private void readQuietHours() {
        for (String key : rows("quiet")) {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            dayNumbers(key).forEach(day -> days.add(DayOfWeek.of(day)));
            Optional<LocalTime> from = time("quiet-from-" + key);
            Optional<LocalTime> to = time("quiet-to-" + key);
            if (days.isEmpty()) {
                problems.put("quiet-" + key, words.say("quietDaysMissing"));
            } else if (from.isEmpty() || to.isEmpty()) {
                problems.put("quiet-" + key, words.say("quietTimeMissing"));
            } else {
                quietHours.add(new QuietHours(
                        days,
                        from.get(),
                        to.get(),
                        action("quiet-action-" + key).orElse(Action.SILENT)));
            }
        }
        if (quietHours.size() > Wishes.QUIET_HOURS_MAX) {
            problems.put("form", words.say("quietTooMany", quietHours.size(), Wishes.QUIET_HOURS_MAX));
        }
    }

    private Optional<Action> action(String field) {
        String word = form.text(field);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Action.of(word));
        } catch (IllegalArgumentException wrong) {
            problems.put("form", words.say("actionWrong", Masking.clip(word)));
            return Optional.empty();
        }
    }

    private Optional<LocalTime> time(String field) {
        try {
            return Optional.of(LocalTime.parse(form.text(field)).withSecond(0).withNano(0));
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }

    private List<Integer> dayNumbers(String key) {
        return form.all("quiet-day-" + key).stream()
                .filter(day -> day.matches("[1-7]"))
                .map(Integer::valueOf)
                .toList();
    }

    /** The rows' keys in their order; whatever is not a key of ours is not read. */
    private List<String> rows(String kind) {
        return form.all(kind + "-row").stream()
                .filter(key -> key.matches("[a-z]\\d{1,6}"))
                .distinct()
                .limit(ROWS_READ_MAX)
                .toList();
    }
}
