package io.jingling.storage;

import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import io.jingling.platform.StoreFailure;
import io.jingling.platform.SubscriberStore;
import io.jingling.storage.NumberVault.Label;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Subscribers in one table: the look-up value as id, number and wishes sealed together. */
final class SubscriberTable implements SubscriberStore {
    private static final String PORT = "subscribers";
    private static final String SAVE = "insert into subscribers (id, sealed) values (?, ?)"
            + " on conflict (id) do update set sealed = excluded.sealed";

    private final Database database;
    private final NumberVault vault;

    SubscriberTable(Database database, NumberVault vault) {
        this.database = database;
        this.vault = vault;
    }

    @Override
    public String idOf(PhoneNumber number) {
        UUID id = id(number);
        database.transaction(PORT, connection -> {
            String sql = "insert into subscribers (id, sealed) values (?, ?) on conflict (id) do nothing";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, id);
                statement.setBytes(2, sealed(id, WishesCodec.write(number)));
                return statement.executeUpdate();
            }
        });
        return id.toString();
    }

    @Override
    public Optional<PhoneNumber> numberOf(String id) {
        return uuid(id).flatMap(this::find).map(WishesCodec.Row::number);
    }

    @Override
    public Optional<Wishes> wishesOf(PhoneNumber number) {
        return find(id(number)).flatMap(WishesCodec.Row::wishes);
    }

    @Override
    public Map<PhoneNumber, Wishes> wishesOfAll(Collection<PhoneNumber> numbers) {
        Object[] ids = numbers.stream().map(this::id).toArray();
        Map<PhoneNumber, Wishes> found = new HashMap<>();
        database.transaction(PORT, connection -> {
            String sql = "select id, sealed from subscribers where id = any (?)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("uuid", ids));
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    WishesCodec.Row row = opened(rows.getObject(1, UUID.class), rows.getBytes(2));
                    row.wishes().ifPresent(wishes -> found.put(row.number(), wishes));
                }
                return found;
            }
        });
        return found;
    }

    @Override
    public void save(PhoneNumber number, Wishes wishes) {
        UUID id = id(number);
        byte[] sealed = sealed(id, WishesCodec.write(number, wishes));
        database.transaction(PORT, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
                statement.setObject(1, id);
                statement.setBytes(2, sealed);
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public void awaitChanges() {
        database.awaitWriters(PORT, "subscribers");
    }

    @Override
    public void saveAll(List<Subscriber> subscribers) {
        // Where a number comes twice the last holds.
        Map<UUID, Subscriber> distinct = new LinkedHashMap<>();
        subscribers.forEach(one -> distinct.put(id(one.number()), one));
        database.bulk(PORT, connection -> {
            Staging.upsert(connection, rows -> write(distinct, rows), "subscribers", "id", List.of("sealed"));
            return distinct;
        });
    }

    private void write(Map<UUID, Subscriber> subscribers, BinaryCopy rows) throws SQLException {
        for (Map.Entry<UUID, Subscriber> one : subscribers.entrySet()) {
            Subscriber subscriber = one.getValue();
            byte[] plain = WishesCodec.write(subscriber.number(), subscriber.wishes());
            rows.row(2).uuid(one.getKey()).bytea(sealed(one.getKey(), plain));
            rows.sendFull();
        }
    }

    @Override
    public void readAll(BiConsumer<PhoneNumber, Wishes> reader) {
        new ParallelScan<>(
                        database,
                        PORT,
                        "copy subscribers (id, sealed) to stdout (format binary)",
                        fields -> opened(fields.uuid(), fields.bytea()))
                .forEach(row -> row.wishes().ifPresent(wishes -> reader.accept(row.number(), wishes)));
    }

    private Optional<WishesCodec.Row> find(UUID id) {
        return database.transaction(PORT, connection -> find(connection, id));
    }

    private Optional<WishesCodec.Row> find(Connection connection, UUID id) throws SQLException {
        String sql = "select sealed from subscribers where id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            ResultSet rows = statement.executeQuery();
            return rows.next() ? Optional.of(opened(id, rows.getBytes(1))) : Optional.empty();
        }
    }

    private UUID id(PhoneNumber number) {
        return vault.mac(Label.SUBSCRIBER, number);
    }

    private byte[] sealed(UUID id, byte[] plain) {
        return vault.seal(NumberVault.owner(Label.SUBSCRIBER, id), plain);
    }

    private WishesCodec.Row opened(UUID id, byte[] sealed) {
        try {
            return WishesCodec.read(vault.open(NumberVault.owner(Label.SUBSCRIBER, id), sealed));
        } catch (GeneralSecurityException changed) {
            throw new StoreFailure(PORT, changed);
        }
    }

    /** Empty for text that no id looks like. */
    static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
