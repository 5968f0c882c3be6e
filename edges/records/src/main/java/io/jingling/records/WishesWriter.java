package io.jingling.records;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.jingling.domain.ListEntry;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Purpose;
import io.jingling.domain.Wishes;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes wishes in the form that {@link WishesFile} reads. A wait for a courier is over too soon to be kept. */
public final class WishesWriter implements Closeable {
    private final CsvWriter csv;

    /** @param out is closed with the writer */
    public WishesWriter(OutputStream out) {
        csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        csv.writeRecord("number", "category", "action", "note");
    }

    public void write(PhoneNumber subscriber, Wishes wishes) {
        String number = subscriber.revealTo(Purpose.EXPORT);
        csv.writeRecord(number, "service", wishes.on() ? "on" : "off", "");
        wishes.categories().forEach((category, action) -> csv.writeRecord(number, category.code(), action.word(), ""));
        wishes.presets()
                .forEach((preset, action) -> csv.writeRecord(number, "preset:" + preset.word(), action.word(), ""));
        wishes.prefixes()
                .forEach(own -> csv.writeRecord(
                        number, "prefix:" + own.digits(), own.action().word(), ""));
        wishes.white().forEach(entry -> csv.writeRecord(number, "white:" + digits(entry), "pass", entry.note()));
        wishes.black().forEach(entry -> csv.writeRecord(number, "black:" + digits(entry), "reject", entry.note()));
        wishes.quietHours()
                .forEach(hours -> csv.writeRecord(
                        number,
                        "quiet:" + QuietWindow.format(hours),
                        hours.action().word(),
                        ""));
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private static String digits(ListEntry entry) {
        return entry.number().revealTo(Purpose.EXPORT);
    }
}
