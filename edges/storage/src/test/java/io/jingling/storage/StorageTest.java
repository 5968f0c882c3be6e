package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {
    private static final PhoneNumber NUMBER = PhoneNumber.parse("13800138000");

    @TempDir
    Path folder;

    @Test
    void whatWasSavedIsThereAfterARestart() {
        try (Storage storage = Storage.open(StorageSettings.in(folder))) {
            storage.subscribers().save(NUMBER, Wishes.DEFAULT.switchedOn(false));
        }
        try (Storage storage = Storage.open(StorageSettings.in(folder))) {
            assertThat(storage.subscribers().wishesOf(NUMBER)).contains(Wishes.DEFAULT.switchedOn(false));
        }
    }
}
