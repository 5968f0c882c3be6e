package io.jingling.storage;

import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.ListEntry;
import io.jingling.domain.OwnPrefix;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Preset;
import io.jingling.domain.QuietHours;
import io.jingling.domain.Wishes;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A subscriber's number and wishes as bytes, before they are sealed.
 *
 * <p>Big endian: number's key (8), format (1: 0 = nothing wished, 1 = wishes follow), on (1), courier's
 * seconds (8) and nanoseconds (4); then with a count before each (2): categories and presets as ordinal and
 * action (1 + 1), prefixes as length, digits, action, white and black list as key (8), bytes of the note (2)
 * and note in UTF-8, quiet hours as a bit for each day (1), from and to in nanoseconds of the day (8 + 8), action.
 */
final class WishesCodec {
    private static final int NOTHING_WISHED = 0;
    private static final int FORMAT = 1;

    private WishesCodec() {}

    /** What a row of a subscriber says. */
    record Row(PhoneNumber number, Optional<Wishes> wishes) {}

    static byte[] write(PhoneNumber number) {
        return ByteBuffer.allocate(9)
                .putLong(number.key())
                .put((byte) NOTHING_WISHED)
                .array();
    }

    static byte[] write(PhoneNumber number, Wishes wishes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(number.key());
            out.writeByte(FORMAT);
            out.writeBoolean(wishes.on());
            out.writeLong(wishes.courierUntil().getEpochSecond());
            out.writeInt(wishes.courierUntil().getNano());
            writeActions(out, wishes.categories());
            writeActions(out, wishes.presets());
            writePrefixes(out, wishes.prefixes());
            writeList(out, wishes.white());
            writeList(out, wishes.black());
            writeQuietHours(out, wishes.quietHours());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Row read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        PhoneNumber number = new PhoneNumber(in.getLong());
        int format = in.get();
        return switch (format) {
            case NOTHING_WISHED -> new Row(number, Optional.empty());
            case FORMAT -> new Row(number, Optional.of(wishes(in)));
            default ->
                throw new IllegalArgumentException("wishes: got format " + format + ", want at most " + FORMAT
                        + "; they were written by a newer version");
        };
    }

    private static Wishes wishes(ByteBuffer in) {
        boolean on = in.get() != 0;
        Instant courierUntil = Instant.ofEpochSecond(in.getLong(), in.getInt());
        Map<Category, Action> categories = new EnumMap<>(Category.class);
        for (int left = in.getShort(); left > 0; left--) {
            categories.put(Category.at(in.get()), Action.at(in.get()));
        }
        Map<Preset, Action> presets = new EnumMap<>(Preset.class);
        Preset[] all = Preset.values();
        for (int left = in.getShort(); left > 0; left--) {
            presets.put(all[in.get()], Action.at(in.get()));
        }
        List<OwnPrefix> prefixes = prefixes(in);
        return new Wishes(on, categories, presets, prefixes, list(in), list(in), quietHours(in), courierUntil);
    }

    private static void writeActions(DataOutputStream out, Map<? extends Enum<?>, Action> actions) throws IOException {
        writeCount(out, actions.keySet());
        for (Map.Entry<? extends Enum<?>, Action> one : actions.entrySet()) {
            out.writeByte(one.getKey().ordinal());
            out.writeByte(one.getValue().ordinal());
        }
    }

    private static void writePrefixes(DataOutputStream out, List<OwnPrefix> prefixes) throws IOException {
        writeCount(out, prefixes);
        for (OwnPrefix prefix : prefixes) {
            out.writeByte(prefix.digits().length());
            out.writeBytes(prefix.digits());
            out.writeByte(prefix.action().ordinal());
        }
    }

    private static List<OwnPrefix> prefixes(ByteBuffer in) {
        List<OwnPrefix> prefixes = new ArrayList<>();
        for (int left = in.getShort(); left > 0; left--) {
            prefixes.add(new OwnPrefix(text(in, in.get()), Action.at(in.get())));
        }
        return prefixes;
    }

    private static void writeList(DataOutputStream out, List<ListEntry> list) throws IOException {
        writeCount(out, list);
        for (ListEntry entry : list) {
            byte[] note = entry.note().getBytes(StandardCharsets.UTF_8);
            out.writeLong(entry.number().key());
            out.writeShort(note.length);
            out.write(note);
        }
    }

    private static List<ListEntry> list(ByteBuffer in) {
        int count = in.getShort();
        List<ListEntry> list = new ArrayList<>(count);
        for (int left = count; left > 0; left--) {
            list.add(new ListEntry(new PhoneNumber(in.getLong()), text(in, in.getShort())));
        }
        return list;
    }

    private static void writeQuietHours(DataOutputStream out, List<QuietHours> quietHours) throws IOException {
        writeCount(out, quietHours);
        for (QuietHours hours : quietHours) {
            int days = 0;
            for (DayOfWeek day : hours.days()) {
                days |= 1 << day.ordinal();
            }
            out.writeByte(days);
            out.writeLong(hours.from().toNanoOfDay());
            out.writeLong(hours.to().toNanoOfDay());
            out.writeByte(hours.action().ordinal());
        }
    }

    private static List<QuietHours> quietHours(ByteBuffer in) {
        List<QuietHours> all = new ArrayList<>();
        for (int left = in.getShort(); left > 0; left--) {
            int bits = in.get();
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                if ((bits >>> day.ordinal() & 1) != 0) {
                    days.add(day);
                }
            }
            all.add(new QuietHours(
                    days,
                    LocalTime.ofNanoOfDay(in.getLong()),
                    LocalTime.ofNanoOfDay(in.getLong()),
                    Action.at(in.get())));
        }
        return all;
    }

    private static void writeCount(DataOutputStream out, Collection<?> all) throws IOException {
        out.writeShort(all.size());
    }

    private static String text(ByteBuffer in, int length) {
        String text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }
}
