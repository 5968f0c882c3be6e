package io.jingling.learner;

import io.jingling.detection.LabelledNumbers;
import io.jingling.detection.LabelledNumbers.Held;
import io.jingling.detection.WeakLabels;
import io.jingling.domain.CallRecord;
import io.jingling.domain.Label;
import io.jingling.domain.PhoneNumber;
import io.jingling.learning.Maker;
import io.jingling.records.LabelsFile;
import io.jingling.records.Row;
import io.jingling.records.Rows;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people said of the numbers in some calls, to learn from, and what the calls themselves say of others: who is talked
 * to for long, or called back, is welcome.
 *
 * <p>Each number is a maker of its own. What is held of it weighs as much as a call whose maker is known where it weighs
 * one or more, else less.
 *
 * @param said of numbers that people spoke of; has the word before {@code truth.csv}
 * @param inferred of others; counts only where {@code truth.csv} says nothing
 */
record Labelled(Map<PhoneNumber, Named> said, Map<PhoneNumber, Named> inferred) {
    static final Labelled NONE = new Labelled(Map.of(), Map.of());

    private static final int PAIRS_MAX = 1 << 20;

    /** What a number's maker is called, and how much its calls count. */
    record Named(Maker maker, float weight) {}

    /** @throws IllegalArgumentException with the first bad line */
    static Labelled read(Path file, List<Town> towns) throws IOException {
        List<Label> labels = labels(file);
        Map<String, Optional<PhoneNumber>> callers = callers(labels, towns);
        Set<PhoneNumber> spokenOf = LabelledNumbers.of(labels, callers::get).keySet();
        List<Label> all = new ArrayList<>(labels);
        all.addAll(weak(towns));
        Map<PhoneNumber, Held> held = LabelledNumbers.of(all, callers::get);
        Map<PhoneNumber, Named> said = new HashMap<>();
        Map<PhoneNumber, Named> inferred = new HashMap<>();
        List<PhoneNumber> inOrder = held.keySet().stream()
                .sorted((one, other) -> Long.compare(one.key(), other.key()))
                .toList();
        for (PhoneNumber number : inOrder) {
            // By its place, as a name must not show the number.
            String name = "labelled/" + (said.size() + inferred.size());
            (spokenOf.contains(number) ? said : inferred).put(number, named(name, held.get(number)));
        }
        return new Labelled(Map.copyOf(said), Map.copyOf(inferred));
    }

    private static Named named(String name, Held held) {
        String type =
                switch (held.claim()) {
                    case HARASSMENT -> "harass_labelled";
                    case LEGIT_TRADE -> "benign_legit_trade";
                    case BENIGN, WITHDRAWN -> "benign_labelled";
                };
        return new Named(new Maker(name, type), (float) Math.min(1, held.weight()));
    }

    /** No more of a number than count. */
    private static List<Label> weak(List<Town> towns) throws IOException {
        List<Label> all = new ArrayList<>();
        Map<Label.About, Integer> counts = new HashMap<>();
        for (Town town : towns) {
            // Who was called is nobody here: only how often counts.
            WeakLabels weak = new WeakLabels(PAIRS_MAX, callee -> "callee");
            town.forEachCall(call -> weak.of(call).forEach(label -> {
                if (counts.merge(label.about(), 1, Integer::sum) <= LabelledNumbers.WEAK_COUNT_MAX) {
                    all.add(label);
                }
            }));
        }
        return all;
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
            town.forEachCall(call -> callers.computeIfPresent(call.callId(), (id, none) -> Optional.of(call.caller())));
        }
        return callers;
    }

    Optional<Named> said(CallRecord call) {
        return Optional.ofNullable(said.get(call.caller()));
    }

    Optional<Named> inferred(CallRecord call) {
        return Optional.ofNullable(inferred.get(call.caller()));
    }

    boolean isEmpty() {
        return said.isEmpty() && inferred.isEmpty();
    }
}
