package io.jingling.verifier;

import io.jingling.evidence.BundleCheck;
import io.jingling.evidence.BundleReport;
import io.jingling.evidence.Timestamp;
import io.jingling.evidence.Trust;
import io.jingling.seals.BouncySeals;
import io.jingling.seals.Renewal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command: reads a bundle and a trust file, prints what came of it, and says so by the exit code. */
record Verify(PrintStream out, PrintStream err) {
    static final int GOOD = 0;
    static final int NOT = 1;
    static final int BAD_INPUT = 2;
    static final int WORLD_FAILED = 3;

    private static final String USAGE = """
            usage: ./jingling evidence verify FILE.tlzj [--trust FILE] [--json]
                   java -jar tlzj-verify.jar FILE.tlzj [--trust FILE] [--json]

            Verifies a bundle offline. Three verdicts: 完整性 (unaltered), 时间 (was there at a time), 来源 (who vouches);
            none of them is whether what it says is true. Without --trust only the first can be told. A renewal in
            FILE.tlzj.ers (RFC 4998) is looked at too.

            exit codes: 0 nothing speaks against it, 1 something does, 2 bad input, 3 a file cannot be read
            """;

    int run(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(USAGE);
            return GOOD;
        }
        try {
            return verify(Options.of(arguments));
        } catch (IllegalArgumentException bad) {
            err.println(bad.getMessage());
            err.print(USAGE);
            return BAD_INPUT;
        } catch (IOException failure) {
            err.println("file: got none that can be read (" + failure + "), want a bundle and a trust file");
            return WORLD_FAILED;
        }
    }

    private int verify(Options options) throws IOException {
        BouncySeals seals = new BouncySeals();
        Trust trust = options.trust().isEmpty()
                ? Trust.NONE
                : Trust.read(Files.readAllBytes(Path.of(options.trust())), seals);
        byte[] bundle = Files.readAllBytes(Path.of(options.file()));
        BundleReport report = BundleCheck.of(bundle, trust, seals);
        List<Timestamp> renewal = renewal(Path.of(options.file() + ".ers"), bundle, trust);
        out.print(
                options.json()
                        ? JsonReport.of(report, renewal)
                        : TextReport.of(options.file(), report) + TextReport.of(renewal));
        boolean refused = renewal.stream().anyMatch(Timestamp.Refused.class::isInstance);
        return report.isGood() && !refused ? GOOD : NOT;
    }

    /** What the evidence record beside the bundle says; nothing where there is none. */
    private static List<Timestamp> renewal(Path record, byte[] bundle, Trust trust) throws IOException {
        return Files.exists(record)
                ? List.of(Renewal.check(Files.readAllBytes(record), bundle, trust.authorities()))
                : List.of();
    }

    /**
     * What was asked for.
     *
     * @param file the bundle
     * @param trust the trust file; empty for none
     */
    record Options(String file, String trust, boolean json) {
        static Options of(List<String> arguments) {
            String file = "";
            String trust = "";
            boolean json = false;
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                if (argument.equals("--json")) {
                    json = true;
                } else if (argument.equals("--trust") && i + 1 < arguments.size()) {
                    i++;
                    trust = arguments.get(i);
                } else if (!argument.startsWith("--") && file.isEmpty()) {
                    file = argument;
                } else {
                    throw new IllegalArgumentException(
                            "argument: got \"" + argument + "\", want FILE.tlzj, --trust FILE, --json");
                }
            }
            if (file.isEmpty()) {
                throw new IllegalArgumentException("argument: got no file, want FILE.tlzj");
            }
            return new Options(file, trust, json);
        }
    }
}
