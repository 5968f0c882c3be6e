package io.jingling.complaints;

import io.jingling.complaints.Exhibit.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells what a file is by its bytes, whatever it is called, and refuses what is no picture, sound, film or text, what is two
 * things at once, and what would burst when opened. Nothing is unpacked or decoded.
 */
public final class FileCheck {
    /** The largest file that is taken. */
    public static final int BYTES_MAX = 20 << 20;

    private static final long PIXELS_MAX = 100_000_000;
    /** A PDF's header may stand so far behind its beginning. */
    private static final int HEAD = 1_024;
    /** Pages are looked for so far; in texts everywhere. */
    private static final int PAGE_HEAD = 65_536;
    /** The end of an archive's directory and the longest comment behind it. */
    private static final int ARCHIVE_END = 22 + 65_535;
    /** What archives begin with; of six bytes, so that of sixteen million files of 20 MiB one has it by chance. */
    private static final List<String> ARCHIVES = List.of(
            "PK\u0003\u0004\u0014\u0000", "PK\u0003\u0004\n\u0000", "Rar!\u001a\u0007", "7z\u00bc\u00af'\u001c");

    private static final Pattern PAGE = Pattern.compile("(?i)<(script|html|svg|iframe|!doctype html|\\?php)[\\s>/]");

    private static final String WANT =
            "a JPEG, PNG, WebP or HEIC picture, an MP3, M4A, AMR or WAV recording, an MP4 film, a PDF or a text";

    private static final Map<String, Type> BEGINNINGS = Map.of(
            "\u00ff\u00d8\u00ff", Type.JPEG,
            "\u0089PNG\r\n\u001a\n", Type.PNG,
            "ID3\u0003", Type.MP3,
            "ID3\u0004", Type.MP3,
            "ID3\u0002", Type.MP3,
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
        PictureSize.of(content, type).ifPresent(pixels -> {
            if (pixels <= 0 || pixels > PIXELS_MAX) {
                throw refused("a picture of " + pixels + " pixels");
            }
        });
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

    /**
     * A file that another program would read as something else is refused, though it is what it says too: such programs look
     * anywhere in it.
     */
    private static void wantOneThing(byte[] content, Type type) {
        String all = latin(content, 0, content.length);
        if (type != Type.PDF && all.substring(0, Math.min(HEAD, all.length())).contains("%PDF-")) {
            throw refused("a " + Words.of(type) + " that is a PDF too");
        }
        ARCHIVES.stream().filter(all::contains).findFirst().ifPresent(found -> {
            throw refused("a " + Words.of(type) + " that is an archive too");
        });
        if (type == Type.TEXT && all.startsWith("#!")) {
            throw refused("a program");
        }
        if (latin(content, content.length - ARCHIVE_END, content.length).contains("PK\u0005\u0006")) {
            throw refused("a " + Words.of(type) + " that is an archive too");
        }
        if (PAGE.matcher(type == Type.TEXT ? all : latin(content, 0, PAGE_HEAD)).find()) {
            throw refused("a page with a program in it");
        }
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
