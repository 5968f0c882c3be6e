package io.jingling.complaints;

import io.jingling.complaints.Exhibit.Type;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/**
 * How many pixels a picture says it has: one of a few bytes may ask for gigabytes when it is shown. By the headers of PNG, JPEG
 * (ITU-T T.81), WebP (RFC 9649) and HEIC's {@code ispe} boxes (ISO/IEC 23008-12).
 */
final class PictureSize {
    private static final int FRAME_LENGTH = 9;
    private static final int LOW_14 = 0x3FFF;

    private PictureSize() {}

    /** Empty for what is no picture; 0 where its header does not say. */
    static OptionalLong of(byte[] content, Type type) {
        return switch (type) {
            case PNG -> OptionalLong.of(content.length < 24 ? 0 : area(big(content, 16), big(content, 20)));
            case JPEG -> OptionalLong.of(jpeg(content));
            case WEBP -> OptionalLong.of(webp(content));
            case HEIC -> OptionalLong.of(heic(content));
            default -> OptionalLong.empty();
        };
    }

    private static long area(long width, long height) {
        return width * height < 0 ? Long.MAX_VALUE : width * height;
    }

    /** By the first frame's header. */
    private static long jpeg(byte[] content) {
        int place = 2;
        while (place + FRAME_LENGTH <= content.length && byteAt(content, place) == 0xFF) {
            int marker = byteAt(content, place + 1);
            if (marker == 0xFF) {
                // A fill byte.
                place++;
                continue;
            }
            boolean isFrame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (isFrame) {
                return area(two(content, place + 7), two(content, place + 5));
            }
            place += 2 + Math.max(2, two(content, place + 2));
        }
        return 0;
    }

    private static long webp(byte[] content) {
        if (content.length < 30) {
            return 0;
        }
        ByteBuffer header = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        return switch (new String(content, 12, 4, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            case "VP8 " -> area(header.getShort(26) & LOW_14, header.getShort(28) & LOW_14);
            case "VP8L" -> area((header.getInt(21) & LOW_14) + 1, (header.getInt(21) >> 14 & LOW_14) + 1);
            case "VP8X" -> area((header.getInt(24) & 0xFFFFFF) + 1, (header.getInt(26) >>> 8) + 1);
            default -> 0;
        };
    }

    /** The largest of its images. */
    private static long heic(byte[] content) {
        long most = 0;
        for (int place = 4; place + 16 <= content.length; place++) {
            if (content[place] == 'i'
                    && content[place + 1] == 's'
                    && content[place + 2] == 'p'
                    && content[place + 3] == 'e') {
                most = Math.max(most, area(big(content, place + 8), big(content, place + 12)));
            }
        }
        return most;
    }

    private static long big(byte[] content, int place) {
        return Integer.toUnsignedLong(ByteBuffer.wrap(content).getInt(place));
    }

    private static int two(byte[] content, int place) {
        return byteAt(content, place) << 8 | byteAt(content, place + 1);
    }

    private static int byteAt(byte[] content, int place) {
        return content[place] & 0xFF;
    }
}
