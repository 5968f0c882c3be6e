package io.jingling.simulator;

/** When a campaign changes the number that it shows. */
sealed interface Rotation {
    /** Never. */
    record None() implements Rotation {}

    /** After so many calls. */
    record Every(int calls) implements Rotation {}

    /** Every morning. */
    record Daily() implements Rotation {}

    /** When fewer answer than once did. */
    record Health() implements Rotation {}

    /** Every morning, one of some that rest meanwhile. */
    record HotAndCold() implements Rotation {}

    /** For a share of calls a number like the callee's own, for the others one of its own for 20 calls. */
    record Neighbour(double share) implements Rotation {}

    /** With every call any valid number, also one that somebody has. */
    record Spoof() implements Rotation {}

    /** @throws IllegalArgumentException with what was got and what is wanted */
    static Rotation of(String word) {
        int dash = word.indexOf('-');
        String name = dash < 0 ? word : word.substring(0, dash);
        return switch (name) {
            case "none" -> new None();
            case "every" -> new Every(Math.max(1, number(word, dash)));
            case "daily" -> new Daily();
            case "health" -> new Health();
            case "pool" -> new HotAndCold();
            case "neighbour" -> new Neighbour(number(word, dash) / 100.0);
            case "spoof" -> new Spoof();
            default -> throw unknown(word);
        };
    }

    private static int number(String word, int dash) {
        try {
            return Integer.parseInt(word.substring(dash + 1));
        } catch (NumberFormatException none) {
            throw unknown(word);
        }
    }

    private static IllegalArgumentException unknown(String word) {
        return new IllegalArgumentException("scenario: rotations: got \"" + word
                + "\", want some of none, every-N, daily, health, pool, neighbour-PERCENT, spoof");
    }
}
