package io.jingling.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** A bar on standard error while a person watches, drawn over itself a few times a second. */
final class Progress implements AutoCloseable {
    private static final long REDRAW_NANOS = 150_000_000;
    private static final int BAR = 24;
    private static final String ERASE = "\r\u001b[K";

    private final Terminal terminal;
    private final String name;
    private final long bytes;
    private final long begun = System.nanoTime();
    private long drawn = begun;
    private long read;

    /** @param bytes how large the file is */
    Progress(Terminal terminal, String name, long bytes) {
        this.terminal = terminal;
        this.name = name;
        this.bytes = bytes;
    }

    /** The same bytes, counted as they are read. */
    InputStream counting(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                read += one < 0 ? 0 : 1;
                return one;
            }

            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                int got = super.read(into, from, count);
                read += Math.max(got, 0);
                return got;
            }
        };
    }

    void rows(long rows, long rejected) {
        long now = System.nanoTime();
        if (terminal.watched() && now - drawn >= REDRAW_NANOS) {
            drawn = now;
            terminal.err().print(ERASE + line(rows, rejected, (now - begun) / 1e9));
            terminal.err().flush();
        }
    }

    @Override
    public void close() {
        if (terminal.watched()) {
            terminal.err().print(ERASE);
            terminal.err().flush();
        }
    }

    private String line(long rows, long rejected, double seconds) {
        int percent = bytes == 0 ? 0 : (int) Math.min(100, read * 100 / bytes);
        int filled = percent * BAR / 100;
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %d %%  %,d rows  %,.0f/s  %,d rejected",
                name,
                "=".repeat(filled),
                " ".repeat(BAR - filled),
                percent,
                rows,
                rows / seconds,
                rejected);
    }
}
