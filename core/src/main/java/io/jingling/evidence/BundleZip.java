package io.jingling.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A zip of which there is one for each set of files: stored, sorted, of one fixed time, without anything else in it.
 *
 * <p>So no byte of it is free: a reader that finds another writing than its own refuses.
 */
public final class BundleZip {
    static final int BYTES_MAX = 1 << 30;
    private static final int FILES_MAX = 10_000;
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final short VERSION = 20;
    private static final short NAMES_IN_UTF_8 = 0x0800;
    private static final short FIRST_OF_JANUARY_1980 = 0x21;
    private static final int NAME_LENGTH_AT = 26;
    private static final int SIZE_AT = 22;

    private BundleZip() {}

    /** The zip of those files. */
    public static byte[] write(Map<String, byte[]> files) {
        SortedMap<String, byte[]> sorted = new TreeMap<>(BundlePath.ORDER);
        sorted.putAll(files);
        sorted.keySet().forEach(BundlePath::wantPath);
        wantDistinct(sorted);
        long size = sizeOf(sorted);
        if (size > BYTES_MAX || sorted.size() > FILES_MAX) {
            throw new IllegalArgumentException("bundle: got " + sorted.size() + " files and " + size
                    + " bytes, want at most " + FILES_MAX + " and " + BYTES_MAX);
        }
        ByteBuffer zip = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
        sorted.forEach((name, content) -> zip.put(local(name, content)).put(content));
        return zip.put(directory(sorted)).array();
    }

    /**
     * Reads what {@link #write} writes, and nothing else.
     *
     * @throws IllegalArgumentException for anything else, naming the file where one can be named
     */
    public static SortedMap<String, byte[]> read(byte[] zip) {
        if (zip.length > BYTES_MAX) {
            throw new BundleRefused(Refusal.WHOLE, "got " + zip.length + " bytes, want at most " + BYTES_MAX);
        }
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        SortedMap<String, byte[]> files = new TreeMap<>(BundlePath.ORDER);
        while (bytes.remaining() >= LOCAL_BYTES && bytes.getInt(bytes.position()) == LOCAL) {
            readOne(bytes, files);
        }
        byte[] rest = Arrays.copyOfRange(zip, bytes.position(), zip.length);
        byte[] want = directory(files);
        int differs = Arrays.mismatch(rest, want);
        if (differs >= 0) {
            throw new BundleRefused(
                    fileAt(files, differs),
                    "got another directory of the zip at byte " + (bytes.position() + differs)
                            + ", want that of the files that are in it");
        }
        wantDistinct(files);
        return Collections.unmodifiableSortedMap(files);
    }

    private static void readOne(ByteBuffer zip, SortedMap<String, byte[]> files) {
        int at = zip.position();
        int nameLength = Short.toUnsignedInt(zip.getShort(at + NAME_LENGTH_AT));
        int size = zip.getInt(at + SIZE_AT);
        String before = files.isEmpty() ? Refusal.WHOLE : files.lastKey();
        if (files.size() == FILES_MAX || size < 0 || nameLength + (long) size > zip.remaining() - LOCAL_BYTES) {
            throw new BundleRefused(before, "got a file behind it that does not end, want whole files");
        }
        byte[] head = new byte[LOCAL_BYTES + nameLength];
        zip.get(head);
        byte[] content = new byte[size];
        zip.get(content);
        String name = nameIn(head, before);
        if (!files.isEmpty() && BundlePath.ORDER.compare(files.lastKey(), name) >= 0) {
            throw new BundleRefused(name, "got it behind " + files.lastKey() + ", want files sorted, each once");
        }
        if (!Arrays.equals(head, local(name, content))) {
            throw new BundleRefused(name, "got another head in the zip or another CRC-32, want those of its content");
        }
        files.put(name, content);
    }

    private static String nameIn(byte[] head, String before) {
        try {
            String name = Paragraphs.utf8("file name", Arrays.copyOfRange(head, LOCAL_BYTES, head.length));
            BundlePath.wantPath(name);
            return name;
        } catch (IllegalArgumentException malformed) {
            throw new BundleRefused(before, "got a file behind it without a good name: " + malformed.getMessage());
        }
    }

    /** Windows would keep only one of two names that differ in case alone. */
    private static void wantDistinct(SortedMap<String, byte[]> files) {
        Set<String> seen = new HashSet<>();
        for (String name : files.keySet()) {
            if (!seen.add(lower(name))) {
                throw new BundleRefused(name, "got another file of the same name but for case, want one");
            }
        }
    }

    private static String lower(String name) {
        return name.chars()
                .map(letter -> letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter)
                .collect(StringBuilder::new, (text, letter) -> text.append((char) letter), StringBuilder::append)
                .toString();
    }

    private static byte[] local(String name, byte[] content) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer head = ByteBuffer.allocate(LOCAL_BYTES + utf8.length).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(LOCAL);
        putCommon(head, utf8, content);
        return head.put(utf8).array();
    }

    private static void putCommon(ByteBuffer head, byte[] name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        head.putShort(VERSION).putShort(NAMES_IN_UTF_8).putShort((short) 0);
        head.putShort((short) 0).putShort(FIRST_OF_JANUARY_1980);
        head.putInt((int) crc.getValue()).putInt(content.length).putInt(content.length);
        head.putShort((short) name.length).putShort((short) 0);
    }

    private static byte[] directory(SortedMap<String, byte[]> files) {
        int bytes = files.keySet().stream().mapToInt(BundleZip::centralBytes).sum();
        ByteBuffer directory = ByteBuffer.allocate(bytes + END_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int offset = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] name = file.getKey().getBytes(StandardCharsets.UTF_8);
            directory.putInt(CENTRAL).putShort(VERSION);
            putCommon(directory, name, file.getValue());
            directory.putShort((short) 0).putShort((short) 0).putShort((short) 0);
            directory.putInt(0).putInt(offset).put(name);
            offset += LOCAL_BYTES + name.length + file.getValue().length;
        }
        directory.putInt(END).putShort((short) 0).putShort((short) 0);
        directory.putShort((short) files.size()).putShort((short) files.size());
        return directory.putInt(bytes).putInt(offset).putShort((short) 0).array();
    }

    private static int centralBytes(String name) {
        return CENTRAL_BYTES + name.getBytes(StandardCharsets.UTF_8).length;
    }

    private static long sizeOf(SortedMap<String, byte[]> files) {
        long size = END_BYTES;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            size += centralBytes(file.getKey()) * 2L - CENTRAL_BYTES + LOCAL_BYTES + file.getValue().length;
        }
        return size;
    }

    /** Which file's line in the directory has that byte; the whole where none. */
    private static String fileAt(SortedMap<String, byte[]> files, int offset) {
        int end = 0;
        for (String name : files.keySet()) {
            end += centralBytes(name);
            if (offset < end) {
                return name;
            }
        }
        return Refusal.WHOLE;
    }
}
