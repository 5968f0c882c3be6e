package io.jingling.records;

import static io.jingling.records.Reading.NOW;
import static io.jingling.records.Reading.SHANGHAI;
import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Action;
import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.Category;
import io.jingling.domain.ListEntry;
import io.jingling.domain.OwnPrefix;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Preset;
import io.jingling.domain.QuietHours;
import io.jingling.domain.Wishes;
import io.jingling.platform.Platform.WishChange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is written is read back equal. Rerun one seed with {@code -Djingling.seed=N}. */
class RoundTripPropertyTest {
    private static final long SEED = Long.getLong("jingling.seed", 20_261_123L);
    private static final String[] TEXT = {
        "a", "é", "骚扰", "😀", ",", "\"", "\"\"", "\n", "\r\n", " ", ";", "'", "7", "=1+1", "\t", "#", "\\"
    };

    private final Random random = new Random(SEED);

    @Test
    void callRecordsAreReadBackEqual() throws IOException {
        List<CallRecord> written = new ArrayList<>();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (GenericCallsWriter writer = new GenericCallsWriter(file)) {
            for (int i = 0; i < 20_000; i++) {
                CallRecord call = call(i);
                written.add(call);
                writer.write(call);
            }
        }
        Reading<CallRecord> reading =
                Reading.of(CallFormat.GENERIC.read(new ByteArrayInputStream(file.toByteArray()), SHANGHAI));
        assertThat(reading.sentences()).as("seed %d", SEED).isEmpty();
        assertThat(reading.values()).as("seed %d", SEED).isEqualTo(written);
    }

    @Test
    void wishesAreReadBackEqual() throws IOException {
        Map<PhoneNumber, Wishes> written = new LinkedHashMap<>();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (WishesWriter writer = new WishesWriter(file)) {
            for (int i = 0; i < 3_000; i++) {
                PhoneNumber subscriber = PhoneNumber.parse(String.valueOf(13_900_000_000L + i));
                Wishes wishes = wishes();
                written.put(subscriber, wishes);
                writer.write(subscriber, wishes);
            }
        }
        Map<PhoneNumber, Wishes> read = new LinkedHashMap<>();
        Reading<WishChange> reading = Reading.of(WishesFile.csv(new ByteArrayInputStream(file.toByteArray()), NOW));
        reading.values()
                .forEach(wish -> read.compute(wish.subscriber(), (number, before) -> wish.change()
                        .apply(before == null ? Wishes.DEFAULT : before)));
        assertThat(reading.sentences()).as("seed %d", SEED).isEmpty();
        assertThat(read).as("seed %d", SEED).isEqualTo(written);
    }

    private CallRecord call(int i) {
        boolean answered = random.nextBoolean();
        return new CallRecord(
                i + "-" + text(8),
                NOW.minusSeconds(200_000).minusNanos(random.nextLong(700_000_000_000_000_000L)),
                random.nextInt(10) == 0 ? PhoneNumber.HIDDEN : number(),
                number(),
                any(Direction.values()),
                answered,
                Duration.ofMillis(random.nextInt(86_400_001)),
                answered ? Duration.ofMillis(random.nextInt(86_400_001)) : Duration.ZERO,
                any(ReleasedBy.values()),
                text(4),
                new Origin(text(4), text(4), text(6), text(4), text(40)));
    }

    private Wishes wishes() {
        Wishes wishes = Wishes.DEFAULT.switchedOn(random.nextInt(5) > 0);
        for (int i = random.nextInt(5); i > 0; i--) {
            wishes = wishes.withCategory(any(Category.values()), any(Action.values()))
                    .withPreset(any(Preset.values()), any(Action.values()));
        }
        return wishes.withPrefixes(prefixes())
                .withWhite(list())
                .withBlack(list())
                .withQuietHours(quiet());
    }

    private List<OwnPrefix> prefixes() {
        TreeSet<Integer> digits = new TreeSet<>();
        random.ints(random.nextInt(Wishes.PREFIXES_MAX + 1), 100, 1_000_000).forEach(digits::add);
        return digits.stream()
                .map(prefix -> new OwnPrefix(String.valueOf(prefix), any(Action.values())))
                .toList();
    }

    private List<ListEntry> list() {
        Map<PhoneNumber, ListEntry> entries = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            PhoneNumber number = number();
            entries.put(number, new ListEntry(number, text(10)));
        }
        return List.copyOf(entries.values());
    }

    private List<QuietHours> quiet() {
        List<QuietHours> windows = new ArrayList<>();
        for (int i = random.nextInt(Wishes.QUIET_HOURS_MAX + 1); i > 0; i--) {
            TreeSet<DayOfWeek> days = new TreeSet<>(List.of(any(DayOfWeek.values()), DayOfWeek.of(i)));
            windows.add(new QuietHours(days, LocalTime.of(i, random.nextInt(60)), time(), any(Action.values())));
        }
        return windows;
    }

    private LocalTime time() {
        return LocalTime.of(random.nextInt(24), random.nextInt(60));
    }

    private PhoneNumber number() {
        long local = 10_000_000 + random.nextInt(90_000_000);
        return PhoneNumber.parse(
                switch (random.nextInt(5)) {
                    case 0 -> "+1212" + local;
                    case 1 -> "010" + local;
                    case 2 -> "95" + (100 + random.nextInt(900));
                    case 3 -> "4001" + (100_000 + random.nextInt(900_000));
                    default -> "138" + local;
                });
    }

    private String text(int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(pieces + 1); i > 0; i--) {
            text.append(any(TEXT));
        }
        return text.toString();
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
