package io.jingling.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.cli.CommandModel;
import io.jingling.server.ServeModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Parses every command that a page shows, as the launcher would. */
class ReadmeTest {
    private static final House HOUSE = House.find();
    private static final Pattern BEFORE_LAUNCHER = Pattern.compile("^.*?\\./(?=(jingling|dev)\\b)");
    private static final Pattern AFTER_COMMAND = Pattern.compile("\\s(\\||&&|;|&|>|<|2>)(\\s.*|$)");
    private static final Pattern WORD = Pattern.compile("'[^']*'|\"[^\"]*\"|\\S+");

    @ParameterizedTest
    @MethodSource("shown")
    void aShownCommandIsOneThatTheLauncherTakes(Shown shown) {
        assertThatCode(() -> parse(shown.command())).doesNotThrowAnyException();
    }

    static Stream<Shown> shown() {
        return HOUSE.texts(".md").stream().flatMap(ReadmeTest::shownOn);
    }

    /** A command and the page that shows it. */
    record Shown(String page, String command) {}

    private static Stream<Shown> shownOn(Path page) {
        return Pages.commands(House.read(page)).stream().map(command -> new Shown(HOUSE.shown(page), command));
    }

    @Test
    void thereAreCommandsToParse() {
        assertThat(shown().map(Shown::page)).contains("README.md", "README.zh-CN.md", "docs/HACKING.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./jingling scren --caller 1 --callee 2",
                "./jingling screen --from 1 --callee 2",
                "./jingling screen --caller 1",
                "./jingling serve --demos",
                "./dev tests"
            })
    void aCommandThatTheLauncherDoesNotTakeIsFound(String command) {
        assertThatThrownBy(() -> parse(command)).isInstanceOfAny(ParameterException.class, AssertionError.class);
    }

    @Test
    void whatIsAroundACommandIsLeftOut() {
        assertThat(words("JAVA_HOME=/x ./jingling screen --caller '' --callee \"1 2\" | head -1"))
                .containsExactly("jingling", "screen", "--caller", "", "--callee", "1 2");
    }

    private static void parse(String command) {
        List<String> words = words(command);
        if (words.getFirst().equals("dev")) {
            assertThat(House.read(HOUSE.root().resolve("dev")))
                    .as("./dev takes %s", words.get(1))
                    .containsPattern("(?m)^  " + Pattern.quote(words.get(1)) + "\\)");
            return;
        }
        boolean serve = words.size() > 1 && words.get(1).equals("serve");
        CommandLine line = serve ? ServeModel.serve() : CommandModel.commands();
        line.parseArgs(words.subList(serve ? 2 : 1, words.size()).toArray(String[]::new));
    }

    private static List<String> words(String command) {
        String bare = AFTER_COMMAND
                .matcher(BEFORE_LAUNCHER.matcher(command).replaceFirst(""))
                .replaceFirst("");
        List<String> words = new ArrayList<>();
        WORD.matcher(bare).results().map(found -> unquoted(found.group())).forEach(words::add);
        return words;
    }

    private static String unquoted(String word) {
        boolean quoted = word.startsWith("'") || word.startsWith("\"");
        return quoted ? word.substring(1, word.length() - 1) : word;
    }
}
