package io.jingling.learner;

import io.jingling.detection.LabelledNumbers;
import io.jingling.detection.LabelledNumbers.Held;
import io.jingling.domain.CallRecord;
import io.jingling.domain.Label;
import io.jingling.domain.PhoneNumber;
import io.jingling.learning.Maker;
import io.jingling.records.CallFormat;
import io.jingling.records.CallFormat.Times;
import io.jingling.records.LabelsFile;
import io.jingling.records.Row;
import io.jingling.records.Rows;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people said of the numbers in some calls, to learn from; it has the word before {@code truth.csv}.
 *
 * <p>Each number is a maker of its own. What is held of it weighs as much as a call whose maker is known where it weighs
 * one or more, else less.
 */
record Labelled(Map<PhoneNumber, Named> numbers) {
    static final Labelled NONE = new Labelled(Map.of());

    /** What a number's maker is called, and how much its calls count. */
    record Named(Maker maker, float weight) {}

    /** @throws IllegalArgumentException with the first bad line */
    static Labelled read(Path file, List<Town> towns) throws IOException {
        List<Label> labels = labels(file);
        Map<PhoneNumber, Held> held = LabelledNumbers.of(labels, callers(labels, towns)::get);
        Map<PhoneNumber, Named> numbers = new HashMap<>();
        List<PhoneNumber> inOrder = held.keySet().stream()
                .sorted((one, other) -> Long.compare(one.key(), other.key()))
                .toList();
        for (PhoneNumber number : inOrder) {
            Held one = held.get(number);
            String type =
                    switch (one.claim()) {
                        case HARASSMENT -> "harass_labelled";
                        case LEGIT_TRADE -> "benign_legit_trade";
                        case BENIGN, WITHDRAWN -> "benign_labelled";
                    };
            // By its place, as a name must not show the number.
            Maker maker = new Maker("labelled/" + numbers.size(), type);
            numbers.put(number, new Named(maker, (float) Math.min(1, one.weight())));
        }
        return new Labelled(Map.copyOf(numbers));
    }

    private static List<Label> labels(Path file) throws IOException {
        List<Label> labels = new ArrayList<>();
        try (Rows<Label> rows = LabelsFile.read(new BufferedInputStream(Files.newInputStream(file)), Instant.now())) {
            while (rows.hasNext()) {
                switch (rows.next()) {
                    case Row.Taken<Label> row -> labels.add(row.value());
                    case Row.Refused<Label> row ->
                        throw new IllegalArgumentException(
                                file + ": " + row.why().sentence());
                }
            }
        }
        return labels;
    }

    /** Who made the calls that are labelled one by one; read only where there are such. */
    private static Map<String, Optional<PhoneNumber>> callers(List<Label> labels, List<Town> towns) throws IOException {
        Set<String> wanted = new HashSet<>();
        labels.forEach(label -> {
            if (label.about() instanceof Label.About.OfCall(String callId)) {
                wanted.add(callId);
            }
        });
        Map<String, Optional<PhoneNumber>> callers = new HashMap<>();
        wanted.forEach(id -> callers.put(id, Optional.empty()));
        for (Town town : wanted.isEmpty() ? List.<Town>of() : towns) {
            Times times = new Times(ZoneOffset.ofHours(8), Instant.now());
            try (Rows<CallRecord> rows =
                    CallFormat.GENERIC.read(new BufferedInputStream(Files.newInputStream(town.calls())), times)) {
                while (rows.hasNext()) {
                    if (rows.next() instanceof Row.Taken<CallRecord> row) {
                        callers.computeIfPresent(
                                row.value().callId(),
                                (id, none) -> Optional.of(row.value().caller()));
                    }
                }
            }
        }
        return callers;
    }

    Optional<Named> of(CallRecord call) {
        return Optional.ofNullable(numbers.get(call.caller()));
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }
}
