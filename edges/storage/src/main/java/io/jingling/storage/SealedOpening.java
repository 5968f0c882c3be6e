package io.jingling.storage;

import io.jingling.evidence.Commitment;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.Hash;
import io.jingling.evidence.Opening;
import io.jingling.evidence.Part;
import io.jingling.evidence.Parts;
import io.jingling.platform.EvidenceKeeper.Opened;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What opens an entry, and whose data each part is.
 *
 * <p>Plain, big endian: format 1 (1), salt (32), how many parts (4) or -1; without parts the content up to the end; else for
 * each 0 and its commitment (32), or 1, salt (32), length and content (4 + …), how many subjects (1), these (16 each).
 *
 * @param salt of the opening itself
 * @param content where it is no list of parts
 * @param parts none where it is one content
 */
record SealedOpening(byte[] salt, byte[] content, List<OfPart> parts) {
    private static final byte FORMAT = 1;
    private static final int WHOLE = -1;
    private static final byte DELETED = 0;
    private static final byte KEPT = 1;
    /** Salt, lengths, and some subjects. */
    private static final int PART_BYTES = 64;

    /** A part, and the look-up values of those whose data it is. */
    record OfPart(Part part, Set<UUID> subjects) {}

    static SealedOpening of(Opening whole) {
        return new SealedOpening(whole.salt(), whole.content(), List.of());
    }

    Opening opening(EntryKind kind) {
        return new Opening(kind, salt, parts.isEmpty() ? content : new Parts(plainParts()).content());
    }

    Opened opened(EntryKind kind) {
        return new Opened(opening(kind), plainParts());
    }

    private List<Part> plainParts() {
        return parts.stream().map(OfPart::part).toList();
    }

    /** Everybody whose data is in it. */
    Set<UUID> subjects() {
        Set<UUID> all = new HashSet<>();
        parts.forEach(part -> all.addAll(part.subjects()));
        return all;
    }

    /** How many parts are kept and that one's data. */
    long countOf(UUID subject) {
        return parts.stream().filter(part -> part.subjects().contains(subject)).count();
    }

    /** Without the salts and contents of that one's parts. */
    SealedOpening without(UUID subject) {
        return new SealedOpening(
                salt,
                content,
                parts.stream()
                        .map(part -> part.subjects().contains(subject)
                                ? new OfPart(new Part.Deleted(part.part().commitment()), Set.of())
                                : part)
                        .toList());
    }

    /** About how many bytes it has, without making them. */
    long length() {
        return content.length
                + parts.stream()
                        .mapToLong(part ->
                                part.part() instanceof Part.Kept kept ? kept.content().length + PART_BYTES : PART_BYTES)
                        .sum();
    }

    byte[] plain() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(FORMAT);
        out.writeBytes(salt);
        if (parts.isEmpty()) {
            out.writeBytes(number(WHOLE));
            out.writeBytes(content);
        } else {
            out.writeBytes(number(parts.size()));
            parts.forEach(part -> write(part, out));
        }
        return out.toByteArray();
    }

    private static void write(OfPart one, ByteArrayOutputStream out) {
        switch (one.part()) {
            case Part.Deleted(Commitment commitment) -> {
                out.write(DELETED);
                out.writeBytes(commitment.hash().bytes());
            }
            case Part.Kept(byte[] salt, byte[] content) -> {
                out.write(KEPT);
                out.writeBytes(salt);
                out.writeBytes(number(content.length));
                out.writeBytes(content);
                out.write(one.subjects().size());
                one.subjects().forEach(subject -> out.writeBytes(bytes(subject)));
            }
        }
    }

    /** Reads what {@link #plain} wrote. */
    static SealedOpening read(byte[] plain) {
        ByteBuffer in = ByteBuffer.wrap(plain);
        byte format = in.get();
        if (format != FORMAT) {
            throw new IllegalArgumentException("opening: got format " + format + ", want " + FORMAT);
        }
        byte[] salt = bytes(in, Opening.SALT_BYTES);
        int count = in.getInt();
        if (count == WHOLE) {
            return new SealedOpening(salt, bytes(in, in.remaining()), List.of());
        }
        List<OfPart> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(part(in));
        }
        return new SealedOpening(salt, new byte[0], List.copyOf(parts));
    }

    private static OfPart part(ByteBuffer in) {
        if (in.get() == DELETED) {
            return new OfPart(new Part.Deleted(new Commitment(new Hash(bytes(in, Hash.BYTES)))), Set.of());
        }
        byte[] salt = bytes(in, Opening.SALT_BYTES);
        Part kept = new Part.Kept(salt, bytes(in, in.getInt()));
        Set<UUID> subjects = new HashSet<>();
        for (int left = in.get(); left > 0; left--) {
            subjects.add(new UUID(in.getLong(), in.getLong()));
        }
        return new OfPart(kept, Set.copyOf(subjects));
    }

    private static byte[] bytes(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    private static byte[] bytes(UUID value) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }
}
