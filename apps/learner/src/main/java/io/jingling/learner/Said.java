package io.jingling.learner;

import io.jingling.detection.Clue;
import io.jingling.detection.Feature;
import io.jingling.detection.Sighting;
import io.jingling.domain.Action;
import io.jingling.learning.Maker;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes what was said of each call, to look at with other tools; no number is in it. */
final class Said implements AutoCloseable {
    static final String HEADER = "call_id,type,maker,rings,own,sequence,link,campaign,signals,log_odds,action";

    private final PrintWriter out;

    Said(Path file) throws IOException {
        out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        out.println(HEADER);
    }

    void add(Sighting seen, Maker maker, float logOdds, Action action) {
        out.println(String.format(
                Locale.ROOT,
                "%s,%s,%s,%.0f,%.3f,%.3f,%.3f,%d,%d,%.3f,%s",
                seen.call().callId(),
                maker.type(),
                maker.group(),
                Math.pow(2, seen.clues()[Clue.RINGS.ordinal()]) - 1,
                seen.own(),
                seen.features()[Feature.SEQUENCE.ordinal()],
                seen.link(),
                seen.campaign(),
                seen.signalsAgreeing(),
                logOdds,
                action.word()));
    }

    /** @throws IllegalStateException where not all could be written */
    @Override
    public void close() {
        out.close();
        if (out.checkError()) {
            throw new IllegalStateException("--out: got an error while writing, want a disk with room");
        }
    }
}
