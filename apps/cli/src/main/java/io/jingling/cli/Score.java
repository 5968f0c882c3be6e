package io.jingling.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jingling.cli.Commands.Surroundings;
import io.jingling.cli.Source.Read;
import io.jingling.detection.Capacity;
import io.jingling.detection.Detection;
import io.jingling.detection.Grounds;
import io.jingling.detection.Judge;
import io.jingling.detection.Model;
import io.jingling.detection.Sighting;
import io.jingling.domain.Action;
import io.jingling.domain.CallRecord;
import io.jingling.records.CallFormat;
import io.jingling.records.CallFormat.Times;
import io.jingling.records.JudgementsWriter;
import io.jingling.records.ModelFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code score}: judges the calls of a file, each by what was known when it began to ring. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "Judges the calls of a file, in order of time, each by what was known when it began to ring. Needs no"
                    + " platform. A call that begins more than --lateness before one that stands above it is not judged."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./jingling score --calls calls.csv --out judged.csv",
            "  ./jingling score --model my.model --calls town/calls.csv --out judged.csv --json"
        })
final class Score implements Callable<Integer> {
    private static final int BUFFER = 1 << 20;

    @Option(names = "--calls", paramLabel = "FILE", required = true, description = "Call records; gzip is unpacked.")
    private Path calls;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where judgements go: " + JudgementsWriter.HEADER + ".")
    private Path out;

    @Option(names = "--model", paramLabel = "MODEL", description = "By which to judge; default: the shipped one.")
    private Path model;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "generic, asterisk, freeswitch or kamailio; default: told from the first lines.")
    private CallFormat format;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Asia/Shanghai",
            description = "Time zone of switches that write local times; default ${DEFAULT-VALUE}.")
    private ZoneId zone;

    @Option(
            names = "--lateness",
            paramLabel = "DURATION",
            defaultValue = "PT2H",
            description = "How far out of order calls may stand, such as PT30M; default ${DEFAULT-VALUE}.")
    private Duration lateness;

    @Option(
            names = "--rejected",
            paramLabel = "FILE",
            description = "Where bad lines go; default: the calls' name with .rejected behind it.")
    private String rejected = "";

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    private final Surroundings surroundings;

    Score(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Source source = new Source(calls, surroundings);
        CallFormat told = format != null
                ? format
                : CallFormat.detect(source.head(CallFormat.HEAD_MAX))
                        .orElseThrow(() -> Trouble.badInput("--format: got none, and " + calls
                                + " does not tell, want one of generic, asterisk, freeswitch, kamailio"));
        Model by = model();
        long begun = System.nanoTime();
        try (JudgementsWriter writer =
                new JudgementsWriter(new BufferedOutputStream(Files.newOutputStream(out), BUFFER))) {
            Judging judging = new Judging(new Judge(by), writer);
            Detection detection = Detection.of(Capacity.TOWN, lateness, by, judging);
            Times times = new Times(zone, Instant.now());
            Read read = source.read(rejected, in -> told.read(in, times), detection::observe);
            detection.finish();
            print(by, judging, read, detection.counts(), (System.nanoTime() - begun) / 1e9);
            return read.taken() == 0 && read.rejected() > 0 ? Trouble.BAD_INPUT : 0;
        } catch (IOException failure) {
            throw Trouble.worldFailed("--out " + out + ": got " + failure + ", want a file to write");
        }
    }

    private Model model() {
        if (model == null) {
            return ModelFile.shipped();
        }
        try {
            return ModelFile.read(model);
        } catch (NoSuchFileException none) {
            throw Trouble.badInput("--model: got none at " + model + ", want a model that ./jingling learn wrote");
        } catch (IOException failure) {
            throw Trouble.worldFailed("--model " + model + ": got " + failure + ", want a file to read");
        } catch (IllegalArgumentException foreign) {
            throw Trouble.badInput("--model " + model + ": " + foreign.getMessage());
        }
    }

    /** Judges calls as they ring. */
    private static final class Judging implements Detection.Listener {
        private final Judge judge;
        private final JudgementsWriter writer;
        private final Grounds why = new Grounds();
        private final long[] counts = new long[Action.values().length];

        Judging(Judge judge, JudgementsWriter writer) {
            this.judge = judge;
            this.writer = writer;
        }

        @Override
        public void rings(Sighting seen) {
            Action action = judge.judge(seen, why);
            counts[action.ordinal()]++;
            String campaign = seen.campaign() == 0 ? "" : "C" + seen.campaign();
            writer.write(seen.call().callId(), judge.probability(), action, campaign, why.list());
        }

        @Override
        public void late(CallRecord call) {
            writer.writeLate(call.callId());
        }
    }

    private void print(Model by, Judging judging, Read read, Detection.Counts counts, double seconds) {
        if (json) {
            ObjectNode result = Client.JSON.createObjectNode();
            result.put("model", by.name()).put("calls", read.taken()).put("rejected", read.rejected());
            result.put("late", counts.late()).put("twice", counts.twice());
            for (Action action : Action.values()) {
                result.put(action.word(), judging.counts[action.ordinal()]);
            }
            result.put("callers", counts.callers()).put("seconds", Math.round(seconds * 1e3) / 1e3);
            surroundings.terminal().out().println(result);
            return;
        }
        StringBuilder line = new StringBuilder(out + ": " + Text.count(read.taken()) + " calls judged by " + by.name());
        for (Action action : new Action[] {Action.REJECT, Action.CHALLENGE, Action.LABEL, Action.PASS}) {
            line.append(String.format(Locale.ROOT, ", %,d %s", judging.counts[action.ordinal()], action.word()));
        }
        line.append(counts.late() == 0 ? "" : ", " + Text.count(counts.late()) + " too late to be judged");
        line.append(counts.twice() == 0 ? "" : ", " + Text.count(counts.twice()) + " twice");
        line.append(
                read.rejected() == 0 ? "" : ", " + Text.count(read.rejected()) + " rejected (see " + read.side() + ")");
        surroundings.terminal().out().println(line + ", " + Text.seconds(seconds));
    }
}
