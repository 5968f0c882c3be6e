package io.jingling.seals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** verify.html: the page that a bundle carries, to be looked at in a browser without a network. */
public final class VerifyPage {
    private static final String FILE = "verify.html";

    private VerifyPage() {}

    public static byte[] bytes() {
        try (InputStream page = VerifyPage.class.getResourceAsStream(FILE)) {
            return page.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
