package io.jingling.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.records.Lines.Line;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void linesEndInLineFeedOrBothOrWithTheFile() {
        assertThat(linesOf("one\ntwo\r\nthree")).isEqualTo(List.of("1 one\\n", "2 two\\r\\n", "3 three"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() {
        assertThat(linesOf("\uFEFFone\ntwo")).isEqualTo(List.of("1 one\\n", "2 two"));
    }

    @Test
    void anEmptyFileHasNoLine() {
        assertThat(linesOf("")).isEmpty();
    }

    @Test
    void anotherEncodingIsNamedAndCostsOneLine() {
        byte[] gbk = "138,骚扰\n139,ok\n".getBytes(Charset.forName("GBK"));
        assertThat(lines(new ByteArrayInputStream(gbk)))
                .isEqualTo(List.of(
                        "line 1: encoding: got byte 0xC8 at byte 7 of the line, "
                                + "want UTF-8 (in Excel: save as \"CSV UTF-8\") <138,\\xC9\\xA7\\xC8\\xC5>",
                        "2 139,ok\\n"));
    }

    @Test
    void utf16IsNamed() {
        byte[] utf16 = "\uFEFFab".getBytes(StandardCharsets.UTF_16LE);
        assertThat(lines(new ByteArrayInputStream(utf16)))
                .isEqualTo(List.of("line 1: encoding: got UTF-16, want UTF-8 <\\xFF\\xFEa\\x00b\\x00>"));
    }

    @Test
    void aZeroByteIsNoText() {
        assertThat(linesOf("a\0b\nc"))
                .isEqualTo(List.of("line 1: encoding: got a zero byte, want text in UTF-8 <a\\x00b>", "2 c"));
    }

    @Test
    void aLineOfTenMegabytesIsRefusedAndTheNextIsRead() {
        byte[] endless = new byte[10_000_000];
        java.util.Arrays.fill(endless, (byte) 'x');
        InputStream in = new SequenceInputStream(new ByteArrayInputStream(endless), Reading.utf8("\nnext\n"));
        Lines lines = new Lines(in);
        Line first = lines.next().orElseThrow();
        assertThat(first).isInstanceOfSatisfying(Line.Bad.class, bad -> {
            assertThat(bad.why().sentence()).isEqualTo("line 1: line: got more than 65536 bytes, want at most 65536");
            assertThat(bad.why().raw().length()).isBetween(Lines.RAW_MAX - 4, Lines.RAW_MAX);
        });
        assertThat(lines.next()).contains(new Line.Text(2, "next", "\n"));
    }

    @Test
    void theLongestLineIsTakenAndOneByteMoreIsNot() {
        String longest = "x".repeat(Lines.BYTES_MAX);
        assertThat(new Lines(Reading.utf8(longest + "\r\n")).next()).contains(new Line.Text(1, longest, "\r\n"));
        assertThat(new Lines(Reading.utf8(longest + "x")).next().orElseThrow()).isInstanceOf(Line.Bad.class);
    }

    private static List<String> linesOf(String text) {
        return lines(Reading.utf8(text));
    }

    private static List<String> lines(InputStream in) {
        List<String> seen = new ArrayList<>();
        try (Lines lines = new Lines(in)) {
            Optional<Line> line = lines.next();
            while (line.isPresent()) {
                seen.add(
                        switch (line.get()) {
                            case Line.Bad(Rejected why) -> why.sentence() + " <" + why.raw() + ">";
                            case Line.Text(long number, String text, String ending) ->
                                number + " " + text + shown(ending);
                        });
                line = lines.next();
            }
        }
        return seen;
    }

    private static String shown(String ending) {
        return ending.chars().mapToObj(c -> c == '\r' ? "\\r" : "\\n").collect(Collectors.joining());
    }
}
