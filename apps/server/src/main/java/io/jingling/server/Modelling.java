package io.jingling.server;

import io.jingling.detection.Capacity;
import io.jingling.platform.Background;
import io.jingling.platform.CallRecordStore;
import io.jingling.platform.ModelStore;
import io.jingling.platform.Publishing;
import io.jingling.server.settings.Settings;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Publishing as the server runs it: models in a folder, previews in a thread of their own. */
final class Modelling implements AutoCloseable {
    /** Of each of the two models that a preview compares; some 60 MB when full. */
    private static final Capacity PREVIEW = new Capacity(100_000, 50_000, 1 << 20, 1 << 18, 1 << 18, 1 << 11);

    // Daemons: a preview that is not finished is asked for again after the next start.
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("jingling-preview").daemon().unstarted(work));
    private final Publishing publishing;

    Modelling(Settings.Detection settings, ModelStore models, Watching watching, CallRecordStore calls) {
        publishing =
                new Publishing(models, watching.watch(), Watching.first(settings), calls, background::execute, PREVIEW);
    }

    Publishing publishing() {
        return publishing;
    }

    /** Where previews are worked out, one after the other. */
    Background background() {
        return background::execute;
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
