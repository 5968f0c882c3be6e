package io.jingling.server;

import io.jingling.paper.ChineseFont;
import io.jingling.paper.PaperFailure;
import io.jingling.paper.ReviewPage;
import io.jingling.paper.ReviewPaper;
import io.jingling.paper.ReviewPicture;
import io.jingling.paper.ReviewSheets;
import io.jingling.platform.ReviewPrinter;
import io.jingling.platform.Statistics;
import io.jingling.platform.StoreFailure;
import io.jingling.server.demo.ReportedTown;
import io.jingling.server.settings.BadSetting;
import io.jingling.server.settings.Settings;
import io.jingling.statistics.FiguresCsv;
import io.jingling.statistics.Period;
import io.jingling.statistics.Review;
import io.jingling.statistics.Users;
import io.jingling.storage.Storage;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Reports of a period: counted by the database, printed by paper, and made by themselves when a period is over. */
@Singleton
class StatisticsPorts {
    private static final Logger LOG = Logger.getLogger(StatisticsPorts.class);

    private final InstantSource clock;

    StatisticsPorts(InstantSource clock) {
        this.clock = clock;
    }

    /** What the composition keeps. */
    static Statistics open(Storage storage, Settings.Reviews settings) {
        boolean isDemo = Starting.order().demo();
        return new Statistics(
                storage.statistics(), storage.evidence(), users(settings.users(), isDemo), isDemo ? "演示数据（虚构）；" : "");
    }

    private static Users users(Path file, boolean isDemo) {
        try {
            if (file.toString().isEmpty()) {
                return isDemo ? ReportedTown.USERS : Users.NONE;
            }
            return Users.read(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException wrong) {
            throw new BadSetting(
                    "statistics.users: got " + file + " (" + wrong.getMessage() + "), want a file of its form");
        }
    }

    @Produces
    @Singleton
    Statistics statistics() {
        return Starting.opened().statistics();
    }

    @Produces
    @Singleton
    ReviewPrinter printer() {
        return StatisticsPorts::print;
    }

    private static byte[] print(Review review, ReviewPrinter.Format format, String by, Instant at) {
        return switch (format) {
            case HTML ->
                ReviewPage.of(
                                review,
                                by,
                                at,
                                Starting.order().settings().statistics().address())
                        .getBytes(StandardCharsets.UTF_8);
            case CSV -> FiguresCsv.write(review, by, at).getBytes(StandardCharsets.UTF_8);
            case XLSX -> ReviewSheets.of(review, by, at);
            case PDF -> ReviewPaper.of(review, by, at, font());
            case PNG -> ReviewPicture.of(review, by, at, font());
        };
    }

    private static ChineseFont font() {
        return ChineseFont.find().orElseThrow(() -> new StoreFailure("paper", new IOException(ChineseFont.missing())));
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void makeWhatIsOver() {
        if (!Starting.order().settings().statistics().make()) {
            return;
        }
        try {
            for (Period made : Starting.opened().statistics().makeWhatIsOver(clock.instant())) {
                LOG.infof("made the report of %s: its period is over", made.word());
            }
        } catch (StoreFailure | PaperFailure | IllegalArgumentException failure) {
            LOG.warn("statistics: got " + failure.getMessage() + "; the next turn makes up for it");
        }
    }
}
