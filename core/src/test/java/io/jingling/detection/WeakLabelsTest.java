package io.jingling.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.Label;
import io.jingling.domain.Label.About;
import io.jingling.domain.Label.Claim;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WeakLabelsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
    private static final PhoneNumber SHOP = PhoneNumber.parse("17012345678");
    private static final PhoneNumber LI = PhoneNumber.parse("13800001111");

    private final WeakLabels labels = new WeakLabels(2, number -> "id");

    @Test
    void aTalkOfMoreThanAMinuteSpeaksForTheCaller() {
        assertThat(labels.of(call(SHOP, LI, 0, 60))).isEmpty();
        assertThat(labels.of(call(SHOP, LI, 1, 61))).singleElement().satisfies(WeakLabelsTest::welcomesTheShop);
    }

    @Test
    void aCallBackWithinAWeekSpeaksForWhoIsCalledBack() {
        labels.of(call(SHOP, LI, 0, 5));
        assertThat(labels.of(call(LI, SHOP, 6, 5))).singleElement().satisfies(WeakLabelsTest::welcomesTheShop);
        assertThat(labels.of(call(LI, SHOP, 8, 5))).isEmpty();
    }

    @Test
    void onlySoManyPairsAreRemembered() {
        labels.of(call(SHOP, LI, 0, 5));
        labels.of(call(SHOP, PhoneNumber.parse("13800001112"), 0, 5));
        labels.of(call(SHOP, PhoneNumber.parse("13800001113"), 0, 5));
        assertThat(labels.of(call(LI, SHOP, 1, 5))).isEmpty();
    }

    @Test
    void whoHidesTheNumberIsNotSpokenFor() {
        assertThat(labels.of(call(PhoneNumber.HIDDEN, LI, 0, 300))).isEmpty();
    }

    private static void welcomesTheShop(Label label) {
        assertThat(label.about()).isEqualTo(new About.OfNumber(SHOP));
        assertThat(label.claim()).isEqualTo(Claim.BENIGN);
        assertThat(label.by()).isEqualTo(new Label.By(Label.Source.WEAK, "id"));
    }

    static CallRecord call(PhoneNumber caller, PhoneNumber callee, int day, int seconds) {
        return new CallRecord(
                caller.key() + "-" + callee.key() + "-" + day,
                MONDAY.plus(Duration.ofDays(day)),
                caller,
                callee,
                Direction.IN,
                true,
                Duration.ofSeconds(5),
                Duration.ofSeconds(seconds),
                ReleasedBy.CALLER,
                "",
                Origin.UNKNOWN);
    }
}
