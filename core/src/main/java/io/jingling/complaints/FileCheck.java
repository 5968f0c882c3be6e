package io.jingling.complaints;

import io.jingling.complaints.Exhibit.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what a file is by its bytes, whatever it is called, and refuses what is no picture, sound, film or text, what is two
 * things at once, and what would burst when opened. Nothing is unpacked or decoded.
 */
public final class FileCheck {
    /** The largest file that is taken. */
    public static final int BYTES_MAX = 20 << 20;

    private static final long PIXELS_MAX = 100_000_000;
    /** A PDF's header may stand so far behind its beginning, and a page's marks so far before. */
    private static final int HEAD = 1_024;
    /** The end of an archive's directory and the longest comment behind it. */
    private static final int ARCHIVE_END = 22 + 65_535;

    private static final String WANT =
            "a JPEG, PNG, WebP or HEIC picture, an MP3, M4A, AMR or WAV recording, an MP4 film, a PDF or a text";

    private static final Map<String, Type> BEGINNINGS = Map.of(
            "\u00ff\u00d8\u00ff", Type.JPEG,
            "\u0089PNG\r\n\u001a\n", Type.PNG,
            "ID3", Type.MP3,
            "\u00ff\u00fb", Type.MP3,
            "\u00ff\u00f3", Type.MP3,
            "\u00ff\u00f2", Type.MP3,
            "#!AMR", Type.AMR,
            "%PDF-", Type.PDF);

    private static final Map<String, String> REFUSED = Map.of(
            "PK\u0003\u0004", "an archive or an App's package",
            "PK\u0005\u0006", "an archive",
            "Rar!", "an archive",
            "7z\u00bc\u00af", "an archive",
            "\u001f\u008b", "a compressed file",
            "BZh", "a compressed file",
            "\u00fd7zXZ", "a compressed file",
            "MZ", "a program",
            "\u007fELF", "a program",
            "dex\n", "a program");

    private FileCheck() {}

    /**
     * What it is.
     *
     * @throws IllegalArgumentException {@code file: got …, want …}
     */
    public static Type typeOf(byte[] content) {
        if (content.length == 0) {
            throw refused("nothing");
        }
        if (content.length > BYTES_MAX) {
            throw new IllegalArgumentException(
                    "file: got more than " + BYTES_MAX + " bytes, want at most " + (BYTES_MAX >> 20) + " MiB");
        }
        REFUSED.forEach((beginning, what) -> {
            if (isAt(content, 0, beginning)) {
                throw refused(what);
            }
        });
        Type type = recognised(content)
                .or(() -> isText(content) ? Optional.of(Type.TEXT) : Optional.empty())
                .orElseThrow(() -> refused("something else"));
        wantOneThing(content, type);
        wantPicturesThatFit(content, type);
        return type;
    }

    private static Optional<Type> recognised(byte[] content) {
        if (isAt(content, 0, "RIFF")) {
            return isAt(content, 8, "WEBP")
                    ? Optional.of(Type.WEBP)
                    : isAt(content, 8, "WAVE") ? Optional.of(Type.WAV) : Optional.empty();
        }
        if (isAt(content, 4, "ftyp")) {
            String brand = latin(content, 8, 12).toLowerCase(Locale.ROOT);
            if (brand.startsWith("hei") || brand.startsWith("hev") || brand.equals("mif1")) {
                return Optional.of(Type.HEIC);
            }
            return Optional.of(brand.startsWith("m4a") ? Type.M4A : Type.MP4);
        }
        return BEGINNINGS.entrySet().stream()
                .filter(one -> isAt(content, 0, one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** A file that another program would read as something else is refused, though it is what it says too. */
    private static void wantOneThing(byte[] content, Type type) {
        String head = latin(content, 0, HEAD).toLowerCase(Locale.ROOT);
        boolean isPage = head.contains("<script")
                || head.contains("<html")
                || head.contains("<!doctype")
                || head.contains("<svg");
        if (isPage || head.contains("<?php")) {
            throw refused("a page with a program in it");
        }
        if (type != Type.PDF && head.contains("%pdf-")) {
            throw refused("a " + Words.of(type) + " that is a PDF too");
        }
        if (latin(content, content.length - ARCHIVE_END, content.length).contains("PK\u0005\u0006")) {
            throw refused("a " + Words.of(type) + " that is an archive too");
        }
    }

    /** A picture of a few bytes may ask for gigabytes when it is shown. */
    private static void wantPicturesThatFit(byte[] content, Type type) {
        if (type == Type.PNG) {
            ByteBuffer header = ByteBuffer.wrap(content);
            long pixels = content.length < 24
                    ? 0
                    : Integer.toUnsignedLong(header.getInt(16)) * Integer.toUnsignedLong(header.getInt(20));
            if (pixels <= 0 || pixels > PIXELS_MAX) {
                throw refused("a picture of " + pixels + " pixels");
            }
        }
        if (type == Type.JPEG && jpegPixels(content) > PIXELS_MAX) {
            throw refused("a picture of " + jpegPixels(content) + " pixels");
        }
    }

    /** By the first frame's header; 0 where there is none to be found. */
    private static long jpegPixels(byte[] content) {
        int place = 2;
        while (place + 9 < content.length && (content[place] & 0xFF) == 0xFF) {
            int marker = content[place + 1] & 0xFF;
            boolean isFrame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (isFrame) {
                return (long) two(content, place + 5) * two(content, place + 7);
            }
            place += 2 + Math.max(2, two(content, place + 2));
        }
        return 0;
    }

    private static int two(byte[] content, int place) {
        return (content[place] & 0xFF) << 8 | content[place + 1] & 0xFF;
    }

    private static boolean isText(byte[] content) {
        for (byte one : content) {
            if (one >= 0 && one < ' ' && one != '\n' && one != '\r' && one != '\t') {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException none) {
            return false;
        }
    }

    private static boolean isAt(byte[] content, int place, String beginning) {
        return latin(content, place, place + beginning.length()).equals(beginning);
    }

    private static String latin(byte[] content, int from, int to) {
        int start = Math.clamp(from, 0, content.length);
        int end = Math.clamp(to, start, content.length);
        return new String(content, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static IllegalArgumentException refused(String got) {
        return new IllegalArgumentException("file: got " + got + ", want " + WANT);
    }
}
