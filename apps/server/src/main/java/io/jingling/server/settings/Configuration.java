package io.jingling.server.settings;

import io.jingling.domain.Masking;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The defaults, what a file says, and what the command line says, in this order; the last one holds.
 *
 * @param values every key of the table and its value
 */
public record Configuration(Map<String, String> values) {
    private static final long FILE_BYTES_MAX = 1 << 20;

    public Configuration {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** All defaults. */
    public static Configuration defaults() {
        Map<String, String> values = new LinkedHashMap<>();
        SettingTable.settings().forEach(setting -> values.put(setting.key(), setting.fallback()));
        return new Configuration(values);
    }

    /** With what a properties file (UTF-8) says. */
    public Configuration with(Path file) {
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new BadSetting(
                        "--config: got more than " + FILE_BYTES_MAX + " bytes in " + file + ", want fewer");
            }
            return with(read(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (NoSuchFileException none) {
            throw new BadSetting("--config: got " + file + ", which is not there, want a file");
        } catch (CharacterCodingException encoding) {
            throw new BadSetting("--config: got " + file + " in another encoding, want UTF-8");
        } catch (IOException unreadable) {
            throw new BadSetting("--config: got " + file + ", which cannot be read ("
                    + unreadable.getClass().getSimpleName() + "), want a file");
        }
    }

    /** With these values; each must be of the table, and within its range. */
    public Configuration with(Map<String, String> said) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        said.forEach((key, value) -> {
            Setting setting = SettingTable.settings().stream()
                    .filter(one -> one.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> unknown(key));
            changed.put(key, setting.checked(value.strip()));
        });
        return new Configuration(changed);
    }

    public Settings settings() {
        try {
            return Settings.of(values);
        } catch (IllegalArgumentException together) {
            throw new BadSetting(together.getMessage());
        }
    }

    /** One line a key, for the log. No value is a secret: those are in files of their own. */
    public List<String> lines() {
        return values.entrySet().stream()
                .map(one -> one.getKey() + "=" + (isSecret(one.getKey(), one.getValue()) ? "***" : one.getValue()))
                .toList();
    }

    /** Where secrets lie is told to nobody who only sees the log. */
    private static boolean isSecret(String key, String value) {
        return !value.isEmpty() && (key.endsWith("-key") || key.endsWith("password-file"));
    }

    private static Map<String, String> read(String text) {
        Map<String, String> said = new LinkedHashMap<>();
        Properties properties = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                if (said.put(key.toString(), value.toString()) != null) {
                    throw new BadSetting(key + ": got it twice, want it once");
                }
                return super.put(key, value);
            }
        };
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException broken) {
            throw new BadSetting("--config: got a broken escape, want key=value lines");
        }
        return said;
    }

    private static BadSetting unknown(String key) {
        String nearest = SettingTable.settings().stream()
                .map(Setting::key)
                .min(Comparator.comparingInt(known -> distance(known, key)))
                .orElseThrow();
        return new BadSetting("configuration: got unknown key \"" + Masking.clip(key)
                + "\", want a known one; the nearest is " + nearest);
    }

    /** How many letters must be added, taken or changed; both are short. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
