package io.jingling.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How to start PostgreSQL, which refuses to run as root, from a process that may be root.
 *
 * @param prefix what comes before the program; empty for an ordinary user
 * @param changesOwner true where files must be given to the user that it becomes
 */
record Unprivileged(List<String> prefix, boolean changesOwner) {
    private static final String USER = "nobody";
    private static final List<String> NAMESPACE = List.of("unshare", "--user");
    private static final List<String> SWITCH =
            List.of("setpriv", "--reuid=" + USER, "--regid=nogroup", "--clear-groups");
    /** A session of its own, so that Ctrl-C in a terminal reaches the platform first. */
    private static final List<String> OWN_SESSION = List.of("setsid");

    /** Ordinary users need nothing; root goes into a user namespace, or else becomes nobody. */
    static Unprivileged forThisProcess() {
        List<String> session = joined(
                works(OWN_SESSION) ? OWN_SESSION : List.of(), works(Niceness.PREFIX) ? Niceness.PREFIX : List.of());
        if (!isRoot()) {
            return new Unprivileged(session, false);
        }
        if (works(NAMESPACE)) {
            return new Unprivileged(joined(NAMESPACE, session), false);
        }
        if (works(SWITCH)) {
            return new Unprivileged(joined(SWITCH, session), true);
        }
        throw new StorageUnusable("embedded PostgreSQL: got user root without unshare or setpriv, want an ordinary"
                + " user, one of the two, or a database by its URL");
    }

    List<String> command(String program, List<String> arguments) {
        return joined(joined(prefix, List.of(program)), arguments);
    }

    /** Gives a file or a whole folder to the user that the program becomes; nothing where it stays the same. */
    void hand(Path over) throws IOException {
        if (!changesOwner) {
            return;
        }
        UserPrincipal owner =
                over.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER);
        List<Path> all;
        try (Stream<Path> walk = Files.walk(over)) {
            all = walk.toList();
        }
        for (Path one : all) {
            // A link's owner, never that of what it points to.
            Files.getFileAttributeView(one, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setOwner(owner);
        }
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException noSuchFolder) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static boolean works(List<String> prefix) {
        try {
            Process tried = new ProcessBuilder(joined(prefix, List.of("true")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return tried.waitFor(5, TimeUnit.SECONDS) && tried.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
