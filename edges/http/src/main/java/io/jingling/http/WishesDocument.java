package io.jingling.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.ListEntry;
import io.jingling.domain.OwnPrefix;
import io.jingling.domain.Preset;
import io.jingling.domain.Purpose;
import io.jingling.domain.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A subscriber's wishes as a document. What is absent is null here, as the reader of JSON leaves it.
 *
 * @param courierHours only sent; the answer has {@code courierUntil}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What a subscriber asked for; what is absent is left to the default wishes.")
record WishesDocument(
        @Schema(description = "False: the service is off, every call rings. True where absent.")
        Boolean on,

        @Schema(description = "Category (01 to 21, F1) → action.", examples = "{\"07\":\"reject\"}")
        Map<String, String> categories,

        @Schema(
                description = "Preset (400, 950, 951, 952, 957, overseas, hidden) → action.",
                examples = "{\"overseas\":\"silent\"}")
        Map<String, String> presets,

        @Schema(
                description = "Own prefix of 3 to 11 digits → action; at most 10, the longest that fits decides.",
                examples = "{\"0571\":\"label\"}")
        Map<String, String> prefixes,

        @Schema(description = "Numbers that always ring; at most 1000.")
        List<Entry> white,

        @Schema(description = "Numbers that never ring; at most 1000.")
        List<Entry> black,

        @Schema(description = "At most 7 time windows.") List<QuietTime> quietHours,

        @Schema(description = "Wait for a courier so long: 1, 2 or 4. Not together with courierUntil.", examples = "2")
        Integer courierHours,

        @Schema(
                description = "Every call rings until then; at most four hours from now.",
                examples = "2026-11-23T11:30:00+08:00")
        String courierUntil) {
    private static final Set<Integer> COURIER_HOURS = Set.of(1, 2, 4);
    private static final Duration COURIER_LONGEST = Duration.ofHours(4).plusMinutes(1);

    /** A number on a list, with the subscriber's note. */
    @Schema(description = "A number on a list.")
    record Entry(
            @Schema(required = true, examples = "13900139000")
            String number,

            @Schema(description = "At most 100 characters; empty where absent.", examples = "女儿的老师")
            String note) {}

    static WishesDocument of(Wishes wishes, Instant now, boolean full) {
        boolean waiting = wishes.courierUntil().isAfter(now);
        return new WishesDocument(
                wishes.on(),
                words(wishes.categories(), Category::code),
                words(wishes.presets(), Preset::word),
                prefixes(wishes.prefixes()),
                entries(wishes.white(), full),
                entries(wishes.black(), full),
                wishes.quietHours().stream().map(QuietTime::of).toList(),
                null,
                waiting ? wishes.courierUntil().toString() : null);
    }

    Wishes toWishes(Instant now) {
        return BadInput.in(
                "wishes",
                () -> new Wishes(
                        on == null || on,
                        read("categories", categories, Category::of),
                        read("presets", presets, Preset::of),
                        readPrefixes(),
                        readEntries("white", white),
                        readEntries("black", black),
                        readQuietHours(),
                        readCourier(now)));
    }

    private static <K extends Enum<K>> Map<String, String> words(Map<K, Action> wished, Function<K, String> word) {
        Map<String, String> words = new TreeMap<>();
        wished.forEach((key, action) -> words.put(word.apply(key), action.word()));
        return words;
    }

    private static Map<String, String> prefixes(List<OwnPrefix> wished) {
        Map<String, String> words = new TreeMap<>();
        wished.forEach(prefix -> words.put(prefix.digits(), prefix.action().word()));
        return words;
    }

    private static List<Entry> entries(List<ListEntry> wished, boolean full) {
        return wished.stream()
                .map(one -> new Entry(
                        full
                                ? one.number().revealTo(Purpose.OWNER_VIEW)
                                : one.number().toString(),
                        // It may well name whom the masked number hides.
                        full ? one.note() : ""))
                .toList();
    }

    private static <K> Map<K, Action> read(String field, Map<String, String> sent, Function<String, K> key) {
        Map<K, Action> read = new TreeMap<>();
        orNone(sent).forEach((word, action) -> {
            K known = BadInput.in(field, () -> key.apply(word));
            if (read.put(known, action(field + "." + word, action)) != null) {
                throw new BadInput(field, word + " twice", "each once");
            }
        });
        return read;
    }

    private List<OwnPrefix> readPrefixes() {
        List<OwnPrefix> read = new ArrayList<>();
        atMost("prefixes", orNone(prefixes).size(), Wishes.PREFIXES_MAX);
        orNone(prefixes)
                .forEach((digits, action) ->
                        read.add(BadInput.in("prefixes", () -> new OwnPrefix(digits, action("prefixes", action)))));
        return read;
    }

    private static List<ListEntry> readEntries(String field, List<Entry> sent) {
        List<Entry> entries = sent == null ? List.of() : sent;
        atMost(field, entries.size(), Wishes.LIST_MAX);
        List<ListEntry> read = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            String at = field + "[" + i + "]";
            Entry entry = present(at, entries.get(i));
            String note = entry.note() == null ? "" : entry.note();
            var number = Numbers.read(at + ".number", entry.number());
            read.add(BadInput.in(at + ".note", () -> new ListEntry(number, note)));
        }
        return read;
    }

    private List<io.jingling.domain.QuietHours> readQuietHours() {
        List<QuietTime> sent = quietHours == null ? List.of() : quietHours;
        atMost("quietHours", sent.size(), Wishes.QUIET_HOURS_MAX);
        List<io.jingling.domain.QuietHours> read = new ArrayList<>(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            String at = "quietHours[" + i + "]";
            read.add(present(at, sent.get(i)).toQuietHours(at));
        }
        return read;
    }

    private Instant readCourier(Instant now) {
        if (courierHours != null) {
            if (courierUntil != null || !COURIER_HOURS.contains(courierHours)) {
                throw new BadInput("courierHours", courierHours.toString(), "1, 2 or 4, and no courierUntil beside it");
            }
            return now.plus(Duration.ofHours(courierHours));
        }
        if (courierUntil == null) {
            return Instant.EPOCH;
        }
        Instant until = Moment.read("courierUntil", courierUntil);
        if (until.isAfter(now.plus(COURIER_LONGEST))) {
            throw new BadInput("courierUntil", until.toString(), "at most 4 hours from now");
        }
        return until;
    }

    private static <T> T present(String field, T sent) {
        if (sent == null) {
            throw new BadInput(field, "null", "an object");
        }
        return sent;
    }

    private static Map<String, String> orNone(Map<String, String> sent) {
        return sent == null ? Map.of() : sent;
    }

    private static void atMost(String field, int count, int most) {
        if (count > most) {
            throw new BadInput(field, count + " entries", "at most " + most);
        }
    }

    static Action action(String field, String word) {
        return BadInput.in(field, () -> Action.of(word == null ? "null" : word));
    }
}
