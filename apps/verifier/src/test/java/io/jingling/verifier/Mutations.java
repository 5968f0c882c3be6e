package io.jingling.verifier;

import io.jingling.evidence.BundleZip;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.zip.CRC32;

/** Everything that is done to a bundle, kind by kind; each mutation is made when it is asked for. */
final class Mutations {
    private static final int FLIPS_A_PAYLOAD = 20;
    private static final int TRUNCATION_STEP = 16;

    private final byte[] bundle;
    private final SortedMap<String, byte[]> files;
    private final SortedMap<String, byte[]> replayed;
    private final List<Kind> kinds = new ArrayList<>();

    /**
     * One way to spoil a bundle.
     *
     * @param name for the count
     * @param count how many there are
     * @param at makes the n-th
     */
    record Kind(String name, int count, IntFunction<Mutation> at) {}

    /** @param another bundle of the same issuer, whose files are replayed */
    Mutations(byte[] bundle, byte[] another, byte[] anotherLogsProof) {
        this.bundle = bundle;
        this.files = BundleZip.read(bundle);
        this.replayed = BundleZip.read(another);
        files.keySet().forEach(this::addFlips);
        addStructure();
        addTruncations();
        addDropsAndSwaps();
        addLines();
        addFiles();
        addReplays();
        kinds.add(single(
                "another log's proof", "log/manifest.tlog-proof", with("log/manifest.tlog-proof", anotherLogsProof)));
    }

    List<Kind> kinds() {
        return kinds;
    }

    /** Of files of the format every bit; of what was handed in a few. The CRC-32 is made right again. */
    private void addFlips(String file) {
        byte[] content = files.get(file);
        boolean payload = file.startsWith("files/");
        int count = payload ? FLIPS_A_PAYLOAD : content.length * 8;
        int step = content.length * 8 / count;
        kinds.add(new Kind(
                "bit of " + file,
                count,
                n -> new Mutation("bit " + n * step + " of " + file, file, flipped(file, n * step))));
    }

    private byte[] flipped(String file, int bit) {
        int head = headOf(file);
        int content = head + 30 + file.getBytes(StandardCharsets.UTF_8).length;
        byte[] copy = bundle.clone();
        copy[content + bit / 8] ^= (byte) (1 << bit % 8);
        CRC32 crc = new CRC32();
        crc.update(copy, content, files.get(file).length);
        ByteBuffer bytes = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(head + 14, (int) crc.getValue());
        bytes.putInt(centralOf(file) + 16, (int) crc.getValue());
        return copy;
    }

    /** Every bit of every head, of the directory, and of its end. */
    private void addStructure() {
        List<Integer> places = new ArrayList<>();
        for (String file : files.keySet()) {
            int head = headOf(file);
            for (int i = 0; i < 30 + file.getBytes(StandardCharsets.UTF_8).length; i++) {
                places.add(head + i);
            }
        }
        for (int i = directory(); i < bundle.length; i++) {
            places.add(i);
        }
        kinds.add(new Kind("bit of the zip", places.size() * 8, n -> {
            byte[] copy = bundle.clone();
            copy[places.get(n / 8)] ^= (byte) (1 << n % 8);
            return new Mutation("bit " + n % 8 + " of byte " + places.get(n / 8), "", copy);
        }));
    }

    private void addTruncations() {
        kinds.add(new Kind(
                "truncation",
                bundle.length / TRUNCATION_STEP,
                n -> new Mutation("cut to " + n * TRUNCATION_STEP, "", Arrays.copyOf(bundle, n * TRUNCATION_STEP))));
        kinds.add(new Kind("bytes behind", 256, n -> {
            byte[] longer = Arrays.copyOf(bundle, bundle.length + 1 + n);
            Arrays.fill(longer, bundle.length, longer.length, (byte) n);
            return new Mutation(n + 1 + " bytes behind", "", longer);
        }));
    }

