package io.jingling.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jingling.cli.Commands.Surroundings;
import io.jingling.simulator.Scenario;
import io.jingling.simulator.Simulation.Settings;
import io.jingling.simulator.SimulationFiles;
import io.jingling.simulator.SimulationFiles.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simulate}: a town's calls, made up from a seed. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Makes up a town's calls: people, couriers and clinics, and harassers that change their numbers. The same"
                    + " seed gives the same files. Who made which call is told in files of their own."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./jingling simulate --seed 1 --days 14 --subscribers 100000 --out town",
            "  ./jingling simulate --seed 2 --days 7 --subscribers 20000 --out other --scenario held-out"
        })
final class Simulate implements Callable<Integer> {
    private static final long REDRAW_NANOS = 150_000_000;
    private static final int BAR = 24;
    private static final String ERASE = "\r\u001b[K";

    @Option(names = "--seed", paramLabel = "S", required = true, description = "Any whole number.")
    private long seed;

    @Option(names = "--days", paramLabel = "D", required = true, description = "1 to 366.")
    private int days;

    @Option(names = "--subscribers", paramLabel = "N", required = true, description = "100 to 5,000,000.")
    private int subscribers;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where calls.csv, truth.csv and truth-calls.csv go; made where there is none.")
    private Path out;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            defaultValue = "default",
            description = "default, training, held-out, or a file that changes the default; default ${DEFAULT-VALUE}.")
    private String scenario;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    private final Terminal terminal;
    private long drawn = System.nanoTime();

    Simulate(Surroundings surroundings) {
        this.terminal = surroundings.terminal();
    }

    @Override
    public Integer call() {
        try {
            Settings settings = new Settings(seed, days, subscribers, scenario());
            Summary summary = SimulationFiles.write(settings, out, this::progress);
            erase();
            print(summary);
            return 0;
        } catch (IllegalArgumentException absurd) {
            erase();
            throw Trouble.badInput(absurd.getMessage());
        } catch (UncheckedIOException failure) {
            erase();
            throw Trouble.worldFailed("--out " + out + ": got " + failure.getCause() + ", want a folder to write in");
        }
    }

    private Scenario scenario() {
        Optional<Scenario> shipped = Scenario.named(scenario);
        if (shipped.isPresent()) {
            return shipped.get();
        }
        try {
            return Scenario.read(scenario, Files.readAllLines(Path.of(scenario)));
        } catch (CharacterCodingException otherEncoding) {
            throw Trouble.badInput("--scenario " + scenario + ": got another encoding, want UTF-8");
        } catch (IOException none) {
            throw Trouble.badInput(
                    "--scenario: got \"" + scenario + "\", want a file, or one of " + Scenario.shipped());
        }
    }

    private void progress(double share) {
        long now = System.nanoTime();
        if (terminal.watched() && now - drawn >= REDRAW_NANOS) {
            drawn = now;
            int filled = (int) (share * BAR);
            String bar = "=".repeat(filled) + " ".repeat(BAR - filled);
            terminal.err().print(ERASE + String.format(Locale.ROOT, "simulate [%s] %.0f %%", bar, 100 * share));
            terminal.err().flush();
        }
    }

    private void erase() {
        if (terminal.watched()) {
            terminal.err().print(ERASE);
            terminal.err().flush();
        }
    }

    private void print(Summary summary) {
        if (json) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            result.put("out", out.toString());
            result.put("benign_calls", summary.benign());
            result.put("hard_negative_calls", summary.trades());
            result.put("harassing_calls", summary.harassing());
            result.put("callers", summary.numbers());
            terminal.out().println(result);
            return;
        }
        double hard = 100.0 * summary.trades() / Math.max(1, summary.benign());
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%s: %,d benign calls (%.0f %% of them by couriers, clinics, new numbers and others that look like"
                                + " robots), %,d harassing ones, %,d numbers",
                        out,
                        summary.benign(),
                        hard,
                        summary.harassing(),
                        summary.numbers()));
    }
}
