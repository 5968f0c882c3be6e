package io.jingling.verifier;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The second verifier, one process for many bundles. */
final class PythonVerifier implements AutoCloseable {
    private static final Pattern FILE = Pattern.compile("\"file\": \"([^\"]*)\"");

    private final Process process;
    private final DataOutputStream in;
    private final BufferedReader out;

    /** @param trust a trust file; none where its name is empty */
    PythonVerifier(Path trust) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3", script().toString(), "--many"));
        if (!trust.toString().isEmpty()) {
            command.addAll(List.of("--trust", trust.toString()));
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        process = builder.start();
        in = new DataOutputStream(process.getOutputStream());
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    static Path script() {
        return Path.of("src/test/python/tlzj.py").toAbsolutePath();
    }

    void ask(byte[] bundle) throws IOException {
        in.writeInt(bundle.length);
        in.write(bundle);
        in.flush();
    }

    /** The answer to the oldest question: one line of JSON. */
    String answer() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("python verifier: got its end, want an answer");
        }
        return line;
    }

    String verify(byte[] bundle) throws IOException {
        ask(bundle);
        return answer();
    }

    /** The files that an answer names. */
    static List<String> files(String answer) {
        return FILE.matcher(answer)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    static Path written(Path folder, String trust) throws IOException {
        return Files.writeString(folder.resolve("trust.txt"), trust);
    }

    @Override
    public void close() throws IOException {
        in.close();
        process.destroy();
    }
}