    private void addDropsAndSwaps() {
        List<String> names = List.copyOf(files.keySet());
        kinds.add(new Kind("drop", names.size(), n -> {
            SortedMap<String, byte[]> fewer = new TreeMap<>(files);
            fewer.remove(names.get(n));
            return new Mutation("without " + names.get(n), names.get(n), BundleZip.write(fewer));
        }));
        kinds.add(new Kind("swap", names.size() * names.size(), n -> {
            String left = names.get(n / names.size());
            String right = names.get(n % names.size());
            if (left.equals(right)) {
                return new Mutation("emptied " + left, left, BundleZip.write(with(left, new byte[0])));
            }
            SortedMap<String, byte[]> swapped = new TreeMap<>(with(left, files.get(right)));
            swapped.put(right, files.get(left));
            return new Mutation(left + " and " + right + " swapped", "", BundleZip.write(swapped));
        }));
    }

    /** Of each text, a line left out, doubled, or changed with the next. */
    private void addLines() {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            List<String> lines =
                    new String(file.getValue(), StandardCharsets.UTF_8).lines().toList();
            if (file.getKey().startsWith("files/") || file.getKey().startsWith("time/")) {
                continue;
            }
            kinds.add(new Kind("lines of " + file.getKey(), lines.size() * 3, n -> {
                List<String> changed = new ArrayList<>(lines);
                String line = changed.remove(n / 3);
                if (n % 3 == 1) {
                    changed.addAll(n / 3, List.of(line, line));
                } else if (n % 3 == 2) {
                    changed.add(n / 3 == 0 ? changed.size() : 0, line);
                }
                byte[] bytes = (String.join("\n", changed) + "\n").getBytes(StandardCharsets.UTF_8);
                return new Mutation(
                        "line " + n + " of " + file.getKey(),
                        file.getKey(),
                        BundleZip.write(with(file.getKey(), bytes)));
            }));
        }
    }

    private void addFiles() {
        List<String> names = List.of(
                "files/new.txt",
                "log/new.opening",
                "log/new.tlog-proof",
                "time/manifest.new.tsr",
                "verify.html",
                "时间线.pdf",
                "seal2.txt",
                "META-INF/a",
                "autorun.inf",
                "files/\u202Egpj.exe");
        List<byte[]> contents = new ArrayList<>(files.values());
        kinds.add(new Kind("added", names.size() * contents.size(), n -> {
            String name = names.get(n / contents.size());
            return new Mutation("with " + name, name, BundleZip.write(with(name, contents.get(n % contents.size()))));
        }));
    }

    private void addReplays() {
        List<String> names = List.copyOf(files.keySet());
        kinds.add(new Kind("replay", names.size(), n -> {
            String name = names.get(n);
            byte[] older = replayed.get(name);
            boolean same = Arrays.equals(older, files.get(name));
            byte[] content = same ? Arrays.copyOf(older, older.length + 1) : older;
            return new Mutation(
                    "another bundle's " + name,
                    name.equals("seal.txt") ? "" : name,
                    BundleZip.write(with(name, content)));
        }));
        kinds.add(new Kind("replay with its seal", names.size(), n -> {
            String name = names.get(n);
            SortedMap<String, byte[]> mixed = with("seal.txt", replayed.get("seal.txt"));
            if (!name.equals("seal.txt")) {
                mixed.put(name, replayed.get(name));
            }
            return new Mutation("another bundle's seal and " + name, "", BundleZip.write(mixed));
        }));
    }

    private static Kind single(String name, String file, SortedMap<String, byte[]> files) {
        return new Kind(name, 1, n -> new Mutation(name, file, BundleZip.write(files)));
    }

    private SortedMap<String, byte[]> with(String name, byte[] content) {
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        changed.put(name, content);
        return changed;
    }

    private int headOf(String file) {
        int at = 0;
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            if (each.getKey().equals(file)) {
                return at;
            }
            at += 30 + each.getKey().getBytes(StandardCharsets.UTF_8).length + each.getValue().length;
        }
        return at;
    }

    private int directory() {
        return headOf("");
    }

    private int centralOf(String file) {
        int at = directory();
        for (String each : files.keySet()) {
            if (each.equals(file)) {
                return at;
            }
            at += 46 + each.getBytes(StandardCharsets.UTF_8).length;
        }
        return at;
    }
}
