package io.jingling.records;

import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.ListEntry;
import io.jingling.domain.OwnPrefix;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Preset;
import io.jingling.domain.QuietHours;
import io.jingling.domain.Wishes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What one row of a wishes file changes: the same row twice changes nothing more. */
final class WishCell {
    private static final String DEFAULT = "default";
    private static final Set<String> COURIER_HOURS = Set.of("1h", "2h", "4h");
    private static final String KINDS = "01 to 21, F1, preset:400, prefix:0571, white:NUMBER, black:NUMBER, "
            + "quiet:22:00-07:00, courier:2h or service";

    private WishCell() {}

    static UnaryOperator<Wishes> change(Cells cells, Instant now) {
        String wish = cells.word("category");
        int colon = wish.indexOf(':');
        String kind = (colon < 0 ? wish : wish.substring(0, colon)).toLowerCase(Locale.ROOT);
        String about = wish.substring(colon + 1);
        return switch (kind) {
            case "preset" -> preset(read("category", () -> Preset.of(about)), action(cells));
            case "prefix" -> prefix(about, action(cells));
            case "white" -> white(entry(about, cells), taken(cells, Action.PASS));
            case "black" -> black(entry(about, cells), taken(cells, Action.REJECT));
            case "quiet" -> quiet(about, action(cells));
            case "courier" -> courier(about, taken(cells, Action.PASS), now);
            case "service" -> service(cells);
            default -> category(wish, action(cells));
        };
    }

    private static UnaryOperator<Wishes> category(String code, Optional<Action> action) {
        Category category = read("category", () -> Category.of(code), KINDS);
        return wishes -> {
            Map<Category, Action> changed = new HashMap<>(wishes.categories());
            put(changed, category, action);
            return withActions(wishes, changed, wishes.presets());
        };
    }

    private static UnaryOperator<Wishes> preset(Preset preset, Optional<Action> action) {
        return wishes -> {
            Map<Preset, Action> changed = new HashMap<>(wishes.presets());
            put(changed, preset, action);
            return withActions(wishes, wishes.categories(), changed);
        };
    }

    private static UnaryOperator<Wishes> prefix(String digits, Optional<Action> action) {
        OwnPrefix own = read("category", () -> new OwnPrefix(digits, action.orElse(Action.PASS)));
        return wishes -> wishes.withPrefixes(
                replaced(wishes.prefixes(), other -> other.digits().equals(digits), action.map(wished -> own)));
    }

    private static UnaryOperator<Wishes> white(ListEntry entry, boolean listed) {
        return wishes -> wishes.withWhite(
                replaced(wishes.white(), sameNumber(entry), listed ? Optional.of(entry) : Optional.empty()));
    }

    private static UnaryOperator<Wishes> black(ListEntry entry, boolean listed) {
        return wishes -> wishes.withBlack(
                replaced(wishes.black(), sameNumber(entry), listed ? Optional.of(entry) : Optional.empty()));
    }

    private static UnaryOperator<Wishes> quiet(String window, Optional<Action> action) {
        QuietHours hours = QuietWindow.parse(window, action.orElse(Action.SILENT));
        return wishes -> wishes.withQuietHours(replaced(
                wishes.quietHours(),
                other -> other.from().equals(hours.from())
                        && other.to().equals(hours.to())
                        && other.days().equals(hours.days()),
                action.map(wished -> hours)));
    }

    private static UnaryOperator<Wishes> courier(String hours, boolean waits, Instant now) {
        if (!COURIER_HOURS.contains(hours)) {
            throw new BadField("category", Rejected.quote("courier:" + hours), "courier:1h, courier:2h or courier:4h");
        }
        Instant until = now.plus(hours.charAt(0) - '0', ChronoUnit.HOURS);
        return wishes -> wishes.withCourierUntil(waits ? until : Instant.EPOCH);
    }

    private static UnaryOperator<Wishes> service(Cells cells) {
        String action = cells.word("action").toLowerCase(Locale.ROOT);
        if (!Set.of("on", "off", DEFAULT).contains(action)) {
            throw new BadField("action", Rejected.quote(action), "on or off");
        }
        return wishes -> wishes.switchedOn(!action.equals("off"));
    }

    private static ListEntry entry(String number, Cells cells) {
        PhoneNumber listed = read("category", () -> PhoneNumber.parse(number));
        return read("note", () -> new ListEntry(listed, cells.cell("note")));
    }

    /** Empty for {@code default}: the wish is taken back. */
    private static Optional<Action> action(Cells cells) {
        String word = cells.word("action");
        return word.equalsIgnoreCase(DEFAULT) ? Optional.empty() : Optional.of(read("action", () -> Action.of(word)));
    }

    /** A list has one meaning only: its action may be left out; {@code default} takes the entry back. */
    private static boolean taken(Cells cells, Action meant) {
        String word = cells.word("action");
        if (!word.isEmpty() && !word.equalsIgnoreCase(DEFAULT) && !word.equalsIgnoreCase(meant.word())) {
            throw new BadField("action", Rejected.quote(word), meant.word() + " or " + DEFAULT);
        }
        return !word.equalsIgnoreCase(DEFAULT);
    }

    private static Predicate<ListEntry> sameNumber(ListEntry entry) {
        return other -> other.number().equals(entry.number());
    }

    private static Wishes withActions(Wishes old, Map<Category, Action> categories, Map<Preset, Action> presets) {
        return new Wishes(
                old.on(),
                categories,
                presets,
                old.prefixes(),
                old.white(),
                old.black(),
                old.quietHours(),
                old.courierUntil());
    }

    private static <K> void put(Map<K, Action> actions, K key, Optional<Action> action) {
        action.ifPresentOrElse(wished -> actions.put(key, wished), () -> actions.remove(key));
    }

    private static <T> List<T> replaced(List<T> entries, Predicate<T> old, Optional<T> entry) {
        List<T> changed = new ArrayList<>(entries);
        changed.removeIf(old);
        entry.ifPresent(changed::add);
        return changed;
    }

    private static <T> T read(String column, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw BadField.of(column, e);
        }
    }

    private static <T> T read(String column, Supplier<T> reader, String want) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw new BadField(column, BadField.of(e).got(), want);
        }
    }
}
