package io.jingling.simulator;

import java.util.List;

/** A legitimate trade that calls many strangers: the scenario's parameters of it. */
record Trade(
        String name,
        double per100000,
        List<String> numbers,
        Gap gap,
        Range callsADay,
        Range hours,
        Range talkSeconds,
        Range answers,
        Range again,
        Range near,
        Range callBacks,
        Range recorded,
        boolean lastsADay) {
    /** How its calls follow each other. */
    enum Gap {
        RANDOM,
        CONSTANT,
        MEALS
    }

    /** @param group such as {@code trade.courier} */
    static Trade of(Scenario scenario, String group) {
        String name = group.substring(group.indexOf('.') + 1);
        return new Trade(
                name,
                scenario.number(group, "per-100000"),
                scenario.words(group, "number"),
                gap(group, scenario.words(group, "gap").getFirst()),
                scenario.range(group, "calls-a-day"),
                scenario.range(group, "hours"),
                scenario.range(group, "talk-seconds"),
                scenario.range(group, "answer-share"),
                scenario.range(group, "again-share"),
                scenario.range(group, "near-share"),
                scenario.range(group, "call-back-share"),
                scenario.range("trade", "recorded-share"),
                name.equals("storm"));
    }

    private static Gap gap(String group, String word) {
        return switch (word) {
            case "random" -> Gap.RANDOM;
            case "constant" -> Gap.CONSTANT;
            case "meals" -> Gap.MEALS;
            default ->
                throw new IllegalArgumentException(
                        "scenario: " + group + ".gap: got \"" + word + "\", want random, constant or meals");
        };
    }

    /** How many there are in a town. */
    int count(int subscribers) {
        return (int) Math.max(1, Math.round(per100000 * subscribers / 100_000));
    }
}
