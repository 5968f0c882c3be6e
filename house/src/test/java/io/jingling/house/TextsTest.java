package io.jingling.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that each check of text finds what it is for, and lets pass what is well. */
class TextsTest {
    private static final String MAIN = "core/src/main/java/A.java";

    @Test
    void aLeftoverMarkerIsFoundWithItsLine() {
        assertThat(Texts.leftovers("a.md", "first\n// FIX" + "ME later\n"))
                .containsExactly("a.md:2: got FIX" + "ME, want it done or left out");
    }

    @Test
    void aPathOfOneMachineIsFound() {
        assertThat(Texts.leftovers("a.md", "cd /ho" + "me/li/jingling")).hasSize(1);
        assertThat(Texts.leftovers("a.md", "curl http://localhost/home/page, see $X/work/out and ~/work/out"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log.info(\"screened \" + caller.revealTo(Purpose.EXPORT));",
                "LOG.warn(\n    \"caller {}\",\n    caller.revealTo(Purpose.EXPORT));",
                "throw new IllegalArgumentException(\"number: got \" + n.revealTo(Purpose.EXPORT));",
                "log.info(\"calling 13800138000\");"
            })
    void aFullNumberInAMessageIsFound(String statement) {
        assertThat(Texts.bareNumbers(MAIN, "class A {\n" + statement + "\n}"))
                .singleElement()
                .asString()
                .startsWith(MAIN + ":")
                .contains("want the PhoneNumber itself");
    }

    @Test
    void aMaskedNumberInAMessageAndAFullOneInAnAnswerAreWell() {
        assertThat(Texts.bareNumbers(MAIN, "log.info(\"caller {}\", caller); row.put(n.revealTo(Purpose.EXPORT));"))
                .isEmpty();
    }

    @Test
    void aRoomWithoutItsPageOrWithALongOneIsFound(@TempDir Path sources) throws IOException {
        Path bare = Files.createDirectories(sources.resolve("bare"));
        Files.writeString(bare.resolve("A.java"), "class A {}");
        Path wordy = Files.createDirectories(sources.resolve("wordy"));
        Files.writeString(wordy.resolve("package-info.java"), "//\n".repeat(16));
        Path right = Files.createDirectories(sources.resolve("right"));
        Files.writeString(right.resolve("package-info.java"), "//\n".repeat(15));
        assertThat(Texts.pagesOfRooms(sources))
                .hasSize(2)
                .anyMatch(line -> line.contains("bare: got no package-info.java"))
                .anyMatch(line -> line.contains("got 16 lines, want at most 15"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"io.x.NumberUtils", "io.x.WishManager", "io.x.util.A", "io.x.StoreImpl", "io.x.StoreImpl$1"})
    void aNameThatSaysNothingIsFound(String type) {
        assertThat(Texts.emptyNames(type)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.x.NumberTable", "io.x.Utility", "io.x.Wishes", "io.x.Management"})
    void anHonestNameIsWell(String type) {
        assertThat(Texts.emptyNames(type)).isEmpty();
    }
}
