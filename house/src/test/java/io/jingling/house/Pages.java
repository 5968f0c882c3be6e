package io.jingling.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads Markdown as far as it can be checked: links, headings, and commands in blocks of shell. */
final class Pages {
    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+\\s+(.+?)\\s*$");
    private static final Pattern SHELL = Pattern.compile("(?ms)^```(?:sh|bash|console)\\n(.*?)^```");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\\n]*`");
    private static final Pattern OUTSIDE = Pattern.compile("^(https?:|mailto:).*");

    private Pages() {}

    /** Where the links of a page lead, those to the web left out. */
    static List<String> links(String page) {
        return LINK.matcher(CODE.matcher(page).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !OUTSIDE.matcher(link).matches())
                .toList();
    }

    static List<String> brokenLinks(String name, Path page, String text) {
        List<String> broken = new ArrayList<>();
        for (String link : links(text)) {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
            if (!Files.exists(target)) {
                broken.add(name + ": got link " + link + ", want a file that exists");
            } else if (parts.length == 2 && !anchors(House.read(target)).contains(parts[1])) {
                broken.add(name + ": got link " + link + ", want one of " + anchors(House.read(target)));
            }
        }
        return broken;
    }

    /** The launcher's commands in blocks of shell, a line each, continued lines joined, comments left out. */
    static List<String> commands(String page) {
        return SHELL.matcher(page)
                .results()
                .flatMap(block -> block.group(1).replaceAll("\\\\\\n\\s*", "").lines())
                .map(line -> line.replaceFirst("^\\$ ", "")
                        .replaceFirst("\\s+#.*$", "")
                        .strip())
                .filter(line -> line.matches(".*(^|\\s|/)(\\./jingling|\\./dev)\\b.*"))
                .toList();
    }

    /** Anchors as GitHub makes them from headings. */
    private static List<String> anchors(String page) {
        return HEADING.matcher(page).results().map(Pages::anchor).toList();
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                .replaceAll("\\s", "-");
    }
}
