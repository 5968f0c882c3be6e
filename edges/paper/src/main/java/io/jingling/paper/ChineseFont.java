package io.jingling.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A font with Chinese glyphs that may be embedded.
 *
 * @param file TrueType, alone or in a collection, of which the first is taken
 */
public record ChineseFont(Path file) {
    private static final List<Path> USUAL = List.of(
            Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"),
            Path.of("/usr/share/fonts/wqy-microhei/wqy-microhei.ttc"),
            Path.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"));

    /** The first of the usual ones that this machine has. */
    public static Optional<ChineseFont> find() {
        return USUAL.stream().filter(Files::isReadable).map(ChineseFont::new).findFirst();
    }

    /** What to do where there is none, for a log or an answer. */
    public static String missing() {
        return "font: got none of " + USUAL
                + ", want one to write 时间线.pdf with (Debian: apt-get install fonts-wqy-microhei)";
    }

    /** Embeds, of the font, the glyphs that the document will use. */
    PDFont into(PDDocument document) throws IOException {
        return PDType0Font.load(document, parsed(), true);
    }

    private TrueTypeFont parsed() throws IOException {
        if (file.toString().endsWith(".ttc")) {
            TrueTypeFont[] first = new TrueTypeFont[1];
            new TrueTypeCollection(file.toFile())
                    .processAllFonts(font -> first[0] = first[0] == null ? font : first[0]);
            return first[0];
        }
        return new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
    }
}
