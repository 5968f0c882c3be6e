package io.jingling.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.complaints.Exhibit;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnWordsTest {
    private static Exhibit called(String name) {
        return new Exhibit(
                "1", "2", Exhibit.Type.JPEG, name, 1, "0".repeat(64), 0, Instant.parse("2026-11-29T10:00:00.5Z"));
    }

    /** A source file refuses a path that some system could not keep. */
    @Test
    void whateverAFileIsCalledABundleCanKeepIt() {
        Map.of(
                        "photo.jpg",
                        "1-photo.jpg",
                        "a:b?*<>|\"c.jpg",
                        "1-a_b______c.jpg",
                        " . . ",
                        "1-",
                        "\u0085x.jpg",
                        "1-x.jpg",
                        "\uD83D\uDE00".repeat(60),
                        "1-" + "\uD83D\uDE00".repeat(50),
                        "图".repeat(120),
                        "1-" + "图".repeat(50))
                .forEach((name, kept) -> assertThat(
                                OwnWords.source(called(name), 1, "举报人本人").path())
                        .as(name)
                        .isEqualTo("files/材料/" + kept));
    }
}
