package io.jingling.simulator;

import java.util.ArrayList;
import java.util.List;

/** A kind of harasser: the scenario's parameters of it. */
record Harasser(
        String name,
        double per100000,
        Range lines,
        Range callsADay,
        String gap,
        Range gapSpread,
        Range answers,
        List<Mode> modes,
        Range talkSpread,
        Range ringSeconds,
        Range ringSpread,
        double calleeEnds,
        Range callBacks,
        Range friendly,
        Range again,
        Range hours,
        List<String> numbers,
        List<String> rotations) {
    /** A part of the script at which people hang up: how many of them, and after how long. */
    record Mode(double share, double seconds) {}

    /** @param group such as {@code harasser.debt} */
    static Harasser of(Scenario scenario, String group) {
        return new Harasser(
                group.substring(group.indexOf('.') + 1),
                scenario.number(group, "per-100000"),
                scenario.range(group, "lines"),
                scenario.range(group, "calls-a-day"),
                scenario.words(group, "gap").getFirst(),
                scenario.range(group, "gap-spread"),
                scenario.range(group, "answer-share"),
                modes(group, scenario.words(group, "modes")),
                scenario.range(group, "talk-spread"),
                scenario.range(group, "ring-seconds"),
                scenario.range(group, "ring-spread"),
                scenario.number(group, "callee-ends-share"),
                scenario.range(group, "call-back-share"),
                scenario.range(group, "friendly-share"),
                scenario.range(group, "again-share"),
                scenario.range(group, "hours"),
                scenario.words(group, "number"),
                rotations(scenario, group));
    }

    private static List<String> rotations(Scenario scenario, String group) {
        List<String> words = scenario.words(group, "rotations");
        words.forEach(Rotation::of);
        return words;
    }

    /** They take turns, so that a town has all of them where it has campaigns enough. */
    String rotation(int campaign) {
        return rotations.get(campaign % rotations.size());
    }

    private static List<Mode> modes(String group, List<String> words) {
        List<Mode> modes = new ArrayList<>();
        for (String word : words) {
            String[] parts = word.split(":");
            try {
                modes.add(new Mode(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException none) {
                throw new IllegalArgumentException(
                        "scenario: " + group + ".modes: got \"" + word + "\", want share:seconds", none);
            }
        }
        return List.copyOf(modes);
    }

    boolean adapts() {
        return name.equals("ai-adaptive");
    }

    int count(int subscribers) {
        return (int) Math.max(1, Math.round(per100000 * subscribers / 100_000));
    }
}
