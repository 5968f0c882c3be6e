package io.jingling.http.console;

import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.ListEntry;
import io.jingling.domain.OwnPrefix;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Preset;
import io.jingling.domain.Purpose;
import io.jingling.domain.QuietHours;
import io.jingling.domain.Wishes;
import io.jingling.screening.Policy;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the editor's views out of wishes.
 *
 * @param words the visitor's language
 * @param mayChange true where numbers on the lists are shown in full, so that they can be put right
 */
record WishesViews(Words words, boolean mayChange) {
    WishesView editor(String id, PhoneNumber number, Wishes wishes, Instant now, Toast toast) {
        return new WishesView(
                id,
                words.of(number),
                words.of(number.kind()),
                wishes.on(),
                wishes.courierUntil().isAfter(now) ? Times.minute(wishes.courierUntil()) : "",
                settings(id, wishes, Map.of()),
                list(id, "white", wishes.white()),
                list(id, "black", wishes.black()),
                Ladder.plain(words),
                toast);
    }

    SettingsView settings(String id, Wishes wishes, Map<String, String> problems) {
        List<SettingsView.PrefixRow> prefixes = new ArrayList<>();
        for (OwnPrefix prefix : wishes.prefixes()) {
            prefixes.add(new SettingsView.PrefixRow(
                    "p" + prefixes.size(), prefix.digits(), prefix.action().word(), ""));
        }
        List<SettingsView.QuietRow> quiet = new ArrayList<>();
        for (QuietHours hours : wishes.quietHours()) {
            quiet.add(new SettingsView.QuietRow(
                    "q" + quiet.size(),
                    days(hours.days().stream().map(DayOfWeek::getValue).toList()),
                    hours.from().toString(),
                    hours.to().toString(),
                    hours.action().word(),
                    ""));
        }
        return settings(
                id, words(wishes.categories()), words(wishes.presets()), prefixes, quiet, seen(wishes), problems);
    }

    /** The same from what was typed; keys are categories' codes and presets' words. */
    SettingsView settings(
            String id,
            Map<String, String> categories,
            Map<String, String> presets,
            List<SettingsView.PrefixRow> prefixes,
            List<SettingsView.QuietRow> quiet,
            String seen,
            Map<String, String> problems) {
        return new SettingsView(
                id,
                Arrays.stream(Action.values())
                        .map(action -> new Charts.Column(action.word(), words.of(action)))
                        .toList(),
                Arrays.stream(Groups.values())
                        .map(group -> group(group, categories))
                        .toList(),
                Arrays.stream(Preset.values())
                        .map(preset -> choice(preset, presets))
                        .toList(),
                prefixes,
                quiet,
                seen,
                new SettingsView.QuietRow(
                        SettingsView.NEW_KEY, days(List.of(1, 2, 3, 4, 5, 6, 7)), "22:00", "07:00", "silent", ""),
                problems);
    }

    ListView list(String id, String colour, List<ListEntry> entries) {
        return list(id, colour, entries, "", "", "", "", List.of());
    }

    ListView list(
            String id,
            String colour,
            List<ListEntry> entries,
            String typed,
            String note,
            String problem,
            String pasted,
            List<String> pasteProblems) {
        List<ListView.Entry> newestFirst =
                new ArrayList<>(entries.stream().map(this::entry).toList());
        Collections.reverse(newestFirst);
        return new ListView(id, colour, newestFirst, Wishes.LIST_MAX, typed, note, problem, pasted, pasteProblems);
    }

    List<SettingsView.Day> days(List<Integer> chosen) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new SettingsView.Day(
                        day.getValue(), words.say("day." + day.getValue()), chosen.contains(day.getValue())))
                .toList();
    }

    /** Equal for equal settings, within one run of the server. */
    static String seen(Wishes wishes) {
        int hash = List.of(wishes.categories(), wishes.presets(), wishes.prefixes(), wishes.quietHours())
                .hashCode();
        return Integer.toHexString(hash);
    }

    private ListView.Entry entry(ListEntry entry) {
        String shown = mayChange ? entry.number().revealTo(Purpose.OWNER_VIEW) : words.of(entry.number());
        return new ListView.Entry(shown, mayChange ? shown : "", entry.note());
    }

    private SettingsView.Group group(Groups group, Map<String, String> chosen) {
        String key = group.name().toLowerCase(Locale.ROOT);
        return new SettingsView.Group(
                key,
                words.say("group." + key),
                group.categories().stream()
                        .map(category -> choice(category, chosen))
                        .toList());
    }

    private SettingsView.Choice choice(Category category, Map<String, String> chosen) {
        return new SettingsView.Choice(
                "category-" + category.code(),
                category.code(),
                words.of(category),
                chosen.getOrDefault(category.code(), ""),
                Optional.ofNullable(Policy.defaultWishes().categories().get(category))
                        .map(words::of)
                        .orElse(words.say("noWish")),
                category.isDecidable() ? "" : words.say("onlyIfAsked"));
    }

    private SettingsView.Choice choice(Preset preset, Map<String, String> chosen) {
        return new SettingsView.Choice(
                "preset-" + preset.word(),
                "",
                words.of(preset),
                chosen.getOrDefault(preset.word(), ""),
                words.say("noWish"),
                "");
    }

    private static Map<String, String> words(Map<?, Action> chosen) {
        return chosen.entrySet().stream()
                .collect(Collectors.toMap(
                        one -> one.getKey() instanceof Category category
                                ? category.code()
                                : ((Preset) one.getKey()).word(),
                        one -> one.getValue().word()));
    }
}
