package io.jingling.learner;

import io.jingling.detection.Detection;
import io.jingling.domain.CallRecord;
import io.jingling.learning.Examples.Choice;
import io.jingling.learning.Learning.Progress;
import io.jingling.learning.Maker;
import io.jingling.records.CallFormat;
import io.jingling.records.CallFormat.Times;
import io.jingling.records.Row;
import io.jingling.records.Rows;
import io.jingling.records.Truth;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder with {@code calls.csv} and {@code truth.csv}.
 *
 * @param calls in Jingling's own CSV
 * @param truth who made them
 * @param labels what people said of their callers, before the truth, and what calls say of others
 */
record Town(Path calls, Path truth, Labelled labels) {
    static final Duration LATENESS = Duration.ofHours(2);
    private static final String CALLS = "calls.csv";
    private static final int BUFFER = 1 << 20;
    private static final int ROWS_A_REPORT = 1 << 14;

    Town(Path calls, Path truth) {
        this(calls, truth, Labelled.NONE);
    }

    Town with(Labelled others) {
        return new Town(calls, truth, others);
    }

    /**
     * The folder itself, or all folders in it, in the order of their names.
     *
     * @throws IllegalArgumentException where there is none
     */
    static List<Town> in(Path folder) {
        if (Files.exists(folder.resolve(CALLS))) {
            return List.of(of(folder));
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--calls: got none at " + folder + ", want a folder with " + CALLS);
        }
        try (Stream<Path> inside = Files.list(folder)) {
            List<Town> towns = inside.filter(one -> Files.exists(one.resolve(CALLS)))
                    .sorted()
                    .map(Town::of)
                    .toList();
            if (towns.isEmpty()) {
                throw new IllegalArgumentException("--calls: got " + folder + " without " + CALLS
                        + ", want a folder with one, or with folders that have one");
            }
            return towns;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Town of(Path folder) {
        return new Town(folder.resolve(CALLS), folder.resolve("truth.csv"));
    }

    Truth readTruth() throws IOException {
        if (!Files.exists(truth) && !labels.isEmpty()) {
            return Truth.unknown();
        }
        if (!Files.exists(truth)) {
            throw new IllegalArgumentException("truth: got none at " + truth + ", want who made the calls beside them");
        }
        return Truth.read(truth);
    }

    /** By their town and name, as every town has a campaign 0. */
    Maker maker(Truth known, CallRecord call) {
        return labelled(known, call).map(Labelled.Named::maker).orElseGet(() -> makerByTruth(known, call));
    }

    private Optional<Labelled.Named> labelled(Truth known, CallRecord call) {
        return labels.said(call).or(() -> known.isKnown(call) ? Optional.empty() : labels.inferred(call));
    }

    private Maker makerByTruth(Truth known, CallRecord call) {
        Truth.Who who = known.of(call);
        String name = who.isHarassment() ? who.campaign() : who.actor();
        return new Maker(calls.toAbsolutePath().getParent().getFileName() + "/" + name, who.type());
    }

    /** How much a call counts; what is labelled by people not more than they are believed, what nobody knows nothing. */
    Choice choice(Truth known, Choice usual) {
        return (call, maker, isHard) -> {
            Optional<Labelled.Named> labelled = labelled(known, call);
            boolean isKnown = labels.isEmpty() || labelled.isPresent() || known.isKnown(call);
            float believed = labelled.map(Labelled.Named::weight).orElse(1f);
            return isKnown ? believed * usual.weight(call, maker, isHard) : 0;
        };
    }

    /** Bad lines are left out. */
    void forEachCall(Consumer<CallRecord> each) throws IOException {
        Times times = new Times(ZoneOffset.ofHours(8), Instant.now());
        try (Rows<CallRecord> rows =
                CallFormat.GENERIC.read(new BufferedInputStream(Files.newInputStream(calls), BUFFER), times)) {
            while (rows.hasNext()) {
                if (rows.next() instanceof Row.Taken<CallRecord> row) {
                    each.accept(row.value());
                }
            }
        }
    }

    /** @return how many lines were bad */
    long replay(Detection detection, Progress progress) throws IOException {
        String what = "reading " + calls;
        long rejected = 0;
        long rows = 0;
        Counted in = new Counted(Files.newInputStream(calls));
        double size = Math.max(1, Files.size(calls));
        Times times = new Times(ZoneOffset.ofHours(8), Instant.now());
        try (Rows<CallRecord> records = CallFormat.GENERIC.read(new BufferedInputStream(in, BUFFER), times)) {
            while (records.hasNext()) {
                switch (records.next()) {
                    case Row.Taken<CallRecord> row -> detection.observe(row.value());
                    case Row.Refused<CallRecord> row -> rejected++;
                }
                if (rows++ % ROWS_A_REPORT == 0) {
                    progress.at(what, in.read / size);
                }
            }
        }
        detection.finish();
        return rejected;
    }

    private static final class Counted extends FilterInputStream {
        private long read;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            int got = super.read(into, from, count);
            read += Math.max(0, got);
            return got;
        }
    }
}
