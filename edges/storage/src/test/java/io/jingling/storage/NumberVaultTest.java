package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.PhoneNumber;
import io.jingling.storage.NumberVault.Label;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberVaultTest {
    private static final byte[] OWNER = NumberVault.owner(Label.NUMBER, new UUID(1, 2));
    private static final byte[] PLAIN = "13812345678".getBytes(StandardCharsets.UTF_8);

    private final NumberVault vault = Vaults.fixed();

    @Test
    void whatIsSealedOpens() throws GeneralSecurityException {
        assertThat(vault.open(OWNER, vault.seal(OWNER, PLAIN))).isEqualTo(PLAIN);
        assertThat(vault.open(OWNER, vault.seal(OWNER, new byte[0]))).isEmpty();
    }

    @Test
    void theSameIsNeverSealedTheSame() {
        Set<String> sealed = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 2_000)
                .parallel()
                .forEach(i -> sealed.add(new String(vault.seal(OWNER, PLAIN), StandardCharsets.ISO_8859_1)));
        assertThat(sealed).hasSize(2_000);
    }

    @Test
    void aSealedValueDoesNotOpenInAnotherRowOrForAnotherPurpose() {
        byte[] sealed = vault.seal(OWNER, PLAIN);
        assertThatThrownBy(() -> vault.open(NumberVault.owner(Label.NUMBER, new UUID(1, 3)), sealed))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> vault.open(NumberVault.owner(Label.SUBSCRIBER, new UUID(1, 2)), sealed))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aChangedBitAnywhereIsNoticed() {
        byte[] sealed = vault.seal(OWNER, PLAIN);
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> vault.open(OWNER, changed))
                    .as("byte %d", at)
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void aValueThatIsTooShortIsNoSealedValue() {
        assertThatThrownBy(() -> vault.open(OWNER, new byte[] {1, 2})).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void anOldKeyStillOpensAndTheNewestSeals() throws GeneralSecurityException {
        byte[] old = vault.seal(OWNER, PLAIN);
        NumberVault rotated = new NumberVault(Vaults.keys(2));
        assertThat(rotated.open(OWNER, old)).isEqualTo(PLAIN);
        byte[] fresh = rotated.seal(OWNER, PLAIN);
        assertThat(fresh[0]).isEqualTo((byte) 2);
        assertThatThrownBy(() -> vault.open(OWNER, fresh)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aLookUpValueIsTheSameEachTimeAndDiffersByNumberAndLabel() {
        Set<UUID> all = new HashSet<>();
        for (Label label : Label.values()) {
            for (int i = 0; i < 100; i++) {
                PhoneNumber number = Numbers.mobile(i);
                assertThat(all.add(vault.mac(label, number))).isTrue();
                assertThat(vault.mac(label, number)).isEqualTo(vault.mac(label, number));
            }
        }
    }

    /** Reckoned by Python's hmac: thirty-two zero bytes as the key, 5 and the text as the message. */
    @Test
    void aLookUpValueIsTheBeginningOfAnHmac() {
        byte[] value = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);
        assertThat(vault.mac(Label.PROBE, value)).isEqualTo(UUID.fromString("8f613756-6e11-4d1d-5395-2adc8e184958"));
    }
}
