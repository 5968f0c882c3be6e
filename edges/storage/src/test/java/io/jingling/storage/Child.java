package io.jingling.storage;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.NumberKind;
import io.jingling.domain.Rule;
import io.jingling.domain.Verdict;
import io.jingling.domain.Wishes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process of its own, to be killed or to stand in the way. */
final class Child implements AutoCloseable {
    static final int SUBSCRIBERS = 200;

    private final Process process;
    private final BufferedReader lines;

    private Child(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts one on the data directory.
     *
     * @param firstChange changes of wishes are counted from there; each is said when it is acknowledged
     */
    static Child changing(Path folder, int firstChange) throws IOException {
        return running(Child.class, folder.toString(), Integer.toString(firstChange));
    }

    /** Starts a process with that main method. */
    static Child running(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** The next line it says; empty once it has ended. */
    Optional<String> line() throws IOException {
        return Optional.ofNullable(lines.readLine());
    }

    /** Ends it as kill -9 does, and returns the lines that it had said. */
    List<String> kill() throws InterruptedException {
        // By its handle: the process itself would close what is still to be read.
        process.toHandle().destroyForcibly();
        process.waitFor(20, TimeUnit.SECONDS);
        return lines.lines().toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Changes wishes one after the other, and says each change that is acknowledged. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        long pass = Verdict.of(Action.PASS, Rule.DEFAULT_PASS, NumberKind.MOBILE);
        try (Storage storage = Storage.open(SharedServer.embedded(Path.of(arguments[0])))) {
            out.println("open");
            for (int change = Integer.parseInt(arguments[1]); ; change++) {
                int subscriber = change % SUBSCRIBERS;
                CallAttempt call = CallAttempt.of(Numbers.mobile(1), Numbers.mobile(subscriber), change);
                storage.decisionLog().append(call, pass, 1, change);
                Wishes wishes = Wishes.DEFAULT.withCourierUntil(Instant.ofEpochSecond(change));
                storage.subscribers().save(Numbers.mobile(subscriber), wishes);
                out.println(change);
            }
        } catch (StorageUnusable refused) {
            out.println(refused.getMessage());
        }
    }
}
