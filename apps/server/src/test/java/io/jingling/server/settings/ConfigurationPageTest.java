package io.jingling.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page is made from the table: with {@code -Djingling.docs.write} it is written, else compared. */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "reference", "configuration.md");

    @Test
    void thePageSaysWhatTheTableSays() throws IOException {
        if (Boolean.getBoolean("jingling.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page());
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Configuration

                `./jingling serve --config FILE` reads a properties file (UTF-8, `key=value`). `--http-port` and `--sip-port`
                have the last word. An unknown key, or a value outside its range, is a refusal to start (exit 2) that names
                the key. The configuration in force is printed once at the start; where a value names a secret's file it is
                printed as `***`. This page is made from the table in `SettingTable.java`.

                | key | default | unit | range | what for |
                |---|---|---|---|---|
                """);
        for (Setting setting : SettingTable.settings()) {
            page.append("| `").append(setting.key()).append("` | ");
            page.append(setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`")
                    .append(" | ");
            page.append(setting.unit()).append(" | ").append(setting.wanted()).append(" | ");
            page.append(setting.sentence()).append(" |\n");
        }
        return page.toString();
    }
}
