package io.jingling.cli;

import io.jingling.cli.Commands.Surroundings;
import io.jingling.paper.ChineseFont;
import io.jingling.paper.ReviewPage;
import io.jingling.paper.ReviewPaper;
import io.jingling.paper.ReviewPicture;
import io.jingling.paper.ReviewSheets;
import io.jingling.platform.ReviewPrinter.Format;
import io.jingling.platform.Statistics;
import io.jingling.statistics.FiguresCsv;
import io.jingling.statistics.Period;
import io.jingling.statistics.Review;
import io.jingling.statistics.Reviewing;
import io.jingling.statistics.Users;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}: 投诉情况盘点 of a month or a quarter, from a platform or again from figures. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the report (投诉情况盘点) of a month or a quarter.",
            "What FILE ends with says as what: html, pdf, xlsx, csv or png. From exported figures (csv) anybody makes it again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./jingling report --quarter 2026Q3 --out report.html",
            "  ./jingling report --quarter 2026Q3 --out figures.csv",
            "  ./jingling report --figures figures.csv --out again.xlsx",
            "  ./jingling report --month 2026-09 --open --out open.csv"
        })
final class Report implements Callable<Integer> {
    private static final long FILE_BYTES_MAX = 16L << 20;

    @Mixin
    private Connection connection;

    @Option(names = "--quarter", paramLabel = "2026Q3", description = "Of a quarter.")
    private String quarter = "";

    @Option(names = "--month", paramLabel = "2026-09", description = "Of a month.")
    private String month = "";

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where it is written.")
    private Path out;

    @Option(
            names = "--figures",
            paramLabel = "FILE",
            description = "Make it again of these figures; no platform is asked.")
    private Path figures;

    @Option(names = "--users", paramLabel = "FILE", description = "With --figures: users of carriers, for rates.")
    private Path users;

    @Option(
            names = "--open",
            description = "The open data of a period that is over instead: by day and class, small counts hidden.")
    private boolean open;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    private final Surroundings surroundings;

    Report(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Format format = format();
        if (open && format != Format.CSV) {
            throw Trouble.badInput("out: got " + out + ", want a file that ends with .csv for open data");
        }
        byte[] bytes;
        if (figures == null) {
            bytes = fetched(format);
        } else {
            bytes = made(format);
        }
        write(bytes);
        String told = json
                ? Client.JSON
                        .createObjectNode()
                        .put("file", out.toString())
                        .put("bytes", bytes.length)
                        .toString()
                : out + ": " + Text.count(bytes.length) + " bytes";
        surroundings.terminal().out().println(told);
        return 0;
    }

    private byte[] fetched(Format format) {
        Period period = period();
        say("counting " + period.word() + " …");
        try (Client client = connection.open()) {
            return client.fetch(
                    open
                            ? "/v1/statistics/open?period=" + period.word()
                            : "/v1/statistics/file?period=" + period.word() + "&format=" + format.word());
        } finally {
            say("");
        }
    }

    private byte[] made(Format format) {
        if (open || !quarter.isEmpty() || !month.isEmpty()) {
            throw Trouble.badInput("figures: got another option beside them, want the period that they have");
        }
        Instant now = Instant.now();
        try {
            Users denominators =
                    users == null ? Users.NONE : Users.read(read(users).lines().toList());
            Review review = Reviewing.of(FiguresCsv.read(read(figures)), Statistics.NAMES, denominators, List.of());
            return printed(review, format, now);
        } catch (IllegalArgumentException wrong) {
            throw Trouble.badInput(figures + ": " + wrong.getMessage());
        }
    }

    private byte[] printed(Review review, Format format, Instant now) {
        String by = System.getProperty("user.name", "");
        return switch (format) {
            case HTML -> ReviewPage.of(review, by, now, "").getBytes(StandardCharsets.UTF_8);
            case CSV -> FiguresCsv.write(review, by, now).getBytes(StandardCharsets.UTF_8);
            case XLSX -> ReviewSheets.of(review, by, now);
            case PDF -> ReviewPaper.of(review, by, now, font());
            case PNG -> ReviewPicture.of(review, by, now, font());
        };
    }

    private static ChineseFont font() {
        return ChineseFont.find().orElseThrow(() -> Trouble.worldFailed(ChineseFont.missing()));
    }

    private Period period() {
        if (quarter.isEmpty() == month.isEmpty()) {
            throw Trouble.badInput("period: got " + (quarter.isEmpty() ? "none" : "two")
                    + ", want --quarter 2026Q3 or --month 2026-09");
        }
        try {
            Period period = Period.parse(quarter.isEmpty() ? month : quarter);
            if (period.isQuarter() == quarter.isEmpty()) {
                throw Trouble.badInput("period: got the other kind, want --quarter 2026Q3 or --month 2026-09");
            }
            return period;
        } catch (IllegalArgumentException none) {
            throw Trouble.badInput(none.getMessage());
        }
    }

    private Format format() {
        String name = String.valueOf(out.getFileName());
        try {
            return Format.of(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException other) {
            throw Trouble.badInput("out: got " + out + ", want a file that ends with .html, .pdf, .xlsx, .csv or .png");
        }
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw Trouble.badInput(file + ": got more than " + FILE_BYTES_MAX + " bytes, want fewer");
            }
            return Files.readString(file);
        } catch (IOException gone) {
            throw Trouble.badInput(file + ": got a file that cannot be read, want one in UTF-8");
        }
    }

    private void write(byte[] bytes) {
        try {
            Files.write(out, bytes);
        } catch (IOException failure) {
            throw Trouble.worldFailed(out + ": got a failure on writing, want a folder that is there and has room");
        }
    }

    /** What a person who watches waits for. */
    private void say(String text) {
        if (surroundings.terminal().watched()) {
            surroundings.terminal().err().print("\r\u001b[K" + text);
            surroundings.terminal().err().flush();
        }
    }
}
