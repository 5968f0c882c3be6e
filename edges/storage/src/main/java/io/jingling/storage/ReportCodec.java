package io.jingling.storage;

import io.jingling.complaints.AskedToStop;
import io.jingling.complaints.CallTime;
import io.jingling.complaints.CallTime.Precision;
import io.jingling.complaints.Entrance;
import io.jingling.complaints.Guess;
import io.jingling.complaints.Heard;
import io.jingling.complaints.Mode;
import io.jingling.complaints.PersonalData;
import io.jingling.complaints.Report;
import io.jingling.complaints.ReportedNumber;
import io.jingling.complaints.ReporterId;
import io.jingling.complaints.Said;
import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A report as columns and sealed bytes. */
final class ReportCodec {
    /** The columns that {@link #read} wants, with {@code r.} before them. */
    static final String COLUMNS = "r.id, r.reporter, r.received, r.called_at, r.call_precision, r.category, r.mode,"
            + " r.asked_to_stop, r.entrance, r.may_be_forwarded, r.region, r.sealed";

    private static final byte FORMAT = 1;

    private ReportCodec() {}

    static UUID id(Report report) {
        return uuid(report.id());
    }

    /** Of 32 hexadecimal digits. */
    static UUID uuid(String id) {
        return new UUID(Long.parseUnsignedLong(id.substring(0, 16), 16), Long.parseUnsignedLong(id.substring(16), 16));
    }

    static String id(UUID id) {
        return id.toString().replace("-", "");
    }

    static void write(DataOutputStream out, Report report) throws IOException {
        out.writeByte(FORMAT);
        out.writeLong(report.about().number().key());
        out.writeUTF(report.about().extension());
        out.writeUTF(report.about().raw());
        out.writeUTF(report.said().description());
        out.writeUTF(report.said().askedToStop().on().map(LocalDate::toString).orElse(""));
        Heard heard = report.said().heard();
        out.writeUTF(heard.brand());
        out.writeUTF(heard.app());
        words(
                out,
                heard.personalData().stream().map(PersonalData::word).sorted().toList());
        out.writeUTF(report.intake().key().orElse(""));
        Guess guess = report.intake().guess();
        out.writeUTF(guess.category().map(Category::code).orElse(""));
        out.writeDouble(guess.confidence());
        words(out, guess.words());
        words(out, guess.flags().stream().map(Enum::name).sorted().toList());
    }

    static Report read(ResultSet row, Sealing sealing) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Said plain = new Said(
                category(row.getString("category")),
                Mode.of(row.getString("mode")),
                row.getBoolean("asked_to_stop") ? new AskedToStop(true, Optional.empty()) : AskedToStop.NO,
                Heard.NOTHING,
                "",
                row.getString("region"));
        CallTime when = new CallTime(time(row, "called_at"), Precision.of(row.getString("call_precision")));
        Instant received = time(row, "received");
        Entrance entrance = Entrance.of(row.getString("entrance"));
        boolean mayBeForwarded = row.getBoolean("may_be_forwarded");
        ReporterId by = new ReporterId(row.getObject("reporter", UUID.class).toString());
        return sealing.opened(id, row.getBytes("sealed"), in -> {
            ReportedNumber about = number(in);
            Said said = said(in, plain);
            Optional<String> key = Optional.of(in.readUTF()).filter(text -> !text.isEmpty());
            return new Report(
                    id(id),
                    by,
                    about,
                    when,
                    said,
                    new Report.Intake(received, entrance, key, mayBeForwarded, guess(in)));
        });
    }

    private static ReportedNumber number(DataInputStream in) throws IOException {
        byte format = in.readByte();
        if (format != FORMAT) {
            throw new IOException("report: got format " + format + ", want " + FORMAT);
        }
        return new ReportedNumber(new PhoneNumber(in.readLong()), in.readUTF(), in.readUTF());
    }

    private static Said said(DataInputStream in, Said plain) throws IOException {
        String description = in.readUTF();
        String on = in.readUTF();
        AskedToStop asked =
                on.isEmpty() ? plain.askedToStop() : new AskedToStop(true, Optional.of(LocalDate.parse(on)));
        String brand = in.readUTF();
        String app = in.readUTF();
        Set<PersonalData> data = EnumSet.noneOf(PersonalData.class);
        words(in).forEach(word -> data.add(PersonalData.of(word)));
        return new Said(
                plain.category(), plain.mode(), asked, new Heard(brand, data, app), description, plain.region());
    }

    private static Guess guess(DataInputStream in) throws IOException {
        Optional<Category> category = category(in.readUTF());
        double confidence = in.readDouble();
        List<String> words = words(in);
        Set<Guess.Flag> flags = EnumSet.noneOf(Guess.Flag.class);
        words(in).forEach(word -> flags.add(Guess.Flag.valueOf(word)));
        return new Guess(category, confidence, words, flags);
    }

    static Optional<Category> category(String code) {
        return code.isEmpty() ? Optional.empty() : Optional.of(Category.of(code));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static void words(DataOutputStream out, List<String> words) throws IOException {
        out.writeInt(words.size());
        for (String word : words) {
            out.writeUTF(word);
        }
    }

    private static List<String> words(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(in.readUTF());
        }
        return words;
    }
}
