package io.jingling.seals;

import io.jingling.evidence.CaseFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** verify.html: the page that a bundle carries, to be looked at in a browser without a network. */
public final class VerifyPage {
    private static final String FILE = "verify.html";
    private static final String PLACE = "{{exporter}}";

    private VerifyPage() {}

    /** Of no bundle. */
    public static byte[] bytes() {
        return marked("");
    }

    /** Of a bundle that somebody exported: who and when is across it, whatever is opened with it. */
    public static byte[] of(CaseFile.Head head) {
        return marked("导出人 " + head.exporter() + "　" + head.made());
    }

    private static byte[] marked(String mark) {
        try (InputStream page = VerifyPage.class.getResourceAsStream(FILE)) {
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace(PLACE, escaped(mark)).getBytes(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
