package io.jingling.verifier;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Starts the verifier. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, false, StandardCharsets.UTF_8);
        int exit = new Verify(out, err).run(List.of(arguments));
        out.flush();
        err.flush();
        System.exit(exit);
    }
}
