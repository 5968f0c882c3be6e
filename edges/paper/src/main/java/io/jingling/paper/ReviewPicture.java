package io.jingling.paper;

import io.jingling.statistics.Block;
import io.jingling.statistics.Comparison;
import io.jingling.statistics.Review;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;

/** The overview of a report as a picture: how many, by whom, about what. */
public final class ReviewPicture {
    private static final int WIDTH = 1_200;
    private static final int HEIGHT = 900;
    private static final int EDGE = 48;
    private static final int ROWS = 8;
    private static final Color INK = new Color(0x1d2433);
    private static final Color PALE = new Color(0x5b6474);
    private static final Color BAR = new Color(0x2f6bd8);

    private final Graphics2D paint;
    private final Font font;

    private ReviewPicture(Graphics2D paint, Font font) {
        this.paint = paint;
        this.font = font;
    }

    /**
     * PNG.
     *
     * @throws PaperFailure where the font is none
     */
    public static byte[] of(Review review, String by, Instant at, ChineseFont chinese) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = image.createGraphics();
        try {
            Font font = Font.createFonts(chinese.file().toFile())[0];
            new ReviewPicture(paint, font).draw(review, "导出人 " + by + "　" + ReviewPage.CHINA.format(at));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException | FontFormatException failure) {
            throw new PaperFailure("font " + chinese.file() + ": got none that can be drawn, want TrueType", failure);
        } finally {
            paint.dispose();
        }
    }

    private void draw(Review review, String mark) {
        paint.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paint.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        paint.setColor(Color.WHITE);
        paint.fillRect(0, 0, WIDTH, HEIGHT);
        text(review.title(), EDGE, 76, 34, INK);
        text(Comparison.grouped(review.total().numerator()) + " 件", EDGE, 128, 30, BAR);
        int y = 164;
        for (Comparison one : review.comparisons()) {
            text(one.chinese(), EDGE, y, 18, PALE);
            y += 28;
        }
        series(review.series());
        bars("拨打方式（占比 %）", review.block("b").lines(), EDGE, 520);
        bars("骚扰方式（占比 %）", review.block("e").lines(), WIDTH / 2 + EDGE / 2, 520);
        text(
                "数据截至 " + ReviewPage.CHINA.format(review.asOf()) + "　来源：" + review.source() + "　" + mark,
                EDGE,
                HEIGHT - 24,
                16,
                PALE);
    }

    private void series(List<Review.Point> points) {
        long most = Math.max(
                1,
                points.stream()
                        .mapToLong(point -> point.figure().numerator())
                        .max()
                        .orElse(1));
        int step = (WIDTH - 2 * EDGE) / Math.max(1, points.size());
        int x = EDGE;
        for (Review.Point point : points) {
            int height = (int) (170 * point.figure().numerator() / most);
            paint.setColor(BAR);
            paint.fillRoundRect(x, 440 - height, Math.min(60, step - 12), height, 4, 4);
            text(Comparison.grouped(point.figure().numerator()), x, 434 - height, 15, INK);
            text(point.period().word(), x, 464, 15, PALE);
            x += step;
        }
    }

    private void bars(String title, List<Block.Line> lines, int x, int top) {
        text(title, x, top, 20, INK);
        int y = top + 34;
        for (Block.Line line : lines.stream().limit(ROWS).toList()) {
            text(ReviewPage.shortened(line.name()), x, y, 16, INK);
            paint.setColor(BAR);
            int width = Math.max(2, 220 * line.tenths() / 1000);
            paint.fillRoundRect(x + 220, y - 14, width, 16, 4, 4);
            text(line.percent(), x + 228 + width, y, 16, PALE);
            y += 36;
        }
    }

    private void text(String text, int x, int y, int size, Color color) {
        paint.setColor(color);
        paint.setFont(font.deriveFont((float) size));
        paint.drawString(text, x, y);
    }
}
