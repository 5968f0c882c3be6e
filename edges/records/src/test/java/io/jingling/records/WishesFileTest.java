package io.jingling.records;

import static io.jingling.records.Reading.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.ListEntry;
import io.jingling.domain.OwnPrefix;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Preset;
import io.jingling.domain.QuietHours;
import io.jingling.domain.Wishes;
import io.jingling.platform.Platform.WishChange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishesFileTest {
    private static final String HEADER = "number,category,action,note\n";
    private static final PhoneNumber SUBSCRIBER = PhoneNumber.parse("13900000001");

    private final Map<PhoneNumber, Wishes> kept = new HashMap<>();
    private final List<String> rejects = new ArrayList<>();

    @Test
    void eachRowChangesOneWish() {
        merge("""
                13900000001,07,reject,
                13900000001,F1,label,
                13900000001,preset:overseas,silent,
                13900000001,prefix:0571,challenge,
                13900000001,white:010-1234 5678,pass,the school
                13900000001,black:17000001111,,again and again
                13900000001,quiet:22:00-07:00,silent,
                13900000001,quiet:mon-wed+sun:12:00-14:00,reject,
                13900000001,courier:2h,pass,
                """);
        assertThat(rejects).isEmpty();
        Wishes wishes = kept.get(SUBSCRIBER);
        assertThat(wishes.on()).isTrue();
        assertThat(wishes.categories()).isEqualTo(Map.of(Category.LOANS, Action.REJECT, Category.FRAUD, Action.LABEL));
        assertThat(wishes.presets()).isEqualTo(Map.of(Preset.OVERSEAS, Action.SILENT));
        assertThat(wishes.prefixes()).containsExactly(new OwnPrefix("0571", Action.CHALLENGE));
        assertThat(wishes.white()).containsExactly(entry("01012345678", "the school"));
        assertThat(wishes.black()).containsExactly(entry("17000001111", "again and again"));
        assertThat(wishes.quietHours())
                .containsExactly(
                        QuietHours.nightly(),
                        new QuietHours(
                                EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY),
                                LocalTime.of(12, 0),
                                LocalTime.of(14, 0),
                                Action.REJECT));
        assertThat(wishes.courierUntil()).isEqualTo(NOW.plus(Duration.ofHours(2)));
    }

    @Test
    void theServiceIsSwitchedOffAndOn() {
        merge("13900000001,service,off,\n");
        assertThat(kept.get(SUBSCRIBER).on()).isFalse();
        merge("13900000001,service,on,\n");
        assertThat(kept.get(SUBSCRIBER)).isEqualTo(Wishes.DEFAULT);
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        String rows = "13900000001,07,reject,\n13900000001,white:01012345678,,a\n13900000001,prefix:0571,label,\n"
                + "13900000001,quiet:22:00-07:00,silent,\n";
        merge(rows);
        Wishes once = kept.get(SUBSCRIBER);
        merge(rows);
        assertThat(kept.get(SUBSCRIBER)).isEqualTo(once);
    }

    @Test
    void defaultTakesAWishBack() {
        String wishes = "07,reject preset:400,label prefix:0571,label white:01012345678,pass black:17000001111,reject "
                + "quiet:22:00-07:00,silent courier:1h,pass service,off";
        merge(rows(wishes.split(" ")));
        merge(rows(wishes.replaceAll("(?<=,)[a-z]+", "default").split(" ")));
        assertThat(rejects).isEmpty();
        assertThat(kept.get(SUBSCRIBER)).isEqualTo(Wishes.DEFAULT);
    }

    @Test
    void whatTheFileDoesNotNameStaysAsItWas() {
        kept.put(SUBSCRIBER, Wishes.DEFAULT.withCategory(Category.INSURANCE, Action.SILENT));
        merge("13900000001,07,reject,\n");
        assertThat(kept.get(SUBSCRIBER).categories()).containsEntry(Category.INSURANCE, Action.SILENT);
    }

    @Test
    void aRowOverALimitIsRefusedByItselfAndTheRestIsTaken() {
        String white = IntStream.range(0, Wishes.LIST_MAX + 2)
                .mapToObj(i -> "13900000001,white:" + (13_700_000_000L + i) + ",,\n")
                .collect(Collectors.joining());
        merge(white + "13900000002,07,reject,\n");
        assertThat(rejects)
                .containsExactly(
                        "line 1002: white list: got 1001 entries, want at most 1000",
                        "line 1003: white list: got 1001 entries, want at most 1000");
        assertThat(kept.get(SUBSCRIBER).white()).hasSize(Wishes.LIST_MAX);
        assertThat(kept).containsKey(PhoneNumber.parse("13900000002"));
    }

    @Test
    void rowsOfOneSubscriberMayBeFarApart() {
        String others = IntStream.range(0, 1_500)
                .mapToObj(i -> (13_700_000_000L + i) + ",07,reject,\n")
                .collect(Collectors.joining());
        merge("13900000001,07,reject,\n" + others + "13900000001,05,label,\n");
        assertThat(kept.get(SUBSCRIBER).categories())
                .isEqualTo(Map.of(Category.LOANS, Action.REJECT, Category.INSURANCE, Action.LABEL));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            13900000001,22,reject, | category: got "22", want 01 to 21, F1, preset:400, prefix:0571, white:NUMBER, black:NUMBER, quiet:22:00-07:00, courier:2h or service
            13900000001,colour:red,reject, | category: got "colour:red", want 01 to 21, F1, preset:400, prefix:0571, white:NUMBER, black:NUMBER, quiet:22:00-07:00, courier:2h or service
            13900000001,07,block, | action: got "block", want one of [pass, label, silent, challenge, reject]
            13900000001,07,, | action: got "", want one of [pass, label, silent, challenge, reject]
            13900000001,preset:999,reject, | category: got "999", want one of [400, 950, 951, 952, 957, overseas, hidden]
            13900000001,prefix:0,reject, | category: got "0", want 3 to 11 digits, such as 0571
            13900000001,prefix:05,reject, | category: got "05", want 3 to 11 digits, such as 0571
            13900000001,prefix:05x1,reject, | category: got "05x1", want 3 to 11 digits, such as 0571
            13900000001,prefix:057112345678,reject, | category: got "057*********", want 3 to 11 digits, such as 0571
            13900000001,white:138,, | category: got "138" (only the beginning of a number), want 3 to 17 digits of a whole number, such as 138…, 010…, 95588 or +1…
            13900000001,white:13800001111,reject, | action: got "reject", want pass or default
            13900000001,black:13800001111,pass, | action: got "pass", want reject or default
            13900000001,quiet:22-7,silent, | category: got "quiet:22-7", want quiet:22:00-07:00, quiet:mon-fri:12:00-14:00 or quiet:sat+sun:00:00-09:30
            13900000001,quiet:25:00-07:00,silent, | category: got "quiet:25:0*-**:**", want quiet:22:00-07:00, quiet:mon-fri:12:00-14:00 or quiet:sat+sun:00:00-09:30
            13900000001,quiet:xyz:22:00-07:00,silent, | category: got "quiet:xyz:22:0*-**:**", want quiet:22:00-07:00, quiet:mon-fri:12:00-14:00 or quiet:sat+sun:00:00-09:30
            13900000001,courier:3h,pass, | category: got "courier:3h", want courier:1h, courier:2h or courier:4h
            13900000001,service,reject, | action: got "reject", want on or off
            138,07,reject, | number: got "138" (only the beginning of a number), want 3 to 17 digits of a whole number, such as 138…, 010…, 95588 or +1…
            """)
    void aBadRowIsNamedAndTheRestIsTaken(String row, String sentence) {
        merge(row + "\n13900000002,07,reject,\n");
        assertThat(rejects).containsExactly("line 2: " + sentence);
        assertThat(kept.keySet()).isEqualTo(Set.of(PhoneNumber.parse("13900000002")));
    }

    @Test
    void aNoteOverItsLimitIsRefused() {
        merge("13900000001,white:13800001111,," + "x".repeat(101) + "\n");
        assertThat(rejects).containsExactly("line 2: note: got 101 characters, want at most 100");
    }

    @Test
    void theNoteColumnMayBeLeftOut() {
        Reading<WishChange> reading =
                Reading.of(WishesFile.csv(Reading.utf8("action,category,number\nreject,07,13900000001\n"), NOW));
        assertThat(reading.values()).hasSize(1);
    }

    @Test
    void aWrongHeaderIsOneError() {
        assertThatThrownBy(() -> WishesFile.csv(Reading.utf8("number,wish,action\n"), NOW))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("header: got \"number,wish,action\", want number,category,action (and, if wished, note)");
    }

    private static ListEntry entry(String number, String note) {
        return new ListEntry(PhoneNumber.parse(number), note);
    }

    private static String rows(String[] wishes) {
        return java.util.Arrays.stream(wishes)
                .map(wish -> "13900000001," + wish + ",\n")
                .collect(Collectors.joining());
    }

    private void merge(String rows) {
        try (Rows<WishChange> file = WishesFile.csv(Reading.utf8(HEADER + rows), NOW)) {
            file.forEachRemaining(this::merge);
        }
    }

    private void merge(Row<WishChange> row) {
        switch (row) {
            case Row.Refused<WishChange>(Rejected why) -> rejects.add(why.sentence());
            case Row.Taken<WishChange>(long line, String raw, WishChange wish) -> {
                try {
                    kept.compute(wish.subscriber(), (number, before) -> wish.change()
                            .apply(before == null ? Wishes.DEFAULT : before));
                } catch (IllegalArgumentException limit) {
                    rejects.add(Rejected.of(row, limit).sentence());
                }
            }
        }
    }
}
