package io.jingling.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/**
 * Where a command speaks.
 *
 * @param out what was asked for
 * @param err progress and complaints
 * @param colourful true where a person looks at {@code out}
 * @param watched true where a person looks at {@code err}
 */
record Terminal(PrintWriter out, PrintWriter err, boolean colourful, boolean watched) {
    /** The launcher says which streams are terminals: Java itself cannot tell them apart. */
    static Terminal ofProcess() {
        boolean plain = System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"));
        return new Terminal(
                writer(System.out),
                writer(System.err),
                Boolean.getBoolean("jingling.terminal.out") && !plain,
                Boolean.getBoolean("jingling.terminal.err"));
    }

    ColorScheme colours() {
        return Help.defaultColorScheme(ansi());
    }

    /** Text with picocli's marks, such as {@code @|bold,red REJECT|@}; the marks vanish where colourless. */
    String coloured(String marked) {
        return ansi().string(marked);
    }

    void flush() {
        out.flush();
        err.flush();
    }

    private Ansi ansi() {
        return colourful ? Ansi.ON : Ansi.OFF;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
