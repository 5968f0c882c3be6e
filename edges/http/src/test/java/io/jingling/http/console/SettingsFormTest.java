package io.jingling.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.ListEntry;
import io.jingling.domain.OwnPrefix;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Preset;
import io.jingling.domain.QuietHours;
import io.jingling.domain.Wishes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingsFormTest {
    private static final Words WORDS = Words.in(Language.CHINESE);
    private static final WishesViews VIEWS = new WishesViews(WORDS, true);

    private final Map<String, List<String>> fields = new HashMap<>();

    @Test
    void whatIsShownAndSentBackUnchangedIsTheSameWish() {
        Wishes wishes = Wishes.DEFAULT
                .withCategory(Category.LOANS, Action.REJECT)
                .withCategory(Category.FRAUD, Action.SILENT)
                .withPreset(Preset.OVERSEAS, Action.CHALLENGE)
                .withPrefixes(List.of(new OwnPrefix("0571", Action.LABEL), new OwnPrefix("1701", Action.REJECT)))
                .withQuietHours(List.of(QuietHours.nightly()))
                .withWhite(List.of(new ListEntry(PhoneNumber.parse("13800138000"), "")))
                .withCourierUntil(Instant.parse("2026-11-23T10:00:00Z"));
        send(VIEWS.settings("id", wishes, Map.of()));
        SettingsForm read = read();
        assertThat(read.problems()).isEmpty();
        assertThat(read.in(wishes)).isEqualTo(wishes);
    }

    @Test
    void whatIsLeftToTheDefaultIsNoWish() {
        put("category-07", "");
        assertThat(read().in(Wishes.DEFAULT)).isEqualTo(Wishes.DEFAULT);
    }

    @Test
    void aShortPrefixIsToldWithWhatWasGotAndWhatIsWanted() {
        prefix("n1", "05");
        assertThat(read().problems().get("prefix-n1")).contains("“05”").contains("3 到 11 位");
    }

    @Test
    void anEmptyAndARepeatedPrefixAreTold() {
        prefix("n1", "0571");
        prefix("n2", "0571");
        prefix("n3", "");
        assertThat(read().problems()).containsOnlyKeys("prefix-n2", "prefix-n3");
    }

    @Test
    void quietHoursWithoutADayOrATimeAreTold() {
        put("quiet-row", "n1", "n2");
        put("quiet-from-n1", "22:00");
        put("quiet-to-n1", "07:00");
        put("quiet-day-n2", "1");
        put("quiet-from-n2", "25:00");
        put("quiet-to-n2", "07:00");
        assertThat(read().problems()).containsOnlyKeys("quiet-n1", "quiet-n2");
    }

    @Test
    void tooManyPrefixesAreToldWithTheLimit() {
        for (int i = 0; i <= Wishes.PREFIXES_MAX; i++) {
            prefix("n" + i, "05" + (10 + i));
        }
        assertThat(read().problems().get("form")).contains("11").contains("10");
    }

    @Test
    void anActionThatDoesNotExistIsTold() {
        put("category-07", "explode");
        assertThat(read().problems().get("form")).contains("explode");
    }

    @Test
    void whatWasTypedComesBackAsItWas() {
        prefix("n1", "abc");
        put("category-07", "reject");
        SettingsForm read = read();
        SettingsView again = read.again("id", "seen", VIEWS, read.problems());
        assertThat(again.prefixes()).singleElement().satisfies(row -> {
            assertThat(row.digits()).isEqualTo("abc");
            assertThat(row.problem()).isNotEmpty();
        });
        assertThat(again.groups().stream().flatMap(group -> group.choices().stream()))
                .anySatisfy(choice -> {
                    assertThat(choice.code()).isEqualTo("07");
                    assertThat(choice.chosen()).isEqualTo("reject");
                });
    }

    private SettingsForm read() {
        return SettingsForm.read(new Form(fields), WORDS);
    }

    private void prefix(String key, String digits) {
        add("prefix-row", key);
        put("prefix-digits-" + key, digits);
        put("prefix-action-" + key, "reject");
    }

    private void put(String field, String... values) {
        fields.put(field, List.of(values));
    }

    private void add(String field, String value) {
        fields.merge(field, List.of(value), (a, b) -> Stream.concat(a.stream(), b.stream())
                .toList());
    }

    /** As a browser sends what the page shows. */
    private void send(SettingsView view) {
        view.groups().forEach(group -> group.choices().forEach(choice -> put(choice.field(), choice.chosen())));
        view.presets().forEach(choice -> put(choice.field(), choice.chosen()));
        for (SettingsView.PrefixRow row : view.prefixes()) {
            prefix(row.key(), row.digits());
            put(row.actionField(), row.action());
        }
        for (SettingsView.QuietRow row : view.quietHours()) {
            add("quiet-row", row.key());
            put("quiet-from-" + row.key(), row.from());
            put("quiet-to-" + row.key(), row.to());
            put(row.actionField(), row.action());
            row.days().stream()
                    .filter(SettingsView.Day::chosen)
                    .forEach(day -> add("quiet-day-" + row.key(), Integer.toString(day.number())));
        }
    }
}
