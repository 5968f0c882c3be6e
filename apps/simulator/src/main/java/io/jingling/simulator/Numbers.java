package io.jingling.simulator;

import io.jingling.domain.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Deals out telephone numbers that the Chinese plan has, each once. As in a real town, most are from blocks that the
 * town's own operators hand out, and all others from blocks of other towns: no block is a robot's alone.
 */
final class Numbers {
    private static final List<String> MOBILE = List.of(
            "134", "135", "136", "138", "139", "150", "151", "158", "159", "182", "187", "188", "130", "131", "132",
            "155", "156", "186", "133", "153", "177", "180", "181", "189", "199");
    private static final List<String> VIRTUAL = List.of("162", "165", "167", "1700", "1704", "1709", "171");
    private static final List<String> AREAS = List.of("021", "022", "0571", "0755", "028", "0311", "0371");
    private static final String OWN_AREA = "010";
    private static final List<String> SERVICE = List.of("400", "4008", "9521", "955", "962");
    private static final List<String> PUBLIC = List.of("96110", "12345", "12333", "12348", "12320");
    private static final List<String> OVERSEAS = List.of("00852", "0060", "0044", "001");
    private static final int TRIES = 1_000;
    private static final int MOBILE_DIGITS = 11;
    /** The last four digits are free within a block, as the first seven name operator and town. */
    private static final int BLOCK_DIGITS = 7;

    private static final int NUMBERS_A_BLOCK_IN_USE = 2_500;
    private static final int OTHERS_A_BLOCK = 200;
    private static final int EXCHANGES = 8;
    private static final double FROM_HERE = 0.8;

    /** Whose a number is: the first one that its owner got. */
    private final Map<PhoneNumber, PhoneNumber> owners = new HashMap<>();

    private final List<String> mobileHere;
    private final List<String> mobileElsewhere;
    private final List<String> virtualHere;
    private final List<String> virtualElsewhere;
    private final List<String> fixedHere;
    private final List<String> fixedElsewhere;

    /** @param subscribers of the town; blocks are as full as in a real one */
    Numbers(Draws draws, int subscribers) {
        int here = Math.max(4, subscribers / NUMBERS_A_BLOCK_IN_USE);
        int elsewhere = Math.max(20, subscribers / OTHERS_A_BLOCK);
        mobileHere = blocks(draws, MOBILE, BLOCK_DIGITS, here);
        mobileElsewhere = blocks(draws, MOBILE, BLOCK_DIGITS, elsewhere);
        virtualHere = blocks(draws, VIRTUAL, BLOCK_DIGITS, Math.max(2, here / 8));
        virtualElsewhere = blocks(draws, VIRTUAL, BLOCK_DIGITS, Math.max(5, elsewhere / 8));
        fixedHere = exchanges(draws, List.of(OWN_AREA), EXCHANGES);
        fixedElsewhere = exchanges(draws, AREAS, Math.max(EXCHANGES, elsewhere / 8));
    }

    private static List<String> blocks(Draws draws, List<String> prefixes, int digits, int count) {
        List<String> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(filled(draws, draws.oneOf(prefixes), digits));
        }
        return List.copyOf(blocks);
    }

    private static List<String> exchanges(Draws draws, List<String> areas, int count) {
        List<String> exchanges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String area = draws.oneOf(areas);
            exchanges.add(filled(draws, area + (2 + draws.below(7)), area.length() + 4));
        }
        return List.copyOf(exchanges);
    }

    /**
     * A number that nobody has.
     *
     * @param kindOrRented mobile, virtual, fixed, away (a mobile one of another town), service, privacy, public, overseas,
     *     or rented: a mobile one that is shown over somebody's trunk
     */
    PhoneNumber fresh(Draws draws, String kindOrRented) {
        String kind = kindOrRented.equals("rented") ? draws.chance(0.2) ? "virtual" : "mobile" : kindOrRented;
        for (int i = 0; i < TRIES; i++) {
            PhoneNumber number = some(draws, kind);
            if (owners.putIfAbsent(number, number) == null || kind.equals("public")) {
                return number;
            }
        }
        throw new IllegalStateException("numbers: got all of kind " + kind + " taken, want one that is free");
    }

    /** A valid number that somebody may have. */
    PhoneNumber some(Draws draws, String kind) {
        return PhoneNumber.parse(
                switch (kind) {
                    case "mobile", "rented" -> filled(draws, block(draws, mobileHere, mobileElsewhere), MOBILE_DIGITS);
                    case "away" -> filled(draws, draws.oneOf(mobileElsewhere), MOBILE_DIGITS);
                    case "virtual" -> filled(draws, block(draws, virtualHere, virtualElsewhere), MOBILE_DIGITS);
                    case "fixed" -> fixed(draws);
                    case "service" -> service(draws);
                    case "privacy" -> filled(draws, "700", 15);
                    case "public" -> draws.oneOf(PUBLIC);
                    case "overseas" -> filled(draws, draws.oneOf(OVERSEAS), 14);
                    default ->
                        throw new IllegalArgumentException("number: got kind \"" + kind
                                + "\", want mobile, away, virtual, fixed, service, privacy, public or overseas");
                });
    }

    /** One of the owner's own in the same block: all digits but the last ones are alike. */
    PhoneNumber inBlock(Draws draws, PhoneNumber first, int blockSize) {
        for (int i = 0; i < TRIES; i++) {
            PhoneNumber number = like(draws, first, blockSize);
            PhoneNumber owner = owners.putIfAbsent(number, first);
            if (owner == null || owner.equals(first)) {
                return number;
            }
        }
        return first;
    }

    /** Any in the same block, whoever has it. */
    static PhoneNumber like(Draws draws, PhoneNumber other, int blockSize) {
        long base = other.key() - other.value() % blockSize;
        return new PhoneNumber(base + draws.below(blockSize));
    }

    private static String block(Draws draws, List<String> here, List<String> elsewhere) {
        return draws.oneOf(draws.chance(FROM_HERE) ? here : elsewhere);
    }

    private String fixed(Draws draws) {
        String exchange = block(draws, fixedHere, fixedElsewhere);
        return filled(draws, exchange, exchange.length() + 4);
    }

    private static String service(Draws draws) {
        String prefix = draws.oneOf(SERVICE);
        return filled(draws, prefix, prefix.startsWith("400") ? 10 : prefix.equals("9521") ? 8 : 5);
    }

    private static String filled(Draws draws, String prefix, int length) {
        int missing = length - prefix.length();
        long rest = (long) (draws.share() * StrictMath.pow(10, missing));
        return prefix + String.format(Locale.ROOT, "%0" + missing + "d", rest);
    }
}
