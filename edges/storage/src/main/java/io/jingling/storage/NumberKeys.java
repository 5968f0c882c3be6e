package io.jingling.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two kinds of key: one that finds numbers, and those that seal them.
 *
 * @param lookup for HMAC-SHA256; it can never change, as what was stored could no longer be found
 * @param seals for AES-256-GCM, by their id 1 to 127; the highest seals, all open
 */
record NumberKeys(SecretKey lookup, TreeMap<Byte, SecretKey> seals) {
    private static final int KEY_BYTES = 32;
    private static final String LOOKUP = "lookup.key";
    private static final Pattern SEAL = Pattern.compile("seal-(\\d{1,3})\\.key");

    /** The keys in the folder; one that is missing is made. Only for a database that holds nothing yet. */
    static NumberKeys readOrMake(Path folder) {
        if (sealFiles(folder).isEmpty()) {
            SecretFile.write(folder.resolve("seal-1.key"), random(KEY_BYTES));
        }
        if (!Files.exists(folder.resolve(LOOKUP))) {
            SecretFile.write(folder.resolve(LOOKUP), random(KEY_BYTES));
        }
        return read(folder);
    }

    /** @throws StorageUnusable where one is missing, is no key, or can be read by others */
    static NumberKeys read(Path folder) {
        TreeMap<Byte, SecretKey> seals = new TreeMap<>();
        sealFiles(folder).forEach((id, file) -> seals.put(id, key(file, "AES")));
        if (seals.isEmpty()) {
            throw new StorageUnusable("keys: got no seal-1.key in " + folder
                    + ", want the keys that this database was made with; without them its numbers stay unreadable");
        }
        return new NumberKeys(key(folder.resolve(LOOKUP), "HmacSHA256"), seals);
    }

    static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static Map<Byte, Path> sealFiles(Path folder) {
        Map<Byte, Path> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Matcher name = SEAL.matcher(file.getFileName().toString());
                if (name.matches() && Integer.parseInt(name.group(1)) <= Byte.MAX_VALUE) {
                    found.put(Byte.valueOf(name.group(1)), file);
                }
            }
        } catch (IOException failure) {
            throw new StorageUnusable("keys: got a folder that cannot be read, want " + folder, failure);
        }
        return found;
    }

    private static SecretKey key(Path file, String algorithm) {
        String hex = SecretFile.read(file);
        if (!hex.matches("[0-9a-f]{" + 2 * KEY_BYTES + "}")) {
            throw new StorageUnusable(
                    "key file " + file + ": got " + hex.length() + " characters, want 64 hexadecimal digits");
        }
        return new SecretKeySpec(HexFormat.of().parseHex(hex), algorithm);
    }

    @Override
    public String toString() {
        return "keys ***";
    }
}
