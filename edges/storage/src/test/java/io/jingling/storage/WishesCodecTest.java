package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.ListEntry;
import io.jingling.domain.OwnPrefix;
import io.jingling.domain.Preset;
import io.jingling.domain.QuietHours;
import io.jingling.domain.Wishes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WishesCodecTest {
    private static final Action[] ACTIONS = Action.values();

    @Test
    void anyWishesAreReadAsTheyWereWritten() {
        for (long seed = 0; seed < 500; seed++) {
            Wishes wishes = wishes(new Random(seed));
            assertThat(WishesCodec.read(WishesCodec.write(Numbers.mobile(5), wishes)))
                    .as("seed %d", seed)
                    .isEqualTo(new WishesCodec.Row(Numbers.mobile(5), Optional.of(wishes)));
        }
    }

    @Test
    void theLongestListsFit() {
        List<ListEntry> full = IntStream.range(0, Wishes.LIST_MAX)
                .mapToObj(i -> new ListEntry(Numbers.mobile(i), "备".repeat(ListEntry.NOTE_MAX)))
                .toList();
        Wishes wishes = Wishes.DEFAULT.withWhite(full).withBlack(full);
        assertThat(WishesCodec.read(WishesCodec.write(Numbers.mobile(1), wishes))
                        .wishes())
                .contains(wishes);
    }

    @Test
    void aNumberAloneHasNoWishes() {
        assertThat(WishesCodec.read(WishesCodec.write(Numbers.mobile(1))))
                .isEqualTo(new WishesCodec.Row(Numbers.mobile(1), Optional.empty()));
    }

    /** What is stored today must be read for ever: these bytes do not change. */
    @Test
    void theFormatStaysAsItIs() {
        byte[] stored = HexFormat.of()
                .parseHex("2c000003368b4a010101000000006afd86c00000000000010604000105020001043035373101"
                        + "00012c000003368b4a070003e5a688000000017f000048082fddc000000016eb550c600002");
        Wishes wishes = Wishes.DEFAULT
                .withCategory(Category.LOANS, Action.REJECT)
                .withPreset(Preset.OVERSEAS, Action.SILENT)
                .withPrefixes(List.of(new OwnPrefix("0571", Action.LABEL)))
                .withWhite(List.of(new ListEntry(Numbers.mobile(7), "妈")))
                .withQuietHours(List.of(QuietHours.nightly()))
                .withCourierUntil(Instant.ofEpochSecond(1_795_000_000));
        assertThat(WishesCodec.read(stored).wishes()).contains(wishes);
        assertThat(WishesCodec.write(Numbers.mobile(1), wishes)).isEqualTo(stored);
    }

    @Test
    void aNewerFormatIsNotGuessedAt() {
        byte[] newer = WishesCodec.write(Numbers.mobile(1), Wishes.DEFAULT);
        newer[8] = 2;
        assertThatThrownBy(() -> WishesCodec.read(newer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wishes: got format 2, want at most 1; they were written by a newer version");
    }

    private static Wishes wishes(Random random) {
        return new Wishes(
                random.nextBoolean(),
                actions(Category.class, random),
                actions(Preset.class, random),
                IntStream.range(0, random.nextInt(Wishes.PREFIXES_MAX + 1))
                        .mapToObj(i -> new OwnPrefix("057" + i, action(random)))
                        .toList(),
                list(random),
                list(random),
                Stream.generate(() -> quietHours(random))
                        .limit(random.nextInt(Wishes.QUIET_HOURS_MAX + 1))
                        .toList(),
                Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)));
    }

    private static <K extends Enum<K>> Map<K, Action> actions(Class<K> keys, Random random) {
        Map<K, Action> actions = new EnumMap<>(keys);
        for (K key : keys.getEnumConstants()) {
            if (random.nextBoolean()) {
                actions.put(key, action(random));
            }
        }
        return actions;
    }

    private static List<ListEntry> list(Random random) {
        return IntStream.range(0, random.nextInt(20))
                .mapToObj(i -> new ListEntry(Numbers.mobile(i), random.nextBoolean() ? "" : "备注 é \uD83D\uDE00" + i))
                .toList();
    }

    private static QuietHours quietHours(Random random) {
        Set<DayOfWeek> days = Stream.of(DayOfWeek.values())
                .filter(day -> day == DayOfWeek.FRIDAY || random.nextBoolean())
                .collect(Collectors.toSet());
        LocalTime from = LocalTime.of(random.nextInt(24), random.nextInt(60));
        return new QuietHours(days, from, LocalTime.MAX, action(random));
    }

    private static Action action(Random random) {
        return ACTIONS[random.nextInt(ACTIONS.length)];
    }
}
