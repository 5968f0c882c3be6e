package io.jingling.seals;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.evidence.Authority;
import io.jingling.evidence.Timestamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.EvidenceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An evidence record over years: begun, renewed before its certificate ends, and again before its hash ages. */
class RenewalTest {
    private static final byte[] FILE = "a bundle".getBytes(StandardCharsets.UTF_8);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant FIRST = Instant.parse("2026-11-28T13:00:00Z");

    @TempDir
    private Path folder;

    private LocalAuthority first;
    private LocalAuthority second;
    private LocalAuthority third;
    private List<Authority> all;

    @BeforeEach
    void makeAuthorities() {
        first = authority("first", FIRST);
        second = authority("second", Instant.parse("2035-01-01T00:00:00Z"));
        third = authority("third", Instant.parse("2044-01-01T00:00:00Z"));
        all = List.of(trusted("first", first), trusted("second", second), trusted("third", third));
    }

    @Test
    void aRecordSaysSinceWhenTheFileIs() {
        byte[] record = Renewal.begun(FILE, first, RANDOM);
        assertThat(Renewal.check(record, FILE, all))
                .isEqualTo(new Timestamp.Believed(FIRST, LocalAuthority.NAME, all.getFirst()));
        assertThat(Renewal.check(record, FILE, List.of())).isInstanceOf(Timestamp.Unknown.class);
        assertThat(Renewal.check(record, "another".getBytes(StandardCharsets.UTF_8), all))
                .isInstanceOf(Timestamp.Refused.class);
    }

    @Test
    void renewedTwiceItStillSaysTheSame() {
        byte[] renewed = Renewal.renewed(Renewal.begun(FILE, first, RANDOM), second, RANDOM);
        byte[] rehashed = Renewal.rehashed(renewed, FILE, third, RANDOM);
        for (byte[] record : List.of(renewed, rehashed)) {
            assertThat(Renewal.check(record, FILE, all))
                    .isEqualTo(new Timestamp.Believed(FIRST, LocalAuthority.NAME, all.getFirst()));
            assertThat(Renewal.check(record, "another".getBytes(StandardCharsets.UTF_8), all))
                    .isInstanceOf(Timestamp.Refused.class);
        }
    }

    @Test
    void oneRenewalByNobodyKnownMakesAllOfItUnknown() {
        byte[] renewed = Renewal.renewed(Renewal.begun(FILE, first, RANDOM), second, RANDOM);
        assertThat(Renewal.check(renewed, FILE, List.of(all.getFirst()))).isInstanceOf(Timestamp.Unknown.class);
    }

    @Test
    void aRenewalThatIsOlderThanWhatItRenewsIsRefused() {
        byte[] renewed = Renewal.renewed(Renewal.begun(FILE, second, RANDOM), first, RANDOM);
        assertThat(Renewal.check(renewed, FILE, all)).isInstanceOf(Timestamp.Refused.class);
    }

    @Test
    void aRenewalThatCameAfterTheCertificateIsRefused() {
        byte[] renewed = Renewal.renewed(Renewal.begun(FILE, first, RANDOM), third, RANDOM);
        assertThat(Renewal.check(renewed, FILE, all)).isInstanceOf(Timestamp.Refused.class);
    }

    @Test
    void aRenewalOfAnotherRecordIsRefused() throws IOException {
        byte[] other = Renewal.begun("another".getBytes(StandardCharsets.UTF_8), first, RANDOM);
        EvidenceRecord own = EvidenceRecord.getInstance(Renewal.begun(FILE, first, RANDOM));
        ArchiveTimeStamp renewal = stamps(Renewal.renewed(other, second, RANDOM))[1];
        byte[] spliced = own.addArchiveTimeStamp(renewal, false).getEncoded();
        assertThat(stamps(spliced)).hasSize(2);
        assertThat(Renewal.check(spliced, FILE, all)).isInstanceOf(Timestamp.Refused.class);
    }

    @Test
    void aNewChainOverAnotherRecordIsRefused() throws IOException {
        byte[] begun = Renewal.begun(FILE, first, RANDOM);
        byte[] another = Renewal.rehashed(Renewal.begun(FILE, first, RANDOM), FILE, second, RANDOM);
        ArchiveTimeStamp chain = EvidenceRecord.getInstance(another)
                .getArchiveTimeStampSequence()
                .getArchiveTimeStampChains()[1]
                .getArchiveTimestamps()[0];
        byte[] spliced = EvidenceRecord.getInstance(begun)
                .addArchiveTimeStamp(chain, true)
                .getEncoded();
        assertThat(Renewal.check(spliced, FILE, all)).isInstanceOf(Timestamp.Refused.class);
    }

    private static ArchiveTimeStamp[] stamps(byte[] record) {
        return EvidenceRecord.getInstance(record)
                .getArchiveTimeStampSequence()
                .getArchiveTimeStampChains()[0]
                .getArchiveTimestamps();
    }

    /** Bits that nobody signed may be flipped; none makes a record say something else. */
    @Test
    void noFlippedBitMakesItSaySomethingElse() {
        byte[] record = Renewal.rehashed(
                Renewal.renewed(Renewal.begun(FILE, first, RANDOM), second, RANDOM), FILE, third, RANDOM);
        Timestamp said = Renewal.check(record, FILE, all);
        for (int bit = 0; bit < record.length * 8; bit += 7) {
            byte[] flipped = record.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Timestamp now = Renewal.check(flipped, FILE, all);
            assertThat(now instanceof Timestamp.Believed ? now : said)
                    .as("bit %d", bit)
                    .isEqualTo(said);
        }
    }

    private LocalAuthority authority(String name, Instant at) {
        return LocalAuthority.readOrMake(folder.resolve(name), InstantSource.fixed(at));
    }

    private static Authority trusted(String name, LocalAuthority authority) {
        return new Authority(name, Pem.read(authority.certificatePem()), true);
    }
}
