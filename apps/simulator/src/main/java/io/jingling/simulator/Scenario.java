package io.jingling.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parameters of a simulated town: {@code name = value} a line, {@code #} begins a comment.
 *
 * <p>A value is a number, a range {@code low..high} from which each actor draws its own, or words. What a scenario does
 * not name is as in the shipped {@code default.scenario}, whose comments say where each value comes from.
 */
public final class Scenario {
    private static final String DEFAULT = "default";
    private static final List<String> SHIPPED =
            List.of(DEFAULT, "training", "crowded", "held-out", "unseen", "unseen-2", "unseen-3");

    private final Map<String, String> values;

    private Scenario(Map<String, String> values) {
        this.values = values;
    }

    /** Names of the scenarios that are shipped. */
    public static List<String> shipped() {
        return SHIPPED;
    }

    /** A shipped one by its name; nothing where there is none. */
    public static Optional<Scenario> named(String name) {
        if (!SHIPPED.contains(name)) {
            return Optional.empty();
        }
        Scenario defaults = new Scenario(new TreeMap<>()).with(DEFAULT, resource(DEFAULT), true);
        return Optional.of(name.equals(DEFAULT) ? defaults : defaults.with(name, resource(name), false));
    }

    /**
     * The shipped default, changed by a file's lines.
     *
     * @param name of the file, for messages
     * @throws IllegalArgumentException with line, parameter, what was got and what is wanted
     */
    public static Scenario read(String name, List<String> lines) {
        return named(DEFAULT).orElseThrow().with(name, lines, false);
    }

    private static List<String> resource(String name) {
        try (InputStream in = Scenario.class.getResourceAsStream(name + ".scenario")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Scenario with(String name, List<String> lines, boolean isDefault) {
        Map<String, String> all = new TreeMap<>(values);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("(^|\\s)#.*$", "").strip();
            if (line.isEmpty()) {
                continue;
            }
            String at = name + ":" + (i + 1) + ": ";
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(at + "got \"" + line + "\", want: parameter = value");
            }
            String key = line.substring(0, equals).strip();
            String value = line.substring(equals + 1).strip();
            String known = values.get(key);
            if (known == null && !isDefault) {
                throw new IllegalArgumentException(
                        at + key + ": got a parameter that is not known, want one such as " + nearest(key));
            }
            check(at, key, value, known == null ? value : known);
            all.put(key, value);
        }
        return new Scenario(all);
    }

    /** The known parameter that begins most like it. */
    private String nearest(String key) {
        return new TreeSet<>(values.keySet())
                .stream().reduce("", (best, next) -> alike(best, key) >= alike(next, key) ? best : next);
    }

    private static int alike(String one, String other) {
        int count = 0;
        while (count < Math.min(one.length(), other.length()) && one.charAt(count) == other.charAt(count)) {
            count++;
        }
        return count;
    }

    private static void check(String at, String key, String value, String like) {
        boolean wantsNumber = range(like).isPresent();
        Optional<Range> range = range(value);
        if (wantsNumber && range.isEmpty()) {
            throw new IllegalArgumentException(at + key + ": got \"" + value + "\", want a number or low..high");
        }
        if (!wantsNumber && value.isEmpty()) {
            throw new IllegalArgumentException(at + key + ": got nothing, want words such as " + like);
        }
        double most = key.endsWith("-share") ? 1 : key.endsWith(".hours") ? 24 : 1e9;
        range.filter(got -> got.low() < 0 || got.high() < got.low() || got.high() > most)
                .ifPresent(got -> {
                    throw new IllegalArgumentException(
                            at + key + ": got " + value + ", want 0 to " + (long) most + ", the lower end first");
                });
    }

    private static Optional<Range> range(String value) {
        String[] ends = value.split("\\.\\.", 2);
        try {
            double low = Double.parseDouble(ends[0].strip());
            double high = ends.length == 1 ? low : Double.parseDouble(ends[1].strip());
            return Double.isFinite(low) && Double.isFinite(high) ? Optional.of(new Range(low, high)) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    Range range(String group, String name) {
        return range(words(group, name).getFirst()).orElseThrow();
    }

    /** The one value of a parameter; the middle where it is a range. */
    double number(String group, String name) {
        Range range = range(group, name);
        return (range.low() + range.high()) / 2;
    }

    /** A parameter's words, between commas. */
    List<String> words(String group, String name) {
        String value = values.get(group + "." + name);
        if (value == null) {
            throw new IllegalArgumentException("scenario: got no " + group + "." + name + ", want it");
        }
        return Arrays.stream(value.split(",")).map(String::strip).toList();
    }

    /** One of a parameter's whole numbers between commas. */
    int oneOf(String group, String name, Draws draws) {
        String word = draws.oneOf(words(group, name));
        return (int) range(word)
                .filter(number -> number.low() >= 1)
                .orElseThrow(() -> new IllegalArgumentException(
                        "scenario: " + group + "." + name + ": got \"" + word + "\", want whole numbers from 1"))
                .low();
    }

    /** All parameters that are numbers. */
    Map<String, Range> numbers() {
        Map<String, Range> numbers = new TreeMap<>();
        values.forEach((key, value) -> range(value).ifPresent(range -> numbers.put(key, range)));
        return numbers;
    }

    /** What has parameters {@code group.NAME.…}, in the order of the names. */
    List<String> names(String group) {
        TreeSet<String> names = new TreeSet<>();
        for (String key : values.keySet()) {
            String[] parts = key.split("\\.");
            if (parts.length == 3 && parts[0].equals(group)) {
                names.add(group + "." + parts[1]);
            }
        }
        return new ArrayList<>(names);
    }
}
