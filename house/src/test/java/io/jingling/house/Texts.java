package io.jingling.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks of text, where a class file has nothing to look at. */
final class Texts {
    private static final int PAGE_LINES_MAX = 15;
    /* In halves, or this file would be its own first finding. */
    private static final Pattern MARKER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX|HA" + "CK)\\b");
    private static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w.~}$-])/(home|root|Users|work)/\\w+");
    private static final Pattern STATEMENT = Pattern.compile(
            "(?:\\b(?:log|LOG|logger|LOGGER)\\s*\\.\\s*\\w+|\\bthrow new \\w+|\\bnew \\w+Exception)\\s*\\([^;]*;");
    private static final Pattern REVEALED = Pattern.compile("\\.revealTo\\s*\\(|(?<!\\d)1[3-9]\\d{9}(?!\\d)");
    private static final Pattern EMPTY_NAME = Pattern.compile(
            "(Utils?|Helpers?|Manager|Common|Impl|Misc|Base|Abstract)\\b|\\.(utils?|helpers?|managers?|common|impl|misc)\\.");

    private Texts() {}

    /** Work that was put off, and folders that only one machine has. */
    static List<String> leftovers(String name, String text) {
        List<String> found = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher marker = MARKER.matcher(line);
            if (marker.find()) {
                found.add(name + ":" + number + ": got " + marker.group() + ", want it done or left out");
            }
            Matcher path = MACHINE_PATH.matcher(line);
            if (path.find()) {
                found.add(name + ":" + number + ": got " + path.group() + ", want a path that every machine has");
            }
        }
        return found;
    }

    /** Log lines and exceptions, in main code, that would show full digits. */
    static List<String> bareNumbers(String name, String text) {
        if (!name.endsWith(".java") || !name.contains("src/main/")) {
            return List.of();
        }
        return STATEMENT
                .matcher(text)
                .results()
                .filter(statement -> REVEALED.matcher(statement.group()).find())
                .map(statement -> name + ":" + lineOf(text, statement.start())
                        + ": got a full number in a message, want the PhoneNumber itself, which prints masked")
                .toList();
    }

    /** A package without its page, or with a page that nobody would read. */
    static List<String> pagesOfRooms(Path sources) {
        try (Stream<Path> folders = Files.walk(sources)) {
            return folders.filter(Files::isDirectory)
                    .filter(Texts::hasTypes)
                    .flatMap(folder -> pageOf(folder).stream())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name such as these fits any type, so it tells nothing of this one. */
    static List<String> emptyNames(String type) {
        Matcher empty = EMPTY_NAME.matcher(type);
        return empty.find()
                ? List.of(type + ": got \"" + empty.group() + "\" in its name, want what it is or does")
                : List.of();
    }

    private static boolean hasTypes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> pageOf(Path folder) {
        Path page = folder.resolve("package-info.java");
        if (!Files.exists(page)) {
            return List.of(folder + ": got no package-info.java, want one that says what the room is");
        }
        long lines = House.read(page).lines().count();
        return lines <= PAGE_LINES_MAX
                ? List.of()
                : List.of(page + ": got " + lines + " lines, want at most " + PAGE_LINES_MAX);
    }

    private static long lineOf(String text, int position) {
        return text.substring(0, position).lines().count();
    }
}
