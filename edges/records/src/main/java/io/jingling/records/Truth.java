package io.jingling.records;

import io.jingling.domain.CallRecord;
import io.jingling.domain.PhoneNumber;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Who made which calls, where that is known: {@code truth.csv} ({@code caller,actor,campaign,type}, a line a number), and
 * beside it, if there is one, {@code truth-calls.csv} ({@code call_id,actor,campaign,type}), which speaks first: a number
 * may be a person's and shown by a harasser.
 */
public final class Truth {
    private static final List<String> OF_CALLERS = List.of("caller", "actor", "campaign", "type");
    private static final List<String> OF_CALLS = List.of("call_id", "actor", "campaign", "type");
    private static final Who UNKNOWN = new Who("unknown", "", "benign_unknown");
    private static final String BENIGN = "benign_";
    private static final String HARASSING = "harass_";

    private final Map<PhoneNumber, Who> callers = new HashMap<>();
    private final Map<String, Who> calls = new HashMap<>();
    private final Map<Who, Who> known = new HashMap<>();

    /**
     * Who made a call.
     *
     * @param campaign empty for who harasses nobody
     * @param type {@code benign_…} or {@code harass_…}
     */
    public record Who(String actor, String campaign, String type) {
        public Who {
            if (!type.startsWith(BENIGN) && !type.startsWith(HARASSING)) {
                throw new IllegalArgumentException("type: got \"" + type + "\", want benign_… or harass_…");
            }
        }

        public boolean isHarassment() {
            return type.startsWith(HARASSING);
        }
    }

    private Truth() {}

    /**
     * @throws IllegalArgumentException with the line, where one is bad
     * @throws IOException where a file cannot be read
     */
    public static Truth read(Path file) throws IOException {
        Truth truth = new Truth();
        Path ofCalls = file.resolveSibling("truth-calls.csv");
        boolean hasCalls = Files.exists(ofCalls);
        if (hasCalls) {
            each(ofCalls, OF_CALLS, cells -> truth.calls.put(cells.cell("call_id"), truth.who(cells)));
        }
        each(file, OF_CALLERS, cells -> truth.addCaller(cells, hasCalls));
        return truth;
    }

    /** Where nothing is said of anybody. */
    public static Truth unknown() {
        return new Truth();
    }

    private Who addCaller(Cells cells, boolean hasCalls) {
        PhoneNumber caller = cells.callerNumber("caller");
        Who who = who(cells);
        // Where calls speak for themselves, the number's own line is its owner's.
        boolean speaks = hasCalls ? !who.isHarassment() : who.isHarassment();
        return speaks ? callers.put(caller, who) : callers.putIfAbsent(caller, who);
    }

    private Who who(Cells cells) {
        Who who = new Who(cells.cell("actor"), cells.cell("campaign"), cells.cell("type"));
        return known.computeIfAbsent(who, same -> same);
    }

    private static void each(Path file, List<String> columns, Function<Cells, Who> taken) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try (Rows<String> rows =
                CsvRows.withHeader(in, columns, Set.copyOf(columns), String.join(",", columns), cells -> {
                    taken.apply(cells);
                    return "";
                })) {
            while (rows.hasNext()) {
                if (rows.next() instanceof Row.Refused<String>(Rejected why)) {
                    throw new IllegalArgumentException(file + ": " + why.sentence());
                }
            }
        }
    }

    /** Whether anything is said of who made the call. */
    public boolean isKnown(CallRecord call) {
        return !of(call).equals(UNKNOWN);
    }

    /** Who made the call; {@code benign_unknown} where nothing is said. */
    public Who of(CallRecord call) {
        Who who = calls.get(call.callId());
        return who != null ? who : callers.getOrDefault(call.caller(), UNKNOWN);
    }
}
