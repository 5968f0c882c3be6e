package io.jingling.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows that the reader of pages sees what it is for. */
class PagesTest {
    @Test
    void aBrokenLinkOrAnchorIsFound(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("a.md");
        Files.writeString(folder.resolve("b.md"), "# One room\n");
        String text = "[b](b.md) [room](b.md#one-room) [web](https://example.org) `[code](no.md)`\n"
                + "[gone](c.md) [attic](b.md#attic) ![picture](d.png)\n";
        assertThat(Pages.brokenLinks("a.md", page, text))
                .hasSize(3)
                .anyMatch(line -> line.equals("a.md: got link c.md, want a file that exists"))
                .anyMatch(line -> line.equals("a.md: got link b.md#attic, want one of [one-room]"))
                .anyMatch(line -> line.contains("d.png"));
    }

    @Test
    void commandsAreReadOutOfBlocksOfShellOnly() {
        String text = """
                Run `./jingling other`.
                ```sh
                ./jingling serve --demo      # a town
                $ ./jingling screen --caller 1 \\
                    --callee 2
                curl localhost
                ```
                ```
                ./jingling not shell
                ```
                """;
        assertThat(Pages.commands(text))
                .containsExactly("./jingling serve --demo", "./jingling screen --caller 1 --callee 2");
    }
}
