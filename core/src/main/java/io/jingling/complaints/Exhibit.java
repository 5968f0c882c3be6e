package io.jingling.complaints;

import java.time.Instant;

/**
 * A file that belongs to a case, and its receipt.
 *
 * @param id opaque
 * @param report whose it is
 * @param type told from its first bytes, never from its name
 * @param name as its sender calls it; for people only
 * @param bytes how long it is
 * @param sha256 in hexadecimal
 * @param entry its place in the evidence log
 * @param at when it was received
 */
public record Exhibit(
        String id, String report, Type type, String name, long bytes, String sha256, long entry, Instant at) {
    private static final int NAME_MAX = 120;

    /** What is taken: pictures, sounds, films, texts. */
    public enum Type {
        JPEG("image/jpeg"),
        PNG("image/png"),
        WEBP("image/webp"),
        HEIC("image/heic"),
        MP3("audio/mpeg"),
        M4A("audio/mp4"),
        AMR("audio/amr"),
        WAV("audio/wav"),
        MP4("video/mp4"),
        PDF("application/pdf"),
        TEXT("text/plain");

        private final String mediaType;

        Type(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    public Exhibit {
        name = Words.within(
                "name", name.replaceAll("[\\p{Cc}\\p{Cs}/\\\\]", " ").strip(), NAME_MAX);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256: got " + sha256.length() + " characters, want 64 hexadecimal");
        }
    }
}
