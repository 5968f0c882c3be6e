package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.CallRecord;
import io.jingling.storage.NumberVault.Label;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallRecordTableTest {
    @TempDir
    Path folder;

    @Test
    void aRecordIsKeptWholeAndWhatNamesAPersonIsSealed() {
        CallRecord record = CallRecordStoreContract.record("call-1");
        try (Storage storage = Storage.open(SharedServer.settings(folder))) {
            NumberVault vault = new NumberVault(NumberKeys.read(folder.resolve("keys")));
            storage.callRecords().append("switch", List.of(record));
            storage.database().transaction("test", connection -> {
                String sql = "select id, sealed, caller, callee, start_time, ring_millis, answered, cause, trunk"
                        + " from call_records";
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    ResultSet row = statement.executeQuery();
                    row.next();
                    assertThat(CallRecordCodec.read(opened(vault, row.getObject(1, UUID.class), row.getBytes(2))))
                            .isEqualTo(new CallRecordCodec.Personal(
                                    record.caller(), record.callee(), "call-1", "Asterisk", "", "您好\0"));
                    assertThat(row.getObject(3)).isNull();
                    assertThat(row.getObject(4)).isEqualTo(vault.mac(Label.NUMBER, record.callee()));
                    assertThat(row.getObject(5, OffsetDateTime.class).toInstant())
                            .isEqualTo(Instant.parse("2026-11-23T01:00:00.5Z"));
                    assertThat(row.getLong(6)).isEqualTo(8_500);
                    assertThat(row.getBoolean(7)).isTrue();
                    assertThat(row.getString(8)).isEqualTo("16");
                    return row.getString(9);
                }
            });
        }
    }

    private static byte[] opened(NumberVault vault, UUID id, byte[] sealed) {
        try {
            return vault.open(NumberVault.owner(Label.CALL_RECORD, id), sealed);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException(changed);
        }
    }
}
