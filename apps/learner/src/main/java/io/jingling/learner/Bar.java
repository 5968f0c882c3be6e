package io.jingling.learner;

import io.jingling.learning.Learning;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What is being done, on standard error: a bar where a person watches, otherwise a line for each new piece of work. */
final class Bar implements Learning.Progress {
    private static final long REDRAW_NANOS = 150_000_000;
    private static final int WIDTH = 24;
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean isWatched = Boolean.getBoolean("jingling.terminal.err");
    private final long begun = System.nanoTime();
    private long drawn;
    private String last = "";
    private final Set<String> told = new HashSet<>();

    Bar(PrintWriter err) {
        this.err = err;
    }

    /** By several threads at once where towns are read side by side. */
    @Override
    public synchronized void at(String what, double share) {
        long now = System.nanoTime();
        boolean isNew = !what.equals(last);
        last = what;
        if (!isWatched) {
            if (told.add(what)) {
                err.println(String.format(Locale.ROOT, "%6.1f s  %s", (now - begun) / 1e9, what));
            }
            return;
        }
        if (isNew || now - drawn >= REDRAW_NANOS) {
            drawn = now;
            int filled = (int) (share * WIDTH);
            String bar = "=".repeat(filled) + " ".repeat(WIDTH - filled);
            err.print(ERASE + String.format(Locale.ROOT, "[%s] %3.0f %%  %s", bar, 100 * share, what));
            err.flush();
        }
    }

    void end() {
        if (isWatched) {
            err.print(ERASE);
            err.flush();
        }
    }
}
