package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Label.Claim;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelTableTest {
    @TempDir
    Path folder;

    @Test
    void whoAndAboutWhomAreSealedAndANumberIsFoundByItsKeyedValue() {
        try (Storage storage = Storage.open(SharedServer.settings(folder))) {
            NumberVault vault = new NumberVault(NumberKeys.read(folder.resolve("keys")));
            storage.labels().append(List.of(LabelStoreContract.label(3, Claim.HARASSMENT, "the-reporter")));
            storage.database().transaction("test", connection -> {
                try (PreparedStatement statement =
                        connection.prepareStatement("select about, sealed, claim, category, source from labels")) {
                    ResultSet row = statement.executeQuery();
                    row.next();
                    assertThat(row.getObject(1)).isEqualTo(vault.mac(NumberVault.Label.NUMBER, Numbers.mobile(3)));
                    String number = new String(
                            ByteBuffer.allocate(Long.BYTES)
                                    .putLong(Numbers.mobile(3).key())
                                    .array(),
                            StandardCharsets.ISO_8859_1);
                    assertThat(new String(row.getBytes(2), StandardCharsets.ISO_8859_1))
                            .doesNotContain(number)
                            .doesNotContain("the-reporter");
                    assertThat(List.of(row.getString(3), row.getString(4), row.getString(5)))
                            .containsExactly("harassment", "07", "reporter");
                    return row.next();
                }
            });
        }
    }
}
