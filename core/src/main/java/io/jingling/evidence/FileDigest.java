package io.jingling.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file of a bundle comes to: one line of a manifest or seal.
 *
 * @param sha256 of its bytes
 * @param sm3 of its bytes (GB/T 32905)
 * @param size in bytes
 * @param path its name in the bundle
 */
public record FileDigest(Hash sha256, Hash sm3, long size, String path) {
    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]{64}) ([0-9a-f]{64}) (0|[1-9][0-9]{0,9}) (.+)", Pattern.DOTALL);

    public FileDigest {
        BundlePath.wantPath(path);
    }

    static FileDigest of(String path, byte[] content, Seals seals) {
        return new FileDigest(Hash.sha256(content), seals.sm3(content), content.length, path);
    }

    static FileDigest read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "line: got " + Shown.of(line) + ", want SHA-256, SM3 (hexadecimal), size, file name");
        }
        return new FileDigest(
                Hash.ofHex(parts.group(1)), Hash.ofHex(parts.group(2)), Long.parseLong(parts.group(3)), parts.group(4));
    }

    /** All lines, each file once, sorted. */
    static List<FileDigest> readAll(List<String> lines) {
        List<FileDigest> all = new ArrayList<>();
        for (String line : lines) {
            FileDigest digest = read(line);
            if (!all.isEmpty() && BundlePath.ORDER.compare(all.getLast().path, digest.path) >= 0) {
                throw new IllegalArgumentException("file " + Shown.of(digest.path) + ": got it behind "
                        + Shown.of(all.getLast().path) + ", want lines sorted by name, each once");
            }
            all.add(digest);
        }
        return List.copyOf(all);
    }

    static String text(Collection<FileDigest> digests) {
        StringBuilder text = new StringBuilder();
        digests.forEach(digest -> text.append(digest.line()).append('\n'));
        return text.toString();
    }

    String line() {
        return sha256 + " " + sm3 + " " + size + " " + path;
    }

    /** Whether the bytes are those; SM3, which costs ten times as much, last. */
    Check check(byte[] content, Seals seals) {
        if (content.length != size) {
            return Check.fails("got " + content.length + " bytes, want " + size);
        }
        Hash got = Hash.sha256(content);
        if (!got.equals(sha256)) {
            return Check.fails("got SHA-256 " + got + ", want " + sha256);
        }
        Hash gotSm3 = seals.sm3(content);
        return gotSm3.equals(sm3) ? Check.HOLDS : Check.fails("got SM3 " + gotSm3 + ", want " + sm3);
    }
}
