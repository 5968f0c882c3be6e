package io.jingling.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.detection.Calibration;
import io.jingling.detection.Segment;
import io.jingling.detection.Thresholds;
import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeaningTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int CALLS = 60_000;
    private static final int FEWER_CALLS = 10_000;
    private static final int OF_WHICH_ONE_IS_NEW = 100;

    private final Random random = new Random(5);
    private final Cases cases = new Cases(1);

    @Test
    void aBenignNumberIsSeldomLabelledForBeingNewThoughNewOnesLookWorseThanAllOthers() {
        for (int i = 0; i < CALLS; i++) {
            boolean isNew = i % OF_WHICH_ONE_IS_NEW == 0;
            add(i, isNew ? Segment.NEW : Segment.MOBILE, false, isNew ? 3 + random.nextFloat() : random.nextFloat());
            add(CALLS + i, isNew ? Segment.NEW : Segment.MOBILE, true, 3 + random.nextFloat());
        }
        Calibration calibration = meaning().calibration();
        Thresholds thresholds = meaning().thresholds(calibration, Learning.Bounds.of(1e-4));
        assertThat(share(calibration, Segment.NEW, thresholds.ofNew().label()))
                .isGreaterThan(0)
                .isLessThanOrEqualTo(0.05);
        assertThat(share(calibration, Segment.NEW, thresholds.ofNew().challenge()))
                .isLessThanOrEqualTo(0.005);
    }

    @Test
    void aNumberAtItsFirstCallsIsNeverRejectedForWhatItDoes() {
        addCalls(FEWER_CALLS, 2);
        Thresholds thresholds = meaning().ofBehaviour(meaning().calibration(), Learning.Bounds.of(1e-3));
        assertThat(thresholds.ofNew().reject()).isInfinite();
        assertThat(thresholds.ofOthers().reject()).isFinite();
    }

    @Test
    void ofTooFewFirstCallsToBoundAnythingNoneIsRejected() {
        addCalls(FEWER_CALLS, 200);
        Thresholds thresholds = meaning().thresholds(meaning().calibration(), Learning.Bounds.of(1e-3));
        assertThat(thresholds.ofNew().reject()).isInfinite();
        assertThat(thresholds.ofOthers().reject()).isFinite();
    }

    @Test
    void tooFewCallsOfOthersToBoundAnythingAreAnError() {
        addCalls(200, 2);
        Calibration calibration = meaning().calibration();
        assertThatThrownBy(() -> meaning().thresholds(calibration, Learning.Bounds.of(1e-3)))
                .hasMessage("benign calls: got 100, want more to bound a share of 0.001");
    }

    @Test
    void oneKindOfBenignCallerThatLooksWorseThanOthersRaisesTheBarForAll() {
        addCalls(FEWER_CALLS, 2);
        Calibration before = meaning().calibration();
        float without = meaning()
                .thresholds(before, Learning.Bounds.of(1e-3))
                .ofOthers()
                .reject();
        for (int i = 0; i < 1_500; i++) {
            float score = i < 30 ? 3.5f : 0;
            add(3 * CALLS + i, Segment.MOBILE, new Maker("courier" + i, "benign_courier"), score);
        }
        float with = meaning()
                .thresholds(before, Learning.Bounds.of(1e-3))
                .ofOthers()
                .reject();
        assertThat(without).isLessThan(before.logOdds(3.5f, Segment.MOBILE));
        assertThat(with).isGreaterThan(before.logOdds(3.5f, Segment.MOBILE));
    }

    /** Of all numbers, one in so many is new. */
    private void addCalls(int calls, int oneIsNew) {
        for (int i = 0; i < calls; i++) {
            Segment segment = i % oneIsNew == 0 ? Segment.NEW : Segment.MOBILE;
            add(i, segment, false, random.nextFloat());
            add(calls + i, segment, true, 3 + random.nextFloat());
        }
    }

    private Meaning meaning() {
        return new Meaning(cases, IntStream.range(0, cases.rows().count()).toArray(), row -> row[0]);
    }

    /** Of benign calls of a segment, how many reach a threshold. */
    private double share(Calibration calibration, Segment segment, float least) {
        int[] its = cases.where(
                row -> cases.segment(row) == segment && !cases.rows().isHarassment(row));
        float[] row = new float[1];
        long above = IntStream.of(its)
                .filter(place -> {
                    cases.rows().copy(place, row);
                    return calibration.logOdds(row[0], segment) >= least;
                })
                .count();
        return above / (double) its.length;
    }

    private void add(int number, Segment segment, boolean isHarassment, float score) {
        add(number, segment, new Maker("m" + number, isHarassment ? "harass_ai_naive" : "benign_person"), score);
    }

    private void add(int number, Segment segment, Maker maker, float score) {
        CallRecord call = new CallRecord(
                "c" + number,
                START.plusSeconds(number),
                PhoneNumber.parse(String.format("138%08d", number)),
                PhoneNumber.parse("13900000000"),
                Direction.OUT,
                false,
                Duration.ofSeconds(20),
                Duration.ZERO,
                ReleasedBy.CALLER,
                "",
                new Origin("", "", "", "", ""));
        cases.add(new float[] {score}, call, new Cases.Who(maker, maker.isHarassment(), 1), segment);
    }
}
