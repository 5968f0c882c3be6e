package io.jingling.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.complaints.Exhibit.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileCheckTest {
    private static final String PNG = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\b\6\0\0\0";
    private static final String JPEG = "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0\1\1\0\0\1\0\1\0\0"
            + "\u00ff\u00c0\0\21\b\4\0\3\0\3\1\42\0\2\21\1\3\21\1";
    private static final String WEBP = "RIFF\0\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0\u00ff\3\0\u00ff\2\0";
    private static final String HEIC = "\0\0\0\30ftypheic\0\0\0\0mif1heic\0\0\0\24ispe\0\0\0\0\0\0\4\0\0\0\3\0";

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void filesAreToldByTheirBeginnings() {
        assertThat(FileCheck.typeOf(bytes(PNG))).isEqualTo(Type.PNG);
        assertThat(FileCheck.typeOf(bytes(JPEG))).isEqualTo(Type.JPEG);
        assertThat(FileCheck.typeOf(bytes(WEBP))).isEqualTo(Type.WEBP);
        assertThat(FileCheck.typeOf(bytes("RIFF\0\0\0\0WAVEfmt "))).isEqualTo(Type.WAV);
        assertThat(FileCheck.typeOf(bytes("\0\0\0\30ftypM4A \0\0"))).isEqualTo(Type.M4A);
        assertThat(FileCheck.typeOf(bytes("\0\0\0\30ftypisom\0\0"))).isEqualTo(Type.MP4);
        assertThat(FileCheck.typeOf(bytes(HEIC))).isEqualTo(Type.HEIC);
        assertThat(FileCheck.typeOf(bytes("ID3\3\0"))).isEqualTo(Type.MP3);
        assertThat(FileCheck.typeOf(bytes("#!AMR\n<"))).isEqualTo(Type.AMR);
        assertThat(FileCheck.typeOf(bytes("%PDF-1.7\n"))).isEqualTo(Type.PDF);
        assertThat(FileCheck.typeOf("骚扰短信原文\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Type.TEXT);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("PK\3\4", "an archive or an App's package"),
                Arguments.of("\37\u008b", "a compressed file"),
                Arguments.of("Rar!\32", "an archive"),
                Arguments.of("MZ\u0090", "a program"),
                Arguments.of("\177ELF", "a program"),
                Arguments.of("<html><script>", "a page with a program in it"),
                Arguments.of("\0\1\2", "something else"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoEvidenceIsRefusedByWhatItIs(String beginning, String got) {
        assertThatThrownBy(() -> FileCheck.typeOf(bytes(beginning)))
                .hasMessageStartingWith("file: got " + got)
                .hasMessageContaining("want a JPEG");
    }

    @Test
    void twoThingsAtOnceAreRefused() {
        assertThatThrownBy(() -> FileCheck.typeOf(bytes(JPEG + "PK\3\4 classes.dex PK\5\6" + "\0".repeat(18))))
                .hasMessageContaining("a jpeg that is an archive too");
        assertThatThrownBy(() -> FileCheck.typeOf(bytes(JPEG + "%PDF-1.4")))
                .hasMessageContaining("a jpeg that is a PDF too");
        assertThatThrownBy(() -> FileCheck.typeOf(bytes(PNG + "<SCRIPT>"))).hasMessageContaining("a page");
        String much = "\u0001".repeat(100_000);
        assertThatThrownBy(() -> FileCheck.typeOf(bytes(JPEG + much + "Rar!\32\7\1\0" + much)))
                .hasMessageContaining("a jpeg that is an archive too");
        assertThatThrownBy(() -> FileCheck.typeOf(bytes(PNG + much + "7z\u00bc\u00af'\34" + much)))
                .hasMessageContaining("a png that is an archive too");
        assertThatThrownBy(() -> FileCheck.typeOf(bytes(PNG + "PK\3\4\24\0" + much)))
                .hasMessageContaining("a png that is an archive too");
        assertThatThrownBy(() -> FileCheck.typeOf(bytes(" ".repeat(200_000) + "<script >")))
                .hasMessageContaining("a page");
        assertThatThrownBy(() -> FileCheck.typeOf(bytes("#!/bin/sh\n"))).hasMessageContaining("a program");
    }

    @Test
    void whatWouldBurstIsRefused() {
        byte[] picture = bytes(PNG);
        Arrays.fill(picture, 16, 24, (byte) 0x7F);
        assertThatThrownBy(() -> FileCheck.typeOf(picture)).hasMessageContaining("pixels");
        String frame = "\u00ff\u00c0\0\21\b\u00ff\u00ff\u00ff\u00ff\3\1\42\0\2\21\1\3\21\1";
        assertThatThrownBy(() -> FileCheck.typeOf(bytes("\u00ff\u00d8" + frame)))
                .hasMessageContaining("pixels");
        assertThatThrownBy(() -> FileCheck.typeOf(bytes("\u00ff\u00d8\u00ff" + frame)))
                .as("behind a fill byte")
                .hasMessageContaining("4294836225 pixels");
        assertThatThrownBy(
                        () -> FileCheck.typeOf(bytes(WEBP.substring(0, 24) + "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff")))
                .hasMessageContaining("281474976710656 pixels");
        assertThatThrownBy(() -> FileCheck.typeOf(bytes(HEIC + "\0\0\0\24ispe\0\0\0\0\0\1\0\0\0\1\0\0")))
                .hasMessageContaining("4294967296 pixels");
        assertThatThrownBy(() -> FileCheck.typeOf(bytes("\u00ff\u00d8\u00ff\u00d9")))
                .as("without a size")
                .hasMessageContaining("0 pixels");
        assertThatThrownBy(() -> FileCheck.typeOf(new byte[FileCheck.BYTES_MAX + 1]))
                .hasMessageContaining("want at most 20 MiB");
        assertThatThrownBy(() -> FileCheck.typeOf(new byte[0])).hasMessageContaining("got nothing");
    }

    @Test
    void anyBytesAreToldOrRefused() {
        long seed = 4;
        Random random = new Random(seed);
        String[] beginnings = {PNG, JPEG, "RIFF", "\0\0\0\30ftyp", "ID3", "%PDF-", "\u00ff\u00d8\u00ff", ""};
        for (int i = 0; i < 20_000; i++) {
            byte[] tail = new byte[random.nextInt(60)];
            random.nextBytes(tail);
            byte[] head = bytes(beginnings[random.nextInt(beginnings.length)]);
            byte[] all = Arrays.copyOf(head, head.length + tail.length);
            System.arraycopy(tail, 0, all, head.length, tail.length);
            try {
                FileCheck.typeOf(all);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).as("seed %d, %d", seed, i).hasMessageStartingWith("file: got ");
            }
        }
    }
}
