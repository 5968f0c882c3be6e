package io.jingling.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Has a server's processes give way to the calls where processors are few.
 *
 * <p>Niceness alone is not enough: Linux may first share the processors between sessions (autogroup, sched(7)), and
 * each of PostgreSQL's processes is a session of its own. The session's niceness is told to the kernel.
 */
final class Niceness {
    /** The program's and its children's own. */
    static final List<String> PREFIX = List.of("nice", "-n", "10");

    /** A tenth of the weight of who calls are answered by; enough to write them down. */
    private static final String SESSION = "10";

    private final Path processes;
    private Set<String> told = Set.of();

    /** @param processes the folder {@code /proc}; nothing is done where it or its files are missing */
    Niceness(Path processes) {
        this.processes = processes;
    }

    /** Tells the kernel of the server's sessions that began since the last time. */
    void tell(long server) {
        Path process = processes.resolve(Long.toString(server));
        try {
            String children = Files.readString(process.resolve("task/" + server + "/children"));
            Set<String> sessions = Arrays.stream(children.split(" "))
                    .filter(id -> !id.isBlank())
                    .collect(Collectors.toSet());
            sessions.add(Long.toString(server));
            Set<String> fresh = new HashSet<>(sessions);
            fresh.removeAll(told);
            fresh.removeIf(id -> !isTold(id));
            sessions.retainAll(told);
            sessions.addAll(fresh);
            told = sessions;
        } catch (IOException notLinuxOrGone) {
            told = Set.of();
        }
    }

    /** False where the kernel wants to be asked later, as it does of ordinary users in haste, or the process is gone. */
    private boolean isTold(String id) {
        try {
            Files.writeString(processes.resolve(id).resolve("autogroup"), SESSION);
            return true;
        } catch (IOException later) {
            return false;
        }
    }
}
