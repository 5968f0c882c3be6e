package io.jingling.sip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message of RFC 4475.
 *
 * @param section of the RFC
 * @param odd what is odd about it
 * @param answer the status code wanted, or {@code dropped}
 */
record Torture(String section, String name, String odd, String answer, String why, byte[] message) {
    private static final Pattern REPEATED = Pattern.compile("\\{([^{}]*)\\*(\\d+)}");
    private static final Pattern HEX = Pattern.compile("\\{((?:[0-9a-f]{2})+)}");
    private static final Pattern HEAD = Pattern.compile("(\\S+) (\\S+) \\| (.*?) \\| (\\S+) \\|(.*)");

    /** All 49, in the RFC's order. */
    static List<Torture> all() {
        List<Torture> all = new ArrayList<>();
        try (InputStream in = Torture.class.getResourceAsStream("torture.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String part : text.substring(text.indexOf("### ") + 4).split("\n### ")) {
                int line = part.indexOf('\n');
                Matcher head = HEAD.matcher(part.substring(0, line));
                if (!head.matches()) {
                    throw new IllegalStateException(
                            "torture.txt: got \"" + part.substring(0, line) + "\", want a head");
                }
                all.add(new Torture(
                        head.group(1),
                        head.group(2),
                        head.group(3),
                        head.group(4),
                        head.group(5).strip(),
                        bytes(part.substring(line + 1))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static byte[] bytes(String written) {
        String repeated = REPEATED.matcher(written)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
        String text = (repeated + "\n").replace("\n", "\r\n");
        int body = text.indexOf("\r\n\r\n") + 4;
        int length = unescaped(text.substring(body)).length;
        return unescaped(text.replace("{length}", String.valueOf(length)));
    }

    private static byte[] unescaped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher hex = HEX.matcher(text);
        int at = 0;
        while (hex.find()) {
            bytes.writeBytes(text.substring(at, hex.start()).getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(HexFormat.of().parseHex(hex.group(1)));
            at = hex.end();
        }
        bytes.writeBytes(text.substring(at).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
