package io.jingling.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The names that files in a bundle have. */
public final class BundlePath {
    public static final String CASE = "bundle.txt";
    public static final String CUSTODY = "custody.txt";
    public static final String MANIFEST = "manifest.txt";
    public static final String SEAL = "seal.txt";
    public static final String VERIFY = "verify.html";
    public static final String README = "README-民警.txt";
    public static final String LIST = "清单.csv";
    public static final String TIMELINE = "时间线.pdf";
    public static final String PROOF = "log/manifest.tlog-proof";
    public static final String OPENING = "log/manifest.opening";
    public static final String FILES = "files/";

    /** By the bytes of UTF-8, as a bundle is sorted. */
    static final Comparator<String> ORDER = (left, right) -> Arrays.compareUnsigned(utf8(left), utf8(right));

    private static final List<String> OF_MANIFEST = List.of(README, CASE, CUSTODY, VERIFY, TIMELINE, LIST);
    private static final Pattern LOG = Pattern.compile("log/[a-z0-9-]{1,64}\\.(opening|tlog-proof)");
    private static final Pattern TIME = Pattern.compile("time/(manifest|proof)\\.[a-z0-9-]{1,64}\\.tsr");
    private static final String FORBIDDEN = "\\:*?\"<>|";
    private static final int BYTES_MAX = 255;

    private BundlePath() {}

    /** Whether a manifest names it: what is there before the manifest is logged. */
    static boolean isOfManifest(String path) {
        return path.startsWith(FILES) || OF_MANIFEST.contains(path);
    }

    /** Whether a bundle may have a file of that name at all. */
    static boolean isKnown(String path) {
        return isOfManifest(path)
                || path.equals(MANIFEST)
                || path.equals(SEAL)
                || LOG.matcher(path).matches()
                || TIME.matcher(path).matches();
    }

    /** @throws IllegalArgumentException where some system could not keep such a file, or would keep it elsewhere */
    static void wantPath(String path) {
        boolean odd =
                path.codePoints().anyMatch(letter -> Character.isISOControl(letter) || FORBIDDEN.indexOf(letter) >= 0);
        boolean climbs = Arrays.stream(path.split("/", -1))
                .anyMatch(part -> part.isEmpty() || part.endsWith(".") || part.endsWith(" ") || part.startsWith(" "));
        if (odd || climbs || utf8(path).length > BYTES_MAX) {
            throw new IllegalArgumentException("file name: got " + Shown.of(path)
                    + ", want names with / between them, in at most 255 bytes, that every system can keep");
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
