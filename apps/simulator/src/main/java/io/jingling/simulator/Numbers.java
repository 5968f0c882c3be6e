package io.jingling.simulator;

import io.jingling.domain.PhoneNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Deals out telephone numbers that the Chinese plan has, each once. */
final class Numbers {
    private static final List<String> MOBILE = List.of(
            "134", "135", "136", "138", "139", "150", "151", "158", "159", "182", "187", "188", "130", "131", "132",
            "155", "156", "186", "133", "153", "177", "180", "181", "189", "199");
    private static final List<String> VIRTUAL = List.of("162", "165", "167", "1700", "1704", "1709", "171");
    private static final List<String> AREAS = List.of("010", "021", "022", "0571", "0755", "028", "0311", "0371");
    private static final List<String> SERVICE = List.of("400", "4008", "9521", "955", "962");
    private static final List<String> PUBLIC = List.of("96110", "12345", "12333", "12348", "12320");
    private static final List<String> OVERSEAS = List.of("00852", "0060", "0044", "001");
    private static final int TRIES = 1_000;

    private final Set<PhoneNumber> dealt = new HashSet<>();

    /**
     * A number that nobody has.
     *
     * @param kindOrRented mobile, virtual, fixed, service, privacy, public, overseas, or rented: a mobile one that is
     *     shown over somebody's trunk
     */
    PhoneNumber fresh(Draws draws, String kindOrRented) {
        String kind = kindOrRented.equals("rented") ? draws.chance(0.2) ? "virtual" : "mobile" : kindOrRented;
        for (int i = 0; i < TRIES; i++) {
            PhoneNumber number = some(draws, kind);
            if (dealt.add(number) || kind.equals("public")) {
                return number;
            }
        }
        throw new IllegalStateException("numbers: got all of kind " + kind + " taken, want one that is free");
    }

    /** A valid number that somebody may have. */
    static PhoneNumber some(Draws draws, String kind) {
        return PhoneNumber.parse(
                switch (kind) {
                    case "mobile" -> filled(draws, draws.oneOf(MOBILE), 11);
                    case "virtual" -> filled(draws, draws.oneOf(VIRTUAL), 11);
                    case "fixed" -> fixed(draws);
                    case "service" -> service(draws);
                    case "privacy" -> filled(draws, "700", 15);
                    case "public" -> draws.oneOf(PUBLIC);
                    case "overseas" -> filled(draws, draws.oneOf(OVERSEAS), 14);
                    default ->
                        throw new IllegalArgumentException("number: got kind \"" + kind
                                + "\", want mobile, virtual, fixed, service, privacy, public or overseas");
                });
    }

    /** One in the same block: all digits but the last ones are alike. */
    PhoneNumber inBlock(Draws draws, PhoneNumber first, int blockSize) {
        long base = first.key() - first.value() % blockSize;
        return new PhoneNumber(base + draws.below(blockSize));
    }

    private static String fixed(Draws draws) {
        String area = draws.oneOf(AREAS);
        return filled(draws, area + (2 + draws.below(7)), area.length() + 8);
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
