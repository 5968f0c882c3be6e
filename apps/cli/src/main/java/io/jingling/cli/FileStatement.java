package io.jingling.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is committed to in a file's place: its name, length and SHA-256, in lines as all evidence has. */
final class FileStatement {
    private static final int CHUNK = 1 << 16;

    private FileStatement() {}

    static String of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[CHUNK];
            long length = 0;
            for (int count = in.read(chunk); count > 0; count = in.read(chunk)) {
                digest.update(chunk, 0, count);
                length += count;
            }
            return "jingling/file/v1\nname " + file.getFileName().toString().replaceAll("\\p{Cntrl}", " ") + "\nbytes "
                    + length + "\nsha256 " + HexFormat.of().formatHex(digest.digest()) + "\n";
        } catch (IOException failure) {
            throw Trouble.badInput("file: got none that can be read at " + file + ", want one");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
