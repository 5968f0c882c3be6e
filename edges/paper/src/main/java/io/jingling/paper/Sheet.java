package io.jingling.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

/** One page, written from its top; what does not fit is counted, never left out in silence. */
final class Sheet implements AutoCloseable {
    private static final float MARGIN = 50;
    private static final float TITLE = 18;
    private static final float HEADING = 12;
    private static final float TEXT = 9.5f;
    private static final float FOOT = 8;
    private static final float LEADING = 1.5f;
    private static final float BOTTOM = 90;
    private static final float PALE = 0.88f;
    private static final double TILT = Math.toRadians(35);
    private static final String NO_GLYPH = "□";

    private final PDPageContentStream stream;
    private final PDFont font;
    private final float width;
    private float y;

    Sheet(PDDocument document, PDPage page, PDFont font) throws IOException {
        this.stream = new PDPageContentStream(document, page);
        this.font = font;
        this.width = page.getMediaBox().getWidth() - 2 * MARGIN;
        this.y = page.getMediaBox().getHeight() - MARGIN - TITLE;
    }

    void title(String text) throws IOException {
        show(text, TITLE, MARGIN);
        y -= TITLE;
    }

    void heading(String text) throws IOException {
        y -= HEADING;
        show(text, HEADING, MARGIN);
    }

    void line(String text) throws IOException {
        for (String part : wrapped(text)) {
            show(part, TEXT, MARGIN);
        }
    }

    /** Each on lines of its own, as many as fit above the next block. */
    void rows(List<String> rows) throws IOException {
        for (int i = 0; i < rows.size(); i++) {
            List<String> parts = wrapped(rows.get(i));
            float room = y - (parts.size() + 1) * TEXT * LEADING;
            if (room < (i < rows.size() / 2 ? 2 : 1) * BOTTOM) {
                line("……其余 " + (rows.size() - i) + " 条见 bundle.txt、custody.txt");
                return;
            }
            for (String part : parts) {
                show(part, TEXT, MARGIN);
            }
        }
    }

    void foot(String text) throws IOException {
        y = MARGIN;
        show(text, FOOT, MARGIN);
    }

    /** Pale, across the page, below the text. */
    void watermark(String text) throws IOException {
        stream.saveGraphicsState();
        stream.setNonStrokingColor(PALE);
        for (float at = 120; at < 800; at += 220) {
            stream.beginText();
            stream.setFont(font, 2 * HEADING);
            stream.setTextMatrix(Matrix.getRotateInstance(TILT, 2 * MARGIN, at));
            stream.showText(shown(text));
            stream.endText();
        }
        stream.restoreGraphicsState();
    }

    private void show(String text, float size, float x) throws IOException {
        stream.beginText();
        stream.setFont(font, size);
        stream.newLineAtOffset(x, y);
        stream.showText(shown(text));
        stream.endText();
        y -= size * LEADING;
    }

    /** Chinese may be broken anywhere. */
    private List<String> wrapped(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int letter : shown(text).codePoints().toArray()) {
            String next = Character.toString(letter);
            if (font.getStringWidth(line + next) / 1000 * TEXT > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append("　　");
            }
            line.append(next);
        }
        lines.add(line.toString());
        return lines;
    }

    /** What the font has no glyph for is shown as an empty box. */
    private String shown(String text) throws IOException {
        StringBuilder shown = new StringBuilder();
        for (int letter : text.codePoints().toArray()) {
            String one = Character.toString(letter);
            shown.append(hasGlyph(one) ? one : NO_GLYPH);
        }
        return shown.toString();
    }

    private boolean hasGlyph(String letter) throws IOException {
        try {
            font.encode(letter);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
