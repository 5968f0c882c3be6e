package io.jingling.server.demo;

import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.ListEntry;
import io.jingling.domain.OwnPrefix;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Preset;
import io.jingling.domain.QuietHours;
import io.jingling.domain.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** Two hundred subscribers, each with the wishes of one of a few kinds of people. */
final class Town {
    static final int SUBSCRIBERS = 200;
    private static final long FIRST = 13_800_130_000L;

    private Town() {}

    static String subscriber(int index) {
        return Long.toString(FIRST + index);
    }

    static String anyone(SplittableRandom dice) {
        return subscriber(dice.nextInt(SUBSCRIBERS));
    }

    /** Somebody of the circle of ten that the subscriber telephones with. */
    static String friendOf(int index, SplittableRandom dice) {
        return subscriber(index / 10 * 10 + dice.nextInt(10));
    }

    static Wishes wishes(int index, Instant now) {
        return switch (index % 10) {
            case 0 -> Wishes.DEFAULT;
            case 1 -> tiredOfSales();
            case 2 -> elderly(index);
            case 3 -> Wishes.DEFAULT.withQuietHours(List.of(QuietHours.nightly()));
            case 4 -> waitsForCouriers(now);
            case 5 -> nothingFromAbroad();
            case 6 -> inDebt(index);
            case 7 -> Wishes.DEFAULT.switchedOn(index % 20 != 7).withCategory(Category.LOANS, Action.SILENT);
            case 8 -> ownPrefixes();
            default -> Wishes.DEFAULT.withCategory(Category.EDUCATION, Action.PASS);
        };
    }

    private static Wishes tiredOfSales() {
        Wishes wishes = Wishes.DEFAULT;
        for (Category category : List.of(
                Category.REAL_ESTATE,
                Category.INSURANCE,
                Category.EDUCATION,
                Category.LOANS,
                Category.STOCKS,
                Category.RENOVATION,
                Category.OTHER_MARKETING)) {
            wishes = wishes.withCategory(category, Action.REJECT);
        }
        return wishes.withPreset(Preset.N400, Action.LABEL);
    }

    private static Wishes elderly(int index) {
        List<ListEntry> family = List.of(
                entry(subscriber((index + 1) % SUBSCRIBERS), "演示:女儿"),
                entry(subscriber((index + 2) % SUBSCRIBERS), "演示:儿子"),
                entry(Actors.CLINIC, "演示:社区医院"));
        return Wishes.DEFAULT
                .withWhite(family)
                .withPreset(Preset.OVERSEAS, Action.REJECT)
                .withPreset(Preset.HIDDEN, Action.REJECT)
                .withCategory(Category.HEALTH, Action.REJECT)
                .withCategory(Category.FOOD_AND_DRUGS, Action.REJECT)
                .withCategory(Category.LOANS, Action.REJECT);
    }

    private static Wishes waitsForCouriers(Instant now) {
        return Wishes.DEFAULT
                .withCategory(Category.RETAIL, Action.REJECT)
                .withPreset(Preset.N957, Action.REJECT)
                .withCourierUntil(now.plus(Duration.ofHours(4)));
    }

    private static Wishes nothingFromAbroad() {
        return Wishes.DEFAULT.withPreset(Preset.OVERSEAS, Action.REJECT).withPreset(Preset.HIDDEN, Action.SILENT);
    }

    private static Wishes inDebt(int index) {
        return Wishes.DEFAULT
                .withCategory(Category.DEBT_COLLECTION, index % 20 == 6 ? Action.REJECT : Action.SILENT)
                .withBlack(List.of(entry(Actors.LOUD_COLLECTOR, "演示:每天来电")));
    }

    private static Wishes ownPrefixes() {
        return Wishes.DEFAULT
                .withPrefixes(List.of(new OwnPrefix("1700", Action.SILENT), new OwnPrefix("400", Action.REJECT)))
                .withPreset(Preset.N950, Action.REJECT);
    }

    private static ListEntry entry(String number, String note) {
        return new ListEntry(PhoneNumber.parse(number), note);
    }
}
