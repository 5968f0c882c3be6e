package io.jingling.simulator;

import io.jingling.domain.CallRecord;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Purpose;
import io.jingling.records.GenericCallsWriter;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.DoubleConsumer;

/**
 * Writes a simulation to a folder: {@code calls.csv}, and apart from it the truth: {@code truth.csv}, a line for each
 * number and who called from it, and {@code truth-calls.csv}, a line for each call that was not benign.
 */
public final class SimulationFiles {
    private static final int BUFFER = 1 << 20;

    private SimulationFiles() {}

    /**
     * What was written.
     *
     * @param benign calls
     * @param trades of them by couriers, clinics and others that call many strangers, and by new numbers
     * @param harassing calls
     * @param numbers that called
     */
    public record Summary(long benign, long trades, long harassing, long numbers) {}

    /** @throws UncheckedIOException where the folder cannot be written */
    public static Summary write(Simulation.Settings settings, Path folder, DoubleConsumer progress) {
        try {
            Files.createDirectories(folder);
            try (GenericCallsWriter calls = new GenericCallsWriter(
                            new BufferedOutputStream(Files.newOutputStream(folder.resolve("calls.csv")), BUFFER));
                    BufferedWriter truth =
                            Files.newBufferedWriter(folder.resolve("truth.csv"), StandardCharsets.UTF_8);
                    BufferedWriter bad =
                            Files.newBufferedWriter(folder.resolve("truth-calls.csv"), StandardCharsets.UTF_8)) {
                truth.write("caller,actor,campaign,type\n");
                bad.write("call_id,actor,campaign,type\n");
                Writing writing = new Writing(calls, truth, bad);
                Simulation.run(settings, writing::call, progress);
                return writing.summary();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The three files while they are written. */
    private static final class Writing {
        private final GenericCallsWriter calls;
        private final BufferedWriter truth;
        private final BufferedWriter bad;
        private final Set<From> known = new HashSet<>();
        private final Set<PhoneNumber> numbers = new HashSet<>();
        private long benign;
        private long trades;
        private long harassing;

        private record From(PhoneNumber number, Maker maker) {}

        Writing(GenericCallsWriter calls, BufferedWriter truth, BufferedWriter bad) {
            this.calls = calls;
            this.truth = truth;
            this.bad = bad;
        }

        void call(CallRecord call, Maker maker) {
            calls.write(call);
            try {
                if (known.add(new From(call.caller(), maker))) {
                    numbers.add(call.caller());
                    truth.write(call.caller().revealTo(Purpose.EXPORT) + "," + columns(maker));
                }
                if (!maker.isBenign()) {
                    bad.write(call.callId() + "," + columns(maker));
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            count(maker);
        }

        private void count(Maker maker) {
            if (!maker.isBenign()) {
                harassing++;
                return;
            }
            benign++;
            trades += maker.type().equals("benign_person") ? 0 : 1;
        }

        private static String columns(Maker maker) {
            return maker.actor() + "," + maker.campaign() + "," + maker.type() + "\n";
        }

        Summary summary() {
            return new Summary(benign, trades, harassing, numbers.size());
        }
    }
}
