package io.jingling.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps the pages true: links lead somewhere, both READMEs show the same, the first page stays short. */
class DocsTest {
    private static final int README_LINES_MAX = 120;
    private static final House HOUSE = House.find();
    private static final Path ENGLISH = HOUSE.root().resolve("README.md");
    private static final Path CHINESE = HOUSE.root().resolve("README.zh-CN.md");

    @Test
    void everyRelativeLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Path page : HOUSE.texts(".md")) {
            broken.addAll(Pages.brokenLinks(HOUSE.shown(page), page, House.read(page)));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void aReadmeIsShort() {
        assertThat(House.read(ENGLISH).lines()).hasSizeLessThanOrEqualTo(README_LINES_MAX);
        assertThat(House.read(CHINESE).lines()).hasSizeLessThanOrEqualTo(README_LINES_MAX);
    }

    @Test
    void bothReadmesShowTheSameCommands() {
        List<String> english = Pages.commands(House.read(ENGLISH));
        assertThat(english).isNotEmpty();
        assertThat(Pages.commands(House.read(CHINESE))).isEqualTo(english);
    }

    @Test
    void bothReadmesLinkToTheSamePages() {
        assertThat(Pages.links(House.read(CHINESE)))
                .map(link -> link.equals("README.md") ? "README.zh-CN.md" : link)
                .containsExactlyInAnyOrderElementsOf(Pages.links(House.read(ENGLISH)));
    }

    @Test
    void everyDecisionIsOnTheListOfDecisions() {
        Path list = HOUSE.root().resolve("docs/adr/README.md");
        List<String> pages = HOUSE.texts(".md").stream()
                .filter(page -> page.getParent().equals(list.getParent()) && !page.equals(list))
                .map(page -> page.getFileName().toString())
                .toList();
        assertThat(Pages.links(House.read(list))).containsExactlyInAnyOrderElementsOf(pages);
        assertThat(pages).allSatisfy(page -> assertThat(House.read(list.resolveSibling(page)))
                .contains(
                        "**Context.**", "**Decision.**", "**Rejected.**", "**Consequences.**", "**When to reopen.**"));
    }
}
