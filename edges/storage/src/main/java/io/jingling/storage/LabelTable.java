package io.jingling.storage;

import io.jingling.domain.Category;
import io.jingling.domain.Label;
import io.jingling.domain.Label.About;
import io.jingling.domain.Label.By;
import io.jingling.domain.Label.Claim;
import io.jingling.domain.Label.Source;
import io.jingling.domain.PhoneNumber;
import io.jingling.platform.LabelStore;
import io.jingling.platform.StoreFailure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Labels in one table: about whom and by whom sealed together, what is said in the clear.
 *
 * <p>Sealed, big endian: format (1), 0 and the number's key (8) or 1 and the call's id as bytes of UTF-8 (4) and text; then
 * who says it likewise.
 */
final class LabelTable implements LabelStore {
    private static final String PORT = "labels";
    private static final byte FORMAT = 1;
    private static final byte NUMBER = 0;
    private static final byte CALL = 1;
    private static final List<String> COLUMNS = List.of("about", "claim", "category", "source", "said_at", "sealed");

    private final Database database;
    private final NumberVault vault;

    LabelTable(Database database, NumberVault vault) {
        this.database = database;
        this.vault = vault;
    }

    @Override
    public Appended append(List<Label> labels) {
        return database.bulk(PORT, connection -> append(connection, labels));
    }

    /** The same within a transaction that somebody else began. */
    Appended append(Connection connection, List<Label> labels) throws SQLException {
        if (labels.isEmpty()) {
            return new Appended(0, 0);
        }
        Map<UUID, Label> distinct = new LinkedHashMap<>();
        labels.forEach(label -> distinct.putIfAbsent(id(label), label));
        long added = Staging.insertNew(connection, rows -> write(distinct, rows), "labels", "id", COLUMNS);
        return new Appended(added, labels.size() - added);
    }

    @Override
    public void readAll(Consumer<Label> reader) {
        new ParallelScan<>(
                        database,
                        PORT,
                        "copy labels (id, claim, category, source, said_at, sealed) to stdout (format binary)",
                        this::opened)
                .forEach(reader);
    }

    private void write(Map<UUID, Label> labels, BinaryCopy rows) throws SQLException {
        for (Map.Entry<UUID, Label> one : labels.entrySet()) {
            UUID id = one.getKey();
            Label label = one.getValue();
            rows.row(1 + COLUMNS.size())
                    .uuid(id)
                    .uuid(about(label.about()))
                    .text(label.claim().word())
                    .text(label.category().map(Category::code).orElse(""))
                    .text(label.by().source().word())
                    .time(label.at())
                    .bytea(vault.seal(NumberVault.owner(NumberVault.Label.LABEL, id), personal(label)));
            rows.sendFull();
        }
    }

    private UUID about(About about) {
        return switch (about) {
            case About.OfNumber(PhoneNumber number) -> vault.mac(NumberVault.Label.NUMBER, number);
            case About.OfCall(String callId) ->
                vault.mac(NumberVault.Label.LABEL, callId.getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Times are kept to the microsecond. */
    private UUID id(Label label) {
        String said = label.claim().word() + " "
                + label.category().map(Category::code).orElse("") + " "
                + label.by().source().word() + " " + label.at().truncatedTo(ChronoUnit.MICROS) + " ";
        byte[] text = said.getBytes(StandardCharsets.UTF_8);
        byte[] personal = personal(label);
        return vault.mac(
                NumberVault.Label.LABEL,
                ByteBuffer.allocate(text.length + personal.length)
                        .put(text)
                        .put(personal)
                        .array());
    }

    private static byte[] personal(Label label) {
        byte[] who = label.by().who().getBytes(StandardCharsets.UTF_8);
        return switch (label.about()) {
            case About.OfNumber(PhoneNumber number) ->
                ByteBuffer.allocate(1 + 1 + Long.BYTES + Integer.BYTES + who.length)
                        .put(FORMAT)
                        .put(NUMBER)
                        .putLong(number.key())
                        .putInt(who.length)
                        .put(who)
                        .array();
            case About.OfCall(String callId) -> {
                byte[] id = callId.getBytes(StandardCharsets.UTF_8);
                yield ByteBuffer.allocate(1 + 1 + Integer.BYTES + id.length + Integer.BYTES + who.length)
                        .put(FORMAT)
                        .put(CALL)
                        .putInt(id.length)
                        .put(id)
                        .putInt(who.length)
                        .put(who)
                        .array();
            }
        };
    }

    private Label opened(ParallelScan.Fields fields) {
        UUID id = fields.uuid();
        Claim claim = Claim.of(fields.text());
        String category = fields.text();
        Source source = Source.of(fields.text());
        Instant at = fields.time();
        try {
            ByteBuffer in = ByteBuffer.wrap(vault.open(NumberVault.owner(NumberVault.Label.LABEL, id), fields.bytea()));
            byte format = in.get();
            if (format != FORMAT) {
                throw new IllegalArgumentException("label: got format " + format + ", want " + FORMAT);
            }
            About about =
                    in.get() == NUMBER ? new About.OfNumber(new PhoneNumber(in.getLong())) : new About.OfCall(text(in));
            Optional<Category> topic = category.isEmpty() ? Optional.empty() : Optional.of(Category.of(category));
            return new Label(about, claim, topic, new By(source, text(in)), at);
        } catch (GeneralSecurityException changed) {
            throw new StoreFailure(PORT, changed);
        }
    }

    private static String text(ByteBuffer in) {
        byte[] utf8 = new byte[in.getInt()];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
