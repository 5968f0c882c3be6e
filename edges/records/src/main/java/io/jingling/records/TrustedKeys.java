package io.jingling.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose models are taken: a file with a public key a line, and behind it whose it is. Empty lines and what begins with
 * {@code #} say nothing. It is read anew each time it is asked, so that a key that was taken out opens nothing.
 *
 * @param file is made at the first start
 */
public record TrustedKeys(Path file) {
    private static final String HEAD = "# Whose models this platform takes: a public key a line, and whose it is.\n"
            + "# ./jingling models key FILE makes a pair and prints the line for here.\n";
    private static final int NAME_AT = 2;

    /** Makes the file with one key, where there is none. */
    public void begin(Signer own, String name) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(
                    file,
                    HEAD + line(own, name) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        }
    }

    /** A key as a line of the file. */
    public static String line(Signer signer, String name) {
        return signer.text() + " " + name;
    }

    /**
     * The name that a key is trusted under.
     *
     * @throws IllegalArgumentException where no line has it, or one is bad
     */
    public String nameOf(Signer signer) throws IOException {
        String name = all().get(signer);
        if (name == null) {
            throw new IllegalArgumentException("model: got one signed by key " + signer + ", want one of a key in "
                    + file.getFileName() + "; add its line there if you trust it");
        }
        return name;
    }

    private Map<Signer, String> all() throws IOException {
        Map<Signer, String> found = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] parts = line.split("\\s+", NAME_AT);
                found.put(signer(parts[0], i + 1), parts.length < NAME_AT ? "" : parts[1]);
            }
        }
        return found;
    }

    private Signer signer(String text, int line) {
        try {
            return Signer.of(text);
        } catch (IllegalArgumentException bad) {
            throw new IllegalArgumentException(file.getFileName() + " line " + line + ": " + bad.getMessage(), bad);
        }
    }
}
