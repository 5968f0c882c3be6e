package io.jingling.records;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Bytes into physical lines, in bounded memory: a line that is too long is passed over and not held.
 *
 * <p>Strict UTF-8: bytes of another encoding are named, never replaced in silence.
 */
public final class Lines implements Closeable {
    /** The longest line, and the longest record of several lines, in bytes. */
    public static final int BYTES_MAX = 1 << 16;
    /** How much of a rejected line is kept, in characters. */
    public static final int RAW_MAX = 4_096;

    private static final int CHUNK = 1 << 13;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final byte[] chunk = new byte[CHUNK];
    private byte[] line = new byte[256];
    private int chunkFrom;
    private int chunkTo;
    private long number;

    /** A line: its number, its text without the ending, and the ending; or why there is no text. */
    sealed interface Line {
        long number();

        record Text(long number, String text, String ending) implements Line {}

        record Bad(Rejected why) implements Line {
            @Override
            public long number() {
                return why.line();
            }
        }
    }

    Lines(InputStream in) {
        this.in = in;
    }

    /** Empty at the end of the file. */
    Optional<Line> next() {
        int length = 0;
        boolean tooLong = false;
        byte last = 0;
        while (last != '\n' && (chunkFrom < chunkTo || fill())) {
            int end = endOfLine();
            last = chunk[end - 1];
            int room = Math.min(end - chunkFrom, BYTES_MAX + 2 - length);
            tooLong |= room < end - chunkFrom;
            append(length, room);
            length += room;
            chunkFrom = end;
        }
        if (length == 0) {
            return Optional.empty();
        }
        number++;
        return Optional.of(lineOf(length, tooLong));
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Just behind the next line feed, or the end of the chunk. */
    private int endOfLine() {
        int i = chunkFrom;
        while (i < chunkTo && chunk[i] != '\n') {
            i++;
        }
        return Math.min(i + 1, chunkTo);
    }

    private boolean fill() {
        try {
            chunkFrom = 0;
            chunkTo = Math.max(in.read(chunk, 0, CHUNK), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return chunkTo > 0;
    }

    private void append(int at, int count) {
        if (at + count > line.length) {
            line = Arrays.copyOf(line, Math.min(Math.max(line.length * 2, at + count), BYTES_MAX + 2));
        }
        System.arraycopy(chunk, chunkFrom, line, at, count);
    }

    private Line lineOf(int length, boolean tooLong) {
        boolean feed = line[length - 1] == '\n';
        boolean crlf = feed && length > 1 && line[length - 2] == '\r';
        int to = length - (crlf ? 2 : feed ? 1 : 0);
        if (tooLong || to > BYTES_MAX) {
            return bad(0, to, "line", "more than " + BYTES_MAX + " bytes", "at most " + BYTES_MAX);
        }
        int from = number == 1 ? afterByteOrderMark(to) : 0;
        if (from < 0) {
            return bad(0, to, "encoding", "UTF-16", "UTF-8");
        }
        return decoded(from, to, crlf ? "\r\n" : feed ? "\n" : "");
    }

    private int afterByteOrderMark(int to) {
        if (to >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF) {
            return 3;
        }
        boolean utf16 = to >= 2
                && (line[0] == (byte) 0xFF && line[1] == (byte) 0xFE
                        || line[0] == (byte) 0xFE && line[1] == (byte) 0xFF);
        return utf16 ? -1 : 0;
    }

    private Line decoded(int from, int to, String ending) {
        boolean ascii = true;
        for (int i = from; i < to; i++) {
            ascii &= line[i] > 0;
            if (line[i] == 0) {
                return bad(from, to, "encoding", "a zero byte", "text in UTF-8");
            }
        }
        if (ascii) {
            return new Line.Text(number, new String(line, from, to - from, StandardCharsets.ISO_8859_1), ending);
        }
        ByteBuffer bytes = ByteBuffer.wrap(line, from, to - from);
        try {
            return new Line.Text(number, decoder.decode(bytes).toString(), ending);
        } catch (CharacterCodingException e) {
            String got = "byte 0x" + HEX.toHexDigits(line[bytes.position()]) + " at byte "
                    + (bytes.position() - from + 1) + " of the line";
            return bad(from, to, "encoding", got, "UTF-8 (in Excel: save as \"CSV UTF-8\")");
        }
    }

    private Line bad(int from, int to, String field, String got, String want) {
        return new Line.Bad(new Rejected(number, field, got, want, shown(from, to)));
    }

    /** The bytes as text; those outside ASCII are written {@code \xB9}. */
    private String shown(int from, int to) {
        StringBuilder shown = new StringBuilder();
        for (int i = from; i < to && shown.length() < RAW_MAX - 4; i++) {
            boolean plain = line[i] >= ' ' && line[i] < 0x7F;
            shown.append(plain ? String.valueOf((char) line[i]) : "\\x" + HEX.toHexDigits(line[i]));
        }
        return shown.toString();
    }
}
